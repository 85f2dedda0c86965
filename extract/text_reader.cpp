#include "extract/text_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "extract/glyph_text.h"

namespace extract {
namespace {

// Windows-1252 0x80–0x9F; 0 where it has no character.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

// How much of `bytes` is well-formed UTF-8, from the start.
std::size_t utf8_prefix(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const unsigned char lead = byte(bytes, i);
    std::size_t more = 0;
    if (lead >= 0xF0) {
      more = 3;
    } else if (lead >= 0xE0) {
      more = 2;
    } else if (lead >= 0x80) {
      more = 1;
    }
    const bool bad_lead = (lead >= 0x80 && lead < 0xC2) || lead > 0xF4;
    if (bad_lead || i + more >= bytes.size()) return i;
    for (std::size_t k = 1; k <= more; ++k) {
      if ((byte(bytes, i + k) & 0xC0) != 0x80) return i;
    }
    i += more + 1;
  }
  return i;
}

// UTF-8, perhaps with its last character cut in two.
std::optional<std::string> decode_utf8(std::string_view bytes) {
  const std::size_t good = utf8_prefix(bytes);
  std::string text(bytes.substr(0, good));
  if (good == bytes.size()) return text;
  const std::string_view rest = bytes.substr(good);
  const bool cut = good > 0 && rest.size() < 4 && byte(rest, 0) >= 0xC2 &&
                   std::all_of(rest.begin() + 1, rest.end(), [](char c) {
                     return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
                   });
  // A single byte at the end of ASCII text is as likely a Latin-1 letter.
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!cut || ascii) return std::nullopt;
  append_glyph_text(kUnmapped, text);
  return text;
}

// Control characters that no text has. Form feed and escape stay out of it: printers' files.
bool is_binary(char32_t c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
}

void append(char32_t c, std::string& text) {
  if (c == '\t' || c == '\n' || c == '\r' || c == '\f') {
    text.push_back(static_cast<char>(c));
  } else {
    append_glyph_text(c, text);
  }
}

std::optional<std::string> decode_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) -> char32_t {
    const char32_t first = byte(bytes, i);
    const char32_t second = byte(bytes, i + 1);
    return big_endian ? first << 8 | second : second << 8 | first;
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    const bool pair = c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 &&
                      unit(i + 2) < 0xE000;
    if (pair) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    }
    if (is_binary(c)) return std::nullopt;
    append(c, text);
  }
  return text;
}

// Text in Latin letters has a zero in every second byte of UTF-16; nothing else does.
std::optional<bool> big_endian_without_mark(std::string_view bytes) {
  constexpr std::size_t kSample = 4096;
  const std::size_t size = std::min(bytes.size(), kSample) / 2 * 2;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < size; i += 2) {
    even += byte(bytes, i) == 0 ? 1U : 0U;
    odd += byte(bytes, i + 1) == 0 ? 1U : 0U;
  }
  if (size >= 2 && even * 10 >= size / 2 * 8 && odd == 0) return true;
  if (size >= 2 && odd * 10 >= size / 2 * 8 && even == 0) return false;
  return std::nullopt;
}

std::string decode_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char c = byte(bytes, i);
    if (c < 0x80 || c > 0x9F) {
      append(c, text);
    } else {
      const char16_t mapped = kWindows1252[c - 0x80U];
      append(mapped != 0 ? mapped : kUnmapped, text);
    }
  }
  return text;
}

class TextDocument final : public Document {
 public:
  TextDocument(std::string_view text, DocumentInfo info)
      : info_(std::move(info)), pages_(split_pages(text)) {}
  const DocumentInfo& info() const override { return info_; }
  int page_count() const override { return static_cast<int>(pages_.size()); }
  Page page(int number) override {
    Page page;
    page.number = number;
    page.text_lines = pages_.at(static_cast<std::size_t>(number - 1));
    return page;
  }

 private:
  DocumentInfo info_;
  std::vector<std::vector<std::string>> pages_;
};

}  // namespace

std::optional<std::string> decode_text(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (const auto big_endian = big_endian_without_mark(bytes)) {
    return decode_utf16(bytes, *big_endian);
  }
  const bool binary = std::any_of(bytes.begin(), bytes.end(),
                                  [](char c) { return is_binary(static_cast<unsigned char>(c)); });
  if (binary) return std::nullopt;
  std::string text = decode_utf8(bytes).value_or("");
  if (text.empty()) text = decode_windows_1252(bytes);
  compose(text);
  return text;
}

std::vector<std::vector<std::string>> split_pages(std::string_view text) {
  std::vector<std::vector<std::string>> pages(1);
  std::string line;
  const auto end_line = [&] {
    pages.back().push_back(line);
    line.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\f') {
      if (!line.empty()) end_line();
      pages.emplace_back();
    } else if (c == '\n') {
      end_line();
    } else if (c == '\r') {
      if (i + 1 >= text.size() || text[i + 1] != '\n') end_line();
    } else {
      line.push_back(c);
    }
  }
  if (!line.empty()) end_line();
  // A form feed after the last page opens no further one.
  if (pages.size() > 1 && pages.back().empty()) pages.pop_back();
  return pages;
}

std::unique_ptr<Document> open_text(std::string_view text, DocumentInfo info) {
  return std::make_unique<TextDocument>(text, std::move(info));
}

}  // namespace extract
