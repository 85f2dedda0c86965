#include "app/try_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <re2/re2.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "extract/error.h"

namespace app {

namespace fs = std::filesystem;

namespace {

constexpr auto kForgottenAfter = std::chrono::hours(7 * 24);

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw extract::Error(extract::ErrorCode::file_access, path, what + ": " + std::strerror(errno));
}

// In names: dots stand between their parts.
std::string plain(std::string text) {
  for (char& c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '-') c = '_';
  }
  return text;
}

std::string host() {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) != 0) return "host";
  return plain(name.data());
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// A process that has ended stays a "zombie" until its parent asks after it, which in a container
// may be never.
bool has_ended(pid_t pid) {
  if (::kill(pid, 0) != 0) return errno == ESRCH;
  std::ifstream file(fmt::format("/proc/{}/stat", pid));
  std::string text;
  std::getline(file, text);
  const std::size_t name_end = text.rfind(") ");
  return name_end != std::string::npos && text.compare(name_end + 2, 1, "Z") == 0;
}

bool left_by_the_dead(const fs::directory_entry& entry) {
  static const RE2 kPattern(R"(namndata-tmp-.+\.([A-Za-z0-9_-]+)\.([0-9]{1,9})\.[a-z0-9_]+)"
                            R"((?:-wal|-shm|-journal)?)");
  std::string where;
  int pid = 0;
  if (!RE2::FullMatch(entry.path().filename().string(), kPattern, &where, &pid)) return false;
  if (where == host()) return pid == ::getpid() || has_ended(pid);
  std::error_code unknown;
  const auto written = entry.last_write_time(unknown);
  return !unknown && fs::file_time_type::clock::now() - written > kForgottenAfter;
}

// Makes sure that what was written to a file or folder is on the disk.
void sync(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path, "cannot be opened");
  const int result = ::fsync(file);
  const int error = errno;
  ::close(file);
  errno = error;
  // Some network file systems cannot do this for folders; they do it by themselves.
  if (result != 0 && errno != EINVAL) fail(path, "cannot be written to the disk");
}

std::string folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

void copy_bytes(const std::string& from, const std::string& to) {
  std::ifstream in(from, std::ios::binary);
  std::ofstream out(to, std::ios::binary | std::ios::trunc);
  out << in.rdbuf();
  out.close();
  if (!in || !out) fail(to, "cannot be written; check that the disk is not full");
}

}  // namespace

std::string try_name(const std::string& what) {
  std::string label = "try";
  if (const std::string job = variable("SLURM_JOB_ID"); !job.empty()) {
    const std::string restart = variable("SLURM_RESTART_COUNT");
    label = plain(fmt::format("job{}_{}", job, restart.empty() ? "0" : restart));
  }
  return fmt::format("namndata-tmp-{}.{}.{}.{}", what, host(), ::getpid(), label);
}

void sweep_dead_tries(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (left_by_the_dead(*entry)) fs::remove_all(entry->path(), ignored);
  }
}

void publish_copy(const std::string& from, const std::string& to) {
  const std::string written =
      (fs::path(folder_of(to)) / try_name(fs::path(to).filename().string())).string();
  try {
    copy_bytes(from, written);
    sync(written);
    if (::rename(written.c_str(), to.c_str()) != 0) fail(to, "cannot be written");
  } catch (const extract::Error&) {
    ::unlink(written.c_str());
    throw;
  }
  sync(folder_of(to));
}

void publish_new(const std::string& from, const std::string& to) {
  sync(from);
  // A link, unlike a new name, never takes the place of a file.
  if (::link(from.c_str(), to.c_str()) != 0) fail(to, "cannot be written");
  ::unlink(from.c_str());
  sync(folder_of(to));
}

}  // namespace app
