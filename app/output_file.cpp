#include "app/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "extract/error.h"

namespace app {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& message) {
  throw extract::Error(extract::ErrorCode::file_access, path, message);
}

[[noreturn]] void fail_exists(const std::string& path) {
  fail(path, "exists already; give another name, or --force to replace it");
}

// A new empty file in the folder of `path`, with the permissions that a new file gets.
std::string make_beside(const std::string& path) {
  std::string name = (std::filesystem::path(path).parent_path() / ".namndata-XXXXXX").string();
  const int file = ::mkstemp(name.data());
  if (file < 0) fail(path, std::string("cannot be written: ") + std::strerror(errno));
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(file, 0666 & ~mask);
  ::close(file);
  return name;
}

}  // namespace

void add_force(CLI::App& cli, Existing& existing) {
  cli.add_flag_callback(
      "--force", [&existing] { existing = Existing::replace; }, "replace files that are there");
}

OutputFile::OutputFile(const std::string& path, Existing existing)
    : path_(path), existing_(existing) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) fail(path, "is a folder");
  if (std::filesystem::is_other(path, ignored)) fail(path, "is a device; give the name of a file");
  if (existing == Existing::keep && std::filesystem::exists(path, ignored)) fail_exists(path);
  written_ = make_beside(path);
  stream_.open(written_, std::ios::binary);
}

OutputFile::~OutputFile() {
  if (!written_.empty()) ::unlink(written_.c_str());
}

void OutputFile::commit() {
  stream_.close();
  if (!stream_) fail(path_, "cannot be written; check that the disk is not full");
  if (existing_ == Existing::replace) {
    if (::rename(written_.c_str(), path_.c_str()) != 0) fail(path_, std::strerror(errno));
  } else {
    // A link, unlike a new name, never takes the place of a file.
    if (::link(written_.c_str(), path_.c_str()) != 0) {
      if (errno == EEXIST) fail_exists(path_);
      fail(path_, std::strerror(errno));
    }
    ::unlink(written_.c_str());
  }
  written_.clear();
}

}  // namespace app
