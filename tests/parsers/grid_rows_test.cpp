#include "parsers/grid_rows.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/grid_columns.h"
#include "tests/support/page_drawing.h"

namespace {

using parsers::PlacedLine;

struct Case {
  const char* name;
  const char* picture;
  const char* rows;  // first texts of each row's lines, '+' between; '=' after the boxhead
};

// Pitch between wraps and rows: blank lines of the picture are a row's extra distance.
const Case kCases[] = {
    {"one line a row", R"(
Mått        2022   2023
Larm          12     13
Besök         20     21)",
     "Mått = Larm, Besök"},
    {"two levels of headings", R"(
           Kvinnor               Män
Mått     Antal   Andel     Antal   Andel
Larm     1 200   1 300     1 400   1 500
Besök    2 000   2 100     2 200   2 300)",
     "Kvinnor = Mått = Larm, Besök"},
    {"a heading of two lines", R"(
          Antal    Andel
Mått      larm     larm
Larm         12      13
Besök        20      21)",
     "Antal+Mått = Larm, Besök"},
    {"lower case goes on the label above", R"(
Mått               2022   2023
Antal larm           12     13
per månad
Besök                20     21)",
     "Mått = Antal larm+per månad, Besök"},
    {"a hyphen leads to the label below", R"(
Mått               2022   2023
Larm                 12     13
Trygghets-
larm                 20     21)",
     "Mått = Larm, Trygghets-+larm"},
    {"an open parenthesis goes on", R"(
Mått               2022   2023
Larm (antal          12     13
Norr och Syd)
Besök                20     21)",
     "Mått = Larm (antal+Norr och Syd), Besök"},
    {"a label alone at a row's distance is a group", R"(
Mått               2022   2023

Larm                 12     13

Besök

Dagtid               20     21

Kvällstid            22     23)",
     "Mått = Larm, Besök, Dagtid, Kvällstid"},
    {"figures never share a row", R"(
Mått               2022   2023
Larm                 12     13
och besök            20     21)",
     "Mått = Larm, och besök"},
    {"words without figures: a filled first column starts a row", R"(
Uppsökande    Besök hos
              alla över 80
Anhörigstöd   Samtal i
              grupp)",
     "Uppsökande+alla över 80, Anhörigstöd+grupp"},
};

struct Placed {
  std::vector<parsers::TextLine> lines;
  std::vector<PlacedLine> placed;
};

// Lines with their pieces in the columns that the picture's gutters make.
void place(const extract::Page& page, Placed& result) {
  const parsers::PageWords words(page, {});
  result.lines = parsers::find_lines(words, {}, {});
  const std::vector<double> edges =
      parsers::find_column_edges(result.lines, 0, 595, words.unit(), {});
  const auto column = [&](double x) {
    return static_cast<int>(std::upper_bound(edges.begin(), edges.end(), x) - edges.begin());
  };
  for (const parsers::TextLine& line : result.lines) {
    PlacedLine placed{line.baseline, line.font_size, false, {}};
    for (const parsers::TextPiece& piece : line.pieces) {
      const int first = column(piece.box.x0), last = column(piece.box.x1);
      placed.pieces.push_back({&piece, first, last - first + 1});
    }
    result.placed.push_back(std::move(placed));
  }
}

std::string rows(const Placed& placed) {
  std::string text;
  bool head = false;
  for (const parsers::RowGroup& group : parsers::group_rows(placed.placed, {})) {
    if (!text.empty()) text += head ? " = " : ", ";
    for (std::size_t i = group.first; i <= group.last; ++i) {
      text += (i == group.first ? "" : "+") + placed.lines[i].pieces.front().text;
    }
    head = group.boxhead;
  }
  return text;
}

}  // namespace

TEST_CASE("Lines are grouped in rows", "[grid_rows]") {
  for (const Case& c : kCases) {
    INFO(c.name << c.picture);
    Placed placed;
    place(support::draw_page(c.picture), placed);
    std::string expected = c.rows;
    CHECK(rows(placed) == expected);
  }
}

TEST_CASE("A rule above a line starts a row", "[grid_rows]") {
  Placed placed;
  place(support::draw_page(R"(
Mått               2022   2023
Antal larm           12     13
per månad
Besök                20     21)"),
        placed);
  placed.placed[2].rule_above = true;
  placed.placed[3].rule_above = true;
  CHECK(rows(placed) == "Mått = Antal larm, per månad, Besök");
}

TEST_CASE("Every line is in one row, from the top", "[grid_rows]") {
  for (const Case& c : kCases) {
    INFO(c.name);
    Placed placed;
    place(support::draw_page(c.picture), placed);
    std::size_t next = 0;
    for (const parsers::RowGroup& group : parsers::group_rows(placed.placed, {})) {
      CHECK(group.first == next);
      CHECK(group.last >= group.first);
      next = group.last + 1;
    }
    CHECK(next == placed.placed.size());
  }
}
