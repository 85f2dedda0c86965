#include "extract/page_checks.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace {

extract::Page page_of(const std::vector<std::string>& words) {
  extract::Page page;
  page.width = 400;
  page.height = 300;
  for (const std::string& text : words) {
    extract::Word word;
    word.text = text;
    for (const char c : text) word.glyphs.push_back({std::string(1, c), {}});
    page.words.push_back(word);
  }
  return page;
}

std::string code(const extract::Page& page) {
  const auto found = extract::check_page(page);
  return found ? found->code : "";
}

}  // namespace

TEST_CASE("readable text is not doubted, exchanged letters are") {
  CHECK(code(page_of({"Nettokostnad", "1", "234", "-5", "(6)", "87,5%", "2023-01"})) == "");
  CHECK(code(page_of({"<5", "<5", "<5", "=", "ja!"})) == "");  // too little to judge
  CHECK(code(page_of({"1", "s!", ":", ";", "<", "=", "=", "=", "=", ">", "?@", "4", "5", "67", "8",
                      "9", "0"})) == "garbled-text");
}

TEST_CASE("unknown characters") {
  extract::Page page = page_of({"abcdefghijklmnopqrst"});
  for (std::size_t i = 0; i < 3; ++i) page.words[0].glyphs[i].text = "\uFFFD";
  CHECK(code(page) == "");
  for (std::size_t i = 0; i < 5; ++i) page.words[0].glyphs[i].text = i < 3 ? "\uFFFD" : "\uE001";
  CHECK(code(page) == "garbled-text");
}

TEST_CASE("a scanned page is a page of pictures without a word") {
  extract::Page page = page_of({});
  CHECK(code(page) == "");
  page.images.push_back({{0, 0, 100, 100}});
  CHECK(code(page) == "");
  page.images.push_back({{0, 0, 400, 200}});
  CHECK(code(page) == "scanned-page");
  page.text_lines = {"a"};
  CHECK(code(page) == "");
}

TEST_CASE("letters drawn as shapes are suspected where there is no text") {
  extract::Page page = page_of({});
  page.paths.push_back({{0, 0, 100, 100}, 0, 300});
  CHECK(code(page) == "");
  page.paths.push_back({{0, 0, 100, 100}, 0, 300});
  CHECK(code(page) == "outlined-text");
  page.words = page_of({"text"}).words;
  CHECK(code(page) == "");
}
