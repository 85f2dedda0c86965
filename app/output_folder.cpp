#include "app/output_folder.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "extract/error.h"

namespace app {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& message) {
  throw extract::Error(extract::ErrorCode::file_access, path, message);
}

}  // namespace

OutputFolder::OutputFolder(const std::string& path, Existing existing) : path_(path) {
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
  std::error_code ignored;
  if (fs::exists(path_, ignored)) {
    if (!fs::is_directory(path_, ignored)) fail(path_, "is a file; give the name of a folder");
    if (existing == Existing::keep) {
      fail(path_, "exists already; give another name, or --force to replace its files");
    }
  }
  written_ = (fs::path(path_).parent_path() / ".namndata-XXXXXX").string();
  if (::mkdtemp(written_.data()) == nullptr) {
    const int error = errno;
    written_.clear();
    fail(path_, std::string("cannot be written: ") + std::strerror(error));
  }
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::chmod(written_.c_str(), 0777 & ~mask);
}

OutputFolder::~OutputFolder() {
  std::error_code ignored;
  if (!written_.empty()) fs::remove_all(written_, ignored);
}

void OutputFolder::commit() {
  std::error_code error;
  if (!fs::exists(path_)) {
    fs::rename(written_, path_, error);
    if (error) fail(path_, error.message());
    written_.clear();
    return;
  }
  for (const fs::directory_entry& file : fs::directory_iterator(written_)) {
    fs::rename(file.path(), fs::path(path_) / file.path().filename(), error);
    if (error) fail(path_, error.message());
  }
}

}  // namespace app
