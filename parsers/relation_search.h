#pragma once
// Relation search: which lines of a table make up which others, found from the figures; labels only
// lower what a sum row has to prove.
//
// * Sums over neighbouring lines, from the top and from the bottom (a sum may stand first), with
// parts
//   that are sums themselves: once a sum is believed, its terms are put aside and it stands for
//   them (US patents 6336094 and 7653871 scan in this way). Short runs are tried with signs:
//   Kostnader - Intäkter = Netto.
// * Three lines near each other: Budget - Utfall = Avvikelse.
//
// A relation is believed if its evidence outweighs the number of those that were tried.

#include <span>
#include <vector>

#include "parsers/line_cues.h"
#include "parsers/relation.h"

namespace parsers {

struct RelationOptions {
  int least_odds = 2000;              // evidence beyond the number of trials: 100 to 1
  int least_odds_if_labelled = 1500;  // where labels promise it: "Summa"; Budget, Utfall, Avvikelse
  double least_share =
      0.8;  // of the positions that three lines must hold at; one may fail beside two
  double least_share_of_sum = 0.5;  // of the positions that a sum must hold at
  std::size_t signed_terms = 3;     // lines; longer runs are only added up
  std::size_t reach = 8;            // lines between the first and the last of three
  std::size_t longest_sum = 400;    // lines; keeps long tables linear
};

// The relations that are believed, the best proven first. `cues` has one entry per line.
std::vector<Relation> find_relations(const GridLines& lines, std::span<const LineCue> cues,
                                     std::span<const Reading> readings,
                                     const RelationOptions& options = {});

}  // namespace parsers
