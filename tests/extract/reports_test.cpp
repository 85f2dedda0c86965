// Sample reports as a whole: words that a reader sees are found, with sane boxes.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/document.h"

namespace {

struct Expected {
  const char* file;
  int page;
  std::vector<std::string> words;
};

bool shared_missing(const std::string& path) {
  if (std::filesystem::exists(path)) return false;
  WARN("not there, skipped: " << path);
  return true;
}

}  // namespace

TEST_CASE("words of sample reports are found on their pages") {
  const std::vector<Expected> expected = {
      {"rebuilt/mellerud-socialnamnden-2023-12.pdf", 6, {"Anmälningar", "jan-23", "FAMILJEOMSORG"}},
      {"rebuilt/helsingborg-socialforvaltningen-2019-04.pdf", 1, {"Uppföljningsrapport,"}},
      {"real/nacka-valfard-skola-2017.pdf", 1, {"Välfärd", "skola"}},
  };
  for (const Expected& report : expected) {
    const std::string path = std::string(NAMNDATA_SHARED_DIR) + "/reports/" + report.file;
    if (shared_missing(path)) return;
    extract::Diagnostics diagnostics;
    const auto document = extract::open_document(path, diagnostics);
    CHECK(document->info().sha256.size() == 64);
    const extract::Page page = document->page(report.page);
    for (const std::string& word : report.words) {
      INFO(report.file << " page " << report.page << ": " << word);
      CHECK(std::any_of(page.words.begin(), page.words.end(),
                        [&](const extract::Word& found) { return found.text == word; }));
    }
    for (const extract::Word& word : page.words) {
      INFO(report.file << ": " << word.text);
      CHECK(word.box.height() > 0);
      CHECK(word.box.height() < 1.5 * word.font_size + 0.1);
      CHECK(!word.glyphs.empty());
    }
  }
}
