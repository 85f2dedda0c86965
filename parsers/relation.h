#pragma once
// Relation: a line of a table that other lines make up ("Summa" = the rows above it, "Avvikelse" =
// Budget - Utfall), and how well it holds at each position along the lines.
//
//   |        | Budget | Utfall | Avvikelse |     columns: Avvikelse = Budget - Utfall, holds at all
//   rows | Skola  |    100 |     90 |        10 |     rows: Summa = Skola + Vård, holds at all
//   columns | Vård   |     50 |     55 |        -5 | | Summa  |    150 |    145 |         5 |
//
// A relation is believed for its evidence: each position at which it holds would be a coincidence
// otherwise, the less likely the larger the figures are. Evidence is counted in thousandths of a
// decimal order of odds (10^3 to 1 is 3000), as whole numbers.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "parsers/figure_grid.h"

namespace parsers {

struct RelationTerm {
  std::size_t line = 0;
  int sign = 1;
  bool operator==(const RelationTerm&) const = default;
};

// result = Σ sign × line.
struct Relation {
  Direction direction = Direction::rows;
  std::size_t result = 0;
  std::vector<RelationTerm> terms;
  // False where a label promises a sum but it fails too often to be believed: it verifies nothing, but
  // the columns in which it fails are open to doubt.
  bool proven = true;
  bool operator==(const Relation&) const = default;
};

enum class Outcome {
  untested,  // the result is not printed, a term is no certain number, or the units differ
  vacuous,   // nothing but zeros: 0 = 0 says nothing
  copy,      // holds with one term that is not zero: says nothing of the relation
  holds,
  fails,
};

struct RelationTest {
  Outcome outcome = Outcome::untested;
  std::int64_t difference = 0;  // result less its terms, in units of the grid
  std::int64_t tolerance = 0;   // what rounding explains, in the same units
  int evidence = 0;             // where it holds; 0 otherwise
};

// The difference that rounding explains where `figures` rounded figures meet, in units of their
// last digit: half a unit for each, but no more than three standard deviations of their sum (each
// error is even over one unit: variance 1/12). 1 for three figures, 3 for 14, 8 for 102.
std::int64_t rounding_tolerance(std::size_t figures);

// `position` counts along the lines. Units of the readings must agree where both are known; whole
// numbers of things that are counted are not rounded.
RelationTest test_relation(const Relation& relation, const GridLines& lines, std::size_t position,
                           std::span<const Reading> readings);

struct RelationEvidence {
  // A true relation fails at one position in thirty: misprints of the source, misreadings.
  static constexpr int kCostOfFailure = 1500;
  int evidence = 0;
  int holds = 0, fails = 0;
  int score() const { return evidence - kCostOfFailure * fails; }
};

// Over all positions. Positions with the same figures count once.
RelationEvidence weigh_relation(const Relation& relation, const GridLines& lines,
                                std::span<const Reading> readings);

}  // namespace parsers
