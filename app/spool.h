#pragma once
// Spool: bytes that wait to be read again, in memory while they are few, else in a file without a
// name that is gone with its owner, whatever ends that.

#include <cstddef>
#include <string>
#include <string_view>

namespace app {

class Spool {
 public:
  // More than so many bytes go into a file in `folder`.
  static constexpr std::size_t kInMemory = 256 * 1024;

  explicit Spool(std::string folder) : folder_(std::move(folder)) {}
  Spool(Spool&& other) noexcept;
  Spool& operator=(Spool&& other) noexcept;
  ~Spool();

  // Throws extract::Error(file_access) when the file cannot be made or written.
  void append(std::string_view bytes);
  std::size_t size() const { return size_; }
  void clear();

  // From the beginning: each call gives the next bytes, "" at the end. A view holds until the next
  // call. Throws extract::Error(file_access).
  std::string_view read();
  void rewind() { read_ = 0; }

 private:
  void flush();

  std::string folder_;
  std::string memory_;  // what is not in the file; while reading, what was read from it
  int file_ = -1;
  std::size_t size_ = 0;
  std::size_t written_ = 0;  // to the file
  std::size_t read_ = 0;
};

}  // namespace app
