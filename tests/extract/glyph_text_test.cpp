#include "extract/glyph_text.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

TEST_CASE("code points to text") {
  const std::vector<std::pair<char32_t, std::string>> cases = {
      {U'a', "a"},          {U'å', "å"},        {U'€', "€"},        {0x1F600, "😀"},
      {0xFB00, "ff"},       {0xFB01, "fi"},     {0xFB03, "ffi"},    {0xFB06, "st"},
      {0x00AD, "\u00AD"},   {0x00B9, "¹"},      {0x00BD, "½"},      {0x200B, ""},
      {0xFEFF, ""},         {0x07, "\uFFFD"},   {0x85, "\uFFFD"},   {0xD800, "\uFFFD"},
      {0x110000, "\uFFFD"}, {0xFFFF, "\uFFFD"}, {0xF0B7, "\uF0B7"},
  };
  for (const auto& [c, text] : cases) {
    std::string utf8;
    extract::append_glyph_text(c, utf8);
    INFO(static_cast<unsigned>(c));
    CHECK(utf8 == text);
    if (!text.empty() && text != "\uFFFD" && text.size() == 1) {
      CHECK(extract::first_code_point(utf8) == c);
    }
  }
}

TEST_CASE("the first code point is read back") {
  for (const char32_t c : {U'1', U'å', U'€', U'😀'}) {
    std::string utf8;
    extract::append_glyph_text(c, utf8);
    CHECK(extract::first_code_point(utf8) == c);
  }
  CHECK(extract::first_code_point("") == 0);
}

TEST_CASE("spaces of any kind") {
  for (const char32_t c :
       {U' ', U'\t', char32_t{0xA0}, char32_t{0x2009}, char32_t{0x202F}, char32_t{0x3000}}) {
    CHECK(extract::is_space(c));
  }
  for (const char32_t c : {U'a', U'-', char32_t{0xAD}, char32_t{0x200B}}) {
    CHECK_FALSE(extract::is_space(c));
  }
}

TEST_CASE("letters and marks are composed, nothing else is changed") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a\u030A", "å"}, {"O\u0308rebro", "Örebro"}, {"m²", "m²"}, {"½", "½"},
      {"kr¹", "kr¹"},   {"\uFB01", "\uFB01"},       {"", ""},
  };
  for (auto [text, composed] : cases) {
    extract::compose(text);
    CHECK(text == composed);
  }
}
