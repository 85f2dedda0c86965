#pragma once
// InputFile: a regular file opened for reading; says in one line why it cannot be.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace extract {

class InputFile {
 public:
  // Throws Error (not_found, file_access, empty_file), naming the file.
  explicit InputFile(const std::string& path);
  // Takes over a handle that another process opened; `path` is for messages.
  InputFile(int handle, const std::string& path);
  ~InputFile();
  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&& other) noexcept;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  const std::string& path() const { return path_; }
  int handle() const { return handle_; }
  std::size_t size() const { return size_; }
  // Reads on into `buffer`; 0 at the end. Throws Error (file_access).
  std::size_t read(std::span<char> buffer) const;
  // The file's bytes as a view of its pages on disk, valid as long as this object.
  // Throws Error (file_access).
  std::string_view map();

 private:
  // Throws as the constructors do, and then has closed the handle.
  void take(int handle);

  std::string path_;
  int handle_ = -1;
  std::size_t size_ = 0;
  void* mapped_ = nullptr;
};

}  // namespace extract
