#include "parsers/typed_rules.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/page_drawing.h"

namespace {

std::vector<parsers::TextLine> lines_of(const std::string& text) {
  // Drawn as letters, then written as meant: the picture's own hyphens are drawn rules.
  std::string picture = text;
  for (char& c : picture) c = c == '-' || c == '=' ? 'm' : c;
  extract::Page page = support::draw_page(picture);
  const char sign = text.find('=') == std::string::npos ? '-' : '=';
  for (extract::Word& word : page.words) {
    for (char& c : word.text) c = c == 'm' ? sign : c;
  }
  return parsers::find_lines(parsers::PageWords(page, {}), {}, {});
}

}  // namespace

TEST_CASE("Lines of typed signs are rules", "[typed_rules][issue-3]") {
  struct Row {
    const char* text;
    std::size_t rules, lines;
  };
  for (const Row& row : {
           Row{"State     1998\n---------------\nIowa       462", 1, 2},
           {"State     1998\n===============\nIowa       462", 1, 2},
           {"State     1998\n-----    ------\nIowa       462", 2, 2},
           {"State     1998\n--------------- 12\nIowa       462", 0, 3},  // more than the rule
           {"State     1998\n---         ---\nIowa       462", 0, 3},  // marks of missing figures
       }) {
    INFO(row.text);
    auto lines = lines_of(row.text);
    REQUIRE(lines.size() == 3);
    const auto rules = parsers::take_typed_rules(lines, {});
    CHECK(rules.size() == row.rules);
    CHECK(lines.size() == row.lines);
    for (const extract::Ruling& rule : rules) {
      CHECK(rule.horizontal);
      CHECK(rule.position > lines.front().baseline);
      CHECK(rule.position < lines.back().baseline);
      CHECK(rule.to > rule.from);
    }
  }
}
