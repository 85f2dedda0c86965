#include "extract/glyph_text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>

namespace extract {
namespace {

void append_utf8(char32_t c, std::string& utf8) {
  const auto put = [&](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_impossible(char32_t c) {
  return c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
}

constexpr std::array<const char*, 7> kLigatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

}  // namespace

bool is_space(char32_t c) {
  return c == 0x20 || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

void append_glyph_text(char32_t c, std::string& utf8) {
  if (c >= 0x20 && c < 0x7F) {
    utf8.push_back(static_cast<char>(c));
  } else if (is_control(c) || is_impossible(c)) {
    append_utf8(kUnmapped, utf8);
  } else if (c >= 0xFB00 && c <= 0xFB06) {
    utf8 += kLigatures[c - 0xFB00];
  } else if (!is_zero_width(c)) {
    append_utf8(c, utf8);
  }
}

char32_t combining_mark(char32_t accent) {
  switch (accent) {
    case 0x60:
      return 0x300;
    case 0xB4:
      return 0x301;
    case 0x5E:
    case 0x2C6:
      return 0x302;
    case 0x2DC:
      return 0x303;
    case 0xAF:
      return 0x304;
    case 0x2D8:
      return 0x306;
    case 0x2D9:
      return 0x307;
    case 0xA8:
      return 0x308;
    case 0x2DA:
      return 0x30A;
    case 0x2DD:
      return 0x30B;
    case 0x2C7:
      return 0x30C;
    case 0xB8:
      return 0x327;
    case 0x2DB:
      return 0x328;
    default:
      return accent >= 0x300 && accent <= 0x36F ? accent : 0;
  }
}

char32_t first_code_point(std::string_view utf8) {
  if (utf8.empty()) return 0;
  const auto byte = [&](std::size_t i) {
    return i < utf8.size() ? static_cast<char32_t>(static_cast<unsigned char>(utf8[i])) : 0;
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return ((lead & 0x1F) << 6) | (byte(1) & 0x3F);
  if (lead < 0xF0) return ((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
  return ((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) |
         (byte(3) & 0x3F);
}

void compose(std::string& utf8) {
  // What NFC can change begins at U+0300 (0xCC 0x80); Swedish text stays below.
  const bool plain = std::all_of(utf8.begin(), utf8.end(),
                                 [](char byte) { return static_cast<unsigned char>(byte) < 0xCC; });
  if (plain) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed, static_cast<int32_t>(utf8.size()));
  nfc->normalizeUTF8(0, utf8, sink, nullptr, status);
  if (U_SUCCESS(status)) utf8 = std::move(composed);
}

}  // namespace extract
