#pragma once
// Adjacency relations: the measure of the ICDAR 2013 table competition (Göbel, Hassan, Oro, Orsi
// 2012). A table is the list of its neighbour relations: cell, nearest cell with text to the right
// or below, number of blank cells skipped between. It asks for the right cells beside each other
// and forgives a whole row or column that is missing.

#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "corpus/score.h"
#include "corpus/truth.h"

namespace corpus {

enum class Direction { right, below };
struct Relation {
  std::string from,
      to;  // texts without white space, in one case, other signs than letters and digits as '_'
  Direction direction = Direction::right;
  int blanks = 0;
  auto operator<=>(const Relation&) const = default;
};
using Relations = std::map<Relation, int>;  // how often each stands in the table

Relations adjacency_relations(std::span<const GridCell> cells);

struct GridScore {
  Count relations;  // over all tables of the report
  // A table counts as found when the recovered table that shares most relations with it has at
  // least half of them; a recovered table that matches none is wrong.
  Count tables;
  int exact = 0;  // tables whose relations are all there, with none too many
};

// Each expected table is matched with at most one recovered table, those that share most first.
GridScore score_grids(std::span<const std::vector<GridCell>> expected,
                      std::span<const std::vector<GridCell>> recovered);

}  // namespace corpus
