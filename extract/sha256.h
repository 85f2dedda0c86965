#pragma once
// SHA-256 of a file's bytes, the identity of a report, and of texts.

#include <string>
#include <string_view>

#include "extract/input_file.h"

namespace extract {

// Of what is left to read of the file, lower-case hex. Throws Error (file_access).
std::string sha256_of_file(const InputFile& file);
// Throws Error (not_found, file_access, empty_file), naming the file.
std::string sha256_of_file(const std::string& path);

// Of a text or of other bytes.
std::string sha256_of_text(std::string_view text);

}  // namespace extract
