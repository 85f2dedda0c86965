#include "extract/text_reader.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace std::string_view_literals;

TEST_CASE("encodings are told apart") {
  struct Case {
    const char* what;
    std::string_view bytes;
    std::string_view text;
  };
  const std::vector<Case> cases = {
      {"ASCII", "Summa 12", "Summa 12"},
      {"UTF-8", "Nämnd – 5", "Nämnd – 5"},
      {"UTF-8 with mark", "\xEF\xBB\xBFN\xC3\xA4mnd", "Nämnd"},
      {"decomposed UTF-8", "Na\xCC\x88mnd", "Nämnd"},
      {"Latin-1", "N\xE4mnd \xC5r", "Nämnd År"},
      {"Windows-1252", "5 \x96 6 \x80", "5 – 6 €"},
      {"UTF-8 cut off", "N\xC3\xA4mnd \xC3", "Nämnd \uFFFD"},
      {"Latin-1 to the last letter", "En \xE5", "En å"},
      {"UTF-16 LE with mark", "\xFF\xFEN\0\xE4\0m\0"sv, "Näm"},
      {"UTF-16 BE with mark", "\xFE\xFF\0N\0\xE4\0m"sv, "Näm"},
      {"UTF-16 LE", "N\0\xE4\0m\0n\0d\0"sv, "Nämnd"},
      {"UTF-16 BE", "\0N\0\xE4\0m\0n\0d"sv, "Nämnd"},
      {"UTF-16 with a pair", "\xFF\xFE\x3D\xD8\x00\xDE"sv, "😀"},
      {"tabs, line ends, form feed", "a\tb\r\nc\f", "a\tb\r\nc\f"},
  };
  for (const Case& one : cases) {
    INFO(one.what);
    const auto text = extract::decode_text(one.bytes);
    REQUIRE(text.has_value());
    CHECK(*text == one.text);
  }
}

TEST_CASE("binary data is no text") {
  const std::vector<std::string_view> cases = {"\xFF\xD8\xFF\xE0\0\x10JFIF\0"sv,
                                               "PK\x03\x04\x14\0"sv,
                                               "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv,
                                               "\xFF\xFE\x01\0\x02\0"sv,
                                               "text with\0zero"sv,
                                               "\x7F"
                                               "ELF\x02\x01\x01\0"sv};
  for (const std::string_view bytes : cases) {
    INFO(bytes);
    CHECK_FALSE(extract::decode_text(bytes).has_value());
  }
}

TEST_CASE("lines and pages") {
  using Pages = std::vector<std::vector<std::string>>;
  const std::vector<std::pair<std::string_view, Pages>> cases = {
      {"a\nb\n", {{"a", "b"}}},       {"a\r\nb", {{"a", "b"}}},
      {"a\rb\r", {{"a", "b"}}},       {"a\n\nb", {{"a", "", "b"}}},
      {"a\fb\n", {{"a"}, {"b"}}},     {"a\n\f", {{"a"}}},
      {"a\f\fb", {{"a"}, {}, {"b"}}}, {"", {{}}},
  };
  for (const auto& [text, pages] : cases) {
    INFO(text);
    CHECK(extract::split_pages(text) == pages);
  }
}

TEST_CASE("the archived texts of reports are read") {
  const std::string folder = std::string(NAMNDATA_SHARED_DIR) + "/seeds";
  if (!std::filesystem::exists(folder)) {
    WARN("not there, skipped: " << folder);
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    INFO(entry.path());
    extract::Diagnostics diagnostics;
    const auto document = extract::open_document(entry.path().string(), diagnostics);
    CHECK(document->info().is_text);
    CHECK(document->page_count() >= 1);
    CHECK(document->page(1).text_lines.size() > 5);
    CHECK(document->page(1).words.empty());
  }
}
