#include "corpus/adjacency.h"

#include <catch2/catch.hpp>

namespace {

using Cells = std::vector<corpus::GridCell>;
using Tables = std::vector<Cells>;
using corpus::Direction;

int times(const corpus::Relations& relations, const char* from, const char* to, Direction direction,
          int blanks = 0) {
  const auto found = relations.find({from, to, direction, blanks});
  return found == relations.end() ? 0 : found->second;
}

Cells simple(std::vector<std::vector<std::string>> rows) {
  Cells cells;
  for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
    const auto& texts = rows[static_cast<std::size_t>(row)];
    for (int column = 0; column < static_cast<int>(texts.size()); ++column) {
      cells.push_back({row, column, 1, 1, texts[static_cast<std::size_t>(column)]});
    }
  }
  return cells;
}

}  // namespace

TEST_CASE("neighbours to the right and below", "[adjacency]") {
  // a b
  // c d
  const auto relations = corpus::adjacency_relations(simple({{"a", "b"}, {"c", "d"}}));
  CHECK(relations.size() == 4);
  CHECK(times(relations, "a", "b", Direction::right) == 1);
  CHECK(times(relations, "c", "d", Direction::right) == 1);
  CHECK(times(relations, "a", "c", Direction::below) == 1);
  CHECK(times(relations, "b", "d", Direction::below) == 1);
}

TEST_CASE("blank cells are skipped and counted", "[adjacency]") {
  const auto relations =
      corpus::adjacency_relations(simple({{"a", "", "b"}, {"", "", ""}, {"c", "", ""}}));
  CHECK(relations.size() == 2);
  CHECK(times(relations, "a", "b", Direction::right, 1) == 1);
  CHECK(times(relations, "a", "c", Direction::below, 1) == 1);
}

TEST_CASE("a spanning cell is the neighbour of each cell along its side, once", "[adjacency]") {
  // [  a  ] b
  //  c   d  e
  const Cells cells = {{0, 0, 1, 2, "a"},
                       {0, 2, 1, 1, "b"},
                       {1, 0, 1, 1, "c"},
                       {1, 1, 1, 1, "d"},
                       {1, 2, 1, 1, "e"}};
  const auto relations = corpus::adjacency_relations(cells);
  CHECK(relations.size() == 6);
  CHECK(times(relations, "a", "c", Direction::below) == 1);
  CHECK(times(relations, "a", "d", Direction::below) == 1);
  CHECK(times(relations, "a", "b", Direction::right) == 1);
}

TEST_CASE("texts are compared without white space and case, signs as _", "[adjacency]") {
  const auto relations = corpus::adjacency_relations(simple({{"Å 1", "-1 000,5"}}));
  CHECK(times(relations, "å1", "_1000_5", Direction::right) == 1);
}

TEST_CASE("equal relations are counted as often as they stand", "[adjacency]") {
  const auto relations = corpus::adjacency_relations(simple({{"0", "0", "0"}}));
  CHECK(times(relations, "0", "0", Direction::right) == 2);
}

TEST_CASE("grids are matched by what they share", "[adjacency]") {
  const Cells first = simple({{"a", "b"}, {"c", "d"}}), second = simple({{"p", "q", "r"}});
  SECTION("whole, in another order") {
    const auto score = corpus::score_grids(Tables{first, second}, Tables{second, first});
    CHECK(score.relations == corpus::Count{6, 6, 6});
    CHECK(score.tables == corpus::Count{2, 2, 2});
    CHECK(score.exact == 2);
  }
  SECTION("one missing, one that is none") {
    const auto score =
        corpus::score_grids(Tables{first, second}, Tables{first, simple({{"x", "y"}})});
    CHECK(score.relations == corpus::Count{4, 5, 6});
    CHECK(score.tables == corpus::Count{1, 2, 2});
    CHECK(score.exact == 1);
  }
  SECTION("two rows fused into one leave less than half") {
    const auto score = corpus::score_grids(Tables{first}, Tables{simple({{"a c", "b d"}})});
    CHECK(score.relations == corpus::Count{0, 1, 4});
    CHECK(score.tables.found == 0);
  }
  SECTION("two tables read as one match only once") {
    const Cells fused = simple({{"a", "b"}, {"c", "d"}, {"p", "q", "r"}});
    const auto score = corpus::score_grids(Tables{first, second}, Tables{fused});
    CHECK(score.relations.found == 4);
    CHECK(score.tables == corpus::Count{1, 1, 2});
    CHECK(score.exact == 0);
  }
}
