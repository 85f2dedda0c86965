#include "parsers/codepoint.h"

#include <array>

namespace parsers {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

// The smallest code point that needs so many bytes: a smaller one is an overlong form, which no
// decoder may take for the character.
constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};

bool is_scalar(char32_t c) { return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF); }

}  // namespace

char32_t take_codepoint(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  std::size_t length = first < 0x80       ? 1
                       : first >> 5 == 6  ? 2
                       : first >> 4 == 14 ? 3
                       : first >> 3 == 30 ? 4
                                          : 0;
  if (length == 0 || length > text.size()) {
    text.remove_prefix(1);
    return kReplacement;
  }
  char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(i) >> 6 != 2) {
      text.remove_prefix(1);
      return kReplacement;
    }
    c = c << 6 | (byte(i) & 0x3FU);
  }
  if (c < kSmallest[length] || !is_scalar(c)) {
    text.remove_prefix(1);
    return kReplacement;
  }
  text.remove_prefix(length);
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool is_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

int superscript_digit(char32_t c) {
  switch (c) {
    case 0xB9:
      return 1;
    case 0xB2:
      return 2;
    case 0xB3:
      return 3;
    default:
      break;
  }
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<int>(c - 0x2070);
  return -1;
}

char32_t lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  return c;
}

bool is_letter(char32_t c) {
  const char32_t l = lower(c);
  return (l >= U'a' && l <= U'z') || (l >= 0xC0 && l < 0x2000 && l != 0xD7 && l != 0xF7);
}

std::string_view trim(std::string_view text) {
  std::string_view rest = text;
  const char* begin = text.data() + text.size();
  const char* end = begin;
  bool seen = false;
  while (!rest.empty()) {
    const char* at = rest.data();
    if (is_space(take_codepoint(rest))) continue;
    if (!seen) begin = at;
    seen = true;
    end = rest.data();
  }
  return {begin, static_cast<std::size_t>(end - begin)};
}

std::string with_capital(std::string_view text) {
  std::string_view rest = text;
  if (rest.empty()) return {};
  const char32_t c = take_codepoint(rest);
  const bool small = (c >= U'a' && c <= U'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
  std::string result;
  append_utf8(result, small ? c - 32 : c);
  return result.append(rest);
}

std::string plain_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  while (!text.empty()) {
    const char32_t c = take_codepoint(text);
    if (is_invisible(c)) continue;
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append_utf8(out, is_dash(c) ? U'-' : lower(c));
  }
  return out;
}

}  // namespace parsers
