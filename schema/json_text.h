#pragma once
// JSON (RFC 8259) written by hand, for exports of millions of rows and figures of any number of
// digits, which a JSON library would make floating point numbers.

#include <string>
#include <string_view>

namespace schema {

// Appends `text` in quotes. Bytes that are no UTF-8 become U+FFFD, one for each; false when there
// were any.
bool append_json_text(std::string& out, std::string_view text);
// True for a decimal number as JSON writes it: "-0.50", "12", not "007" or "1,5".
bool is_json_number(std::string_view text);
// The bytes as pairs of lower-case digits.
std::string hexadecimal(std::string_view bytes);
// So many bytes at the beginning of `text` are one character of UTF-8; 0 when they are none.
std::size_t utf8_length(std::string_view text);

}  // namespace schema
