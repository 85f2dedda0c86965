#include "parsers/grid_builder.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tests/support/page_drawing.h"

namespace {

using parsers::Grid;
using parsers::GridCell;

struct Built {
  std::vector<Grid> grids;
  std::vector<std::size_t> words;  // of the regions' lines
};

Built build(const extract::Page& page) {
  Built built;
  const parsers::PageWords words(page, {});
  const parsers::RulingSet rulings = parsers::join_rulings(words, {});
  const auto lines = parsers::find_lines(words, rulings.vertical, {});
  auto regions = parsers::find_crossing_regions(words, lines, rulings, {});
  if (regions.empty()) regions = parsers::find_rule_regions(words, lines, rulings.horizontal, {});
  if (regions.empty()) regions = parsers::find_text_bands(words, lines, rulings.horizontal, {});
  for (const parsers::TableRegion& region : regions) {
    built.grids.push_back(parsers::build_grid(words, region, {}));
    for (const parsers::TextLine& line : region.lines) {
      for (const parsers::TextPiece& piece : line.pieces) {
        built.words.insert(built.words.end(), piece.words.begin(), piece.words.end());
      }
    }
  }
  return built;
}

constexpr const char* kLattice = R"(
+------------------+-----------------+
|                  |       2023      |
| Verksamhet       +--------+--------+
|                  | Budget | Utfall |
+------------------+--------+--------+
| Hemtjänst        |  1 200 |    118 |
+------------------+--------+--------+
| Boende           |    310 |    305 |
+------------------+--------+--------+)";

constexpr const char* kHalfRuled = R"(
-------------------------------------------------------
                         Utfall            Budget
                   ----------------  ----------------
  Verksamhet          2022    2023      2022    2023
-------------------------------------------------------
  Hemtjänst          1 200   1 300     1 250   1 280
  Särskilt boende    4 500   4 700     4 400   4 600
-------------------------------------------------------)";

constexpr const char* kUnruled = R"(
  Verksamhet             2022   2023
  Antal pågående
  utredningar barn        518    530
  Antal avslutade
  utredningar vuxna       120    131)";

}  // namespace

TEST_CASE("Cells tile the grid and hold each word once", "[grid_builder]") {
  for (const char* picture : {kLattice, kHalfRuled, kUnruled}) {
    INFO(picture);
    const Built built = build(support::draw_page(picture));
    REQUIRE(built.grids.size() == 1);
    const Grid& grid = built.grids.front();
    std::multiset<std::pair<int, int>> covered;
    std::multiset<std::size_t> held;
    for (const GridCell& cell : grid.cells) {
      held.insert(cell.words.begin(), cell.words.end());
      for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
        for (int c = cell.column; c < cell.column + cell.column_span; ++c) covered.insert({r, c});
      }
    }
    CHECK(static_cast<int>(covered.size()) == grid.rows() * grid.columns());
    CHECK(std::set(covered.begin(), covered.end()).size() == covered.size());
    CHECK(held == std::multiset<std::size_t>(built.words.begin(), built.words.end()));
    CHECK(std::is_sorted(grid.column_edges.begin(), grid.column_edges.end()));
    CHECK(std::is_sorted(grid.row_edges.begin(), grid.row_edges.end()));
    for (std::size_t i = 1; i < grid.cells.size(); ++i) {
      const GridCell &a = grid.cells[i - 1], &b = grid.cells[i];
      CHECK((a.row < b.row || (a.row == b.row && a.column < b.column)));
    }
  }
}

TEST_CASE("A full lattice says so", "[grid_builder]") {
  const Built built = build(support::draw_page(R"(
+-----------+-----+
| Larm      |  12 |
+-----------+-----+
| Besök     |  20 |
+-----------+-----+)"));
  REQUIRE(built.grids.size() == 1);
  CHECK(built.grids[0].method == parsers::Method::lattice);
  CHECK(built.grids[0].ruled_share == Approx(1));
  CHECK(built.grids[0].rows() == 2);
  CHECK(built.grids[0].columns() == 2);
}

TEST_CASE("A table without rules is a stream", "[grid_builder]") {
  const Built built = build(support::draw_page(kUnruled));
  REQUIRE(built.grids.size() == 1);
  CHECK(built.grids[0].method == parsers::Method::stream);
  CHECK(built.grids[0].ruled_share == 0);
  CHECK(built.grids[0].rows() == 3);
  CHECK(built.grids[0].boxhead_rows == 1);
}

TEST_CASE("Spans come from rules that are not drawn", "[grid_builder]") {
  const Built built = build(support::draw_page(kLattice));
  REQUIRE(built.grids.size() == 1);
  const auto& cells = built.grids[0].cells;
  REQUIRE(cells.size() == 10);
  CHECK(cells[0].row_span == 2);
  CHECK(cells[0].column_span == 1);
  CHECK(cells[1].row_span == 1);
  CHECK(cells[1].column_span == 2);
}

TEST_CASE("Turned headings fall into the cells they stand in", "[grid_builder]") {
  for (const int rotation : {90, 270}) {
    INFO(rotation);
    extract::Page page = support::draw_page(R"(
+-----------+-----+-----+
|           |     |     |
|           |     |     |
|           |     |     |
|           |     |     |
+-----------+-----+-----+
| Larm      |  12 |  13 |
+-----------+-----+-----+
| Besök     |  20 |  21 |
+-----------+-----+-----+)");
    // Two words of one line of turned text: the first is read first.
    const double middle = 60 + 15 * 5 + 2.5;
    const std::size_t first = page.words.size();
    support::add_turned_word(page, "jan", middle, rotation == 90 ? 114 : 140, rotation);
    support::add_turned_word(page, "2023", middle, rotation == 90 ? 140 : 114, rotation);
    const Built built = build(page);
    REQUIRE(built.grids.size() == 1);
    CHECK(built.grids[0].cells[1].words == std::vector<std::size_t>{first, first + 1});
  }
}
