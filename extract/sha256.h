#pragma once
// SHA-256 of a file's bytes, the identity of a report, and of texts.

#include <string>
#include <string_view>

namespace extract {

// Lower-case hex. Throws Error (not_found, file_access), naming the file.
std::string sha256_of_file(const std::string& path);

std::string sha256_of_text(std::string_view text);

}  // namespace extract
