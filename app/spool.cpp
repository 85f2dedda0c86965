#include "app/spool.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "extract/error.h"

namespace app {

namespace {

[[noreturn]] void fail(const std::string& folder) {
  throw extract::Error(extract::ErrorCode::file_access, folder,
                       std::string("a temporary file cannot be used: ") + std::strerror(errno));
}

// A file without a name; where the file system has none, one whose name is taken away at once.
int open_nameless(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  std::string name = folder + "/.namndata-spool-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named < 0) fail(folder);
  ::unlink(name.c_str());
  return named;
}

}  // namespace

Spool::Spool(Spool&& other) noexcept
    : folder_(std::move(other.folder_)),
      memory_(std::move(other.memory_)),
      file_(std::exchange(other.file_, -1)),
      size_(std::exchange(other.size_, 0)),
      written_(std::exchange(other.written_, 0)),
      read_(std::exchange(other.read_, 0)) {}

Spool& Spool::operator=(Spool&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(memory_, other.memory_);
  std::swap(file_, other.file_);
  std::swap(size_, other.size_);
  std::swap(written_, other.written_);
  std::swap(read_, other.read_);
  return *this;
}

Spool::~Spool() { clear(); }

void Spool::clear() {
  if (file_ >= 0) ::close(file_);
  file_ = -1;
  memory_.clear();
  size_ = written_ = read_ = 0;
}

void Spool::append(std::string_view bytes) {
  memory_.append(bytes);
  size_ += bytes.size();
  if (memory_.size() > kInMemory) flush();
}

void Spool::flush() {
  if (file_ < 0) file_ = open_nameless(folder_);
  std::string_view rest = memory_;
  while (!rest.empty()) {
    const ssize_t n = ::pwrite(file_, rest.data(), rest.size(), static_cast<off_t>(written_));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(folder_);
    rest.remove_prefix(static_cast<std::size_t>(n));
    written_ += static_cast<std::size_t>(n);
  }
  memory_.clear();
}

std::string_view Spool::read() {
  if (file_ < 0) {
    const std::string_view rest = std::string_view(memory_).substr(read_);
    read_ = memory_.size();
    return rest;
  }
  if (written_ < size_) flush();
  memory_.resize(std::min(kInMemory, size_ - read_));
  ssize_t n = 0;
  do {
    n = ::pread(file_, memory_.data(), memory_.size(), static_cast<off_t>(read_));
  } while (n < 0 && errno == EINTR);
  if (n < 0) fail(folder_);
  read_ += static_cast<std::size_t>(n);
  return std::string_view(memory_).substr(0, static_cast<std::size_t>(n));
}

}  // namespace app
