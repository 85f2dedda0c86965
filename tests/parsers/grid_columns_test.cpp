#include "parsers/grid_columns.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/page_drawing.h"

namespace {

// The picture's edges as characters counted from its left, between bars: "| 12 |".
std::vector<double> edges(const char* picture, const parsers::ColumnOptions& options = {}) {
  const extract::Page page = support::draw_page(picture);
  const parsers::PageWords words(page, {});
  std::vector<double> found =
      parsers::find_column_edges(parsers::find_lines(words, {}, {}), 0, 595, words.unit(), options);
  for (double& x : found) x = (x - 60) / 5;
  return found;
}

struct Case {
  const char* name;
  const char* picture;
  std::size_t edges;
};

const Case kCases[] = {
    {"three columns", "Larm       12    13\nBesök      20    21\nMil     1 204   998", 2},
    {"one column", "Larm\nBesök\nMil", 0},
    {"headings do not count where figures are",
     "Verksamhetens mått   år 2022\nLarm       12    13\nBesök      20    21\nMil     1 204   998",
     2},
    {"a row without its middle figure",
     "Larm       12    13\nBesök            21\nMil     1 204   998", 2},
    {"words alone", "Larm       Norr\nBesök      Syd\nMil        Öst", 1},
    {"figures as narrow as a space apart",
     "Ledning   81 726  -1 000\nSkola     12 100    -250\nSumma      1 200    -100", 2},
};

}  // namespace

TEST_CASE("Gutters that the rows leave free part columns", "[grid_columns]") {
  for (const Case& c : kCases) {
    INFO(c.name << "\n" << c.picture);
    CHECK(edges(c.picture).size() == c.edges);
  }
}

TEST_CASE("White space narrower than a quarter of the font size is no gutter",
          "[grid_columns][issue-3]") {
  const auto gutters = [](double space) {
    support::Drawing drawing;
    drawing.space = space;
    const extract::Page page =
        support::draw_page("Larm    12 -13\nBesök   20 -21\nMil     98 -99", drawing);
    const parsers::PageWords words(page, {});
    return parsers::find_column_edges(parsers::find_lines(words, {}, {}), 0, 595, words.unit(), {})
        .size();
  };
  CHECK(gutters(2.0) == 1);
  CHECK(gutters(2.4) == 1);
  CHECK(gutters(2.6) == 2);
  CHECK(gutters(3.0) == 2);
}

TEST_CASE("The edge stands in the middle of its gutter", "[grid_columns]") {
  const std::vector<double> found = edges("aaaa      1111\nbbbb      2222");
  REQUIRE(found.size() == 1);
  CHECK(found[0] == Approx(7));
}

TEST_CASE("A tenth of the rows may cross a gutter", "[grid_columns]") {
  std::string rows;
  for (int i = 0; i < 9; ++i) rows += "Larm       12    13\n";
  rows += "Larm och besök totalt    13\n";
  CHECK(edges(rows.c_str()).size() == 2);
  rows += "Larm och besök totalt    13\nLarm och besök totalt    13\n";
  CHECK(edges(rows.c_str()).size() == 1);
}

TEST_CASE("Only text between the bounds counts", "[grid_columns]") {
  const extract::Page page = support::draw_page("Larm       12    13\nBesök      20    21");
  const parsers::PageWords words(page, {});
  const auto lines = parsers::find_lines(words, {}, {});
  CHECK(parsers::find_column_edges(lines, 0, 595, 10, {}).size() == 2);
  CHECK(parsers::find_column_edges(lines, 100, 595, 10, {}).size() == 1);
  CHECK(parsers::find_column_edges(lines, 400, 595, 10, {}).empty());
}
