#include "extract/input_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "extract/error.h"

namespace extract {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

}  // namespace

InputFile::InputFile(const std::string& path) : path_(path) {
  // Non-blocking, so that a named pipe is refused below instead of waited for.
  handle_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (handle_ < 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      throw Error(ErrorCode::not_found, path, "no such file; check the path");
    }
    throw Error(ErrorCode::file_access, path, "cannot be opened: " + reason(errno));
  }
  take(handle_);
}

InputFile::InputFile(int handle, const std::string& path) : path_(path) { take(handle); }

InputFile::InputFile(InputFile&& other) noexcept
    : path_(std::move(other.path_)),
      handle_(std::exchange(other.handle_, -1)),
      size_(other.size_),
      mapped_(std::exchange(other.mapped_, nullptr)) {}

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(handle_, other.handle_);
  std::swap(size_, other.size_);
  std::swap(mapped_, other.mapped_);
  return *this;
}

void InputFile::take(int handle) {
  handle_ = handle;
  struct stat status = {};
  const int failed = ::fstat(handle_, &status);
  if (failed != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
    ::close(handle_);
    if (failed != 0) throw Error(ErrorCode::file_access, path_, "cannot be read: " + reason(errno));
    if (S_ISDIR(status.st_mode)) {
      throw Error(ErrorCode::file_access, path_, "is a folder; give the report files in it");
    }
    if (!S_ISREG(status.st_mode)) {
      throw Error(ErrorCode::file_access, path_,
                  "is not a regular file; save the report as a file");
    }
    throw Error(ErrorCode::empty_file, path_, "the file is empty; fetch the report again");
  }
  size_ = static_cast<std::size_t>(status.st_size);
}

InputFile::~InputFile() {
  if (mapped_ != nullptr) ::munmap(mapped_, size_);
  if (handle_ >= 0) ::close(handle_);
}

std::size_t InputFile::read(std::span<char> buffer) const {
  for (;;) {
    const ssize_t size = ::read(handle_, buffer.data(), buffer.size());
    if (size >= 0) return static_cast<std::size_t>(size);
    if (errno != EINTR) {
      throw Error(ErrorCode::file_access, path_, "cannot be read: " + reason(errno));
    }
  }
}

std::string_view InputFile::map() {
  if (mapped_ == nullptr) {
    void* address = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, handle_, 0);
    if (address == MAP_FAILED) {
      throw Error(ErrorCode::file_access, path_, "cannot be read: " + reason(errno));
    }
    mapped_ = address;
  }
  return {static_cast<const char*>(mapped_), size_};
}

}  // namespace extract
