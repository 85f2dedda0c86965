#pragma once
// What the figures of one column have in common: a middle and how far a figure is from it, in bits.
// A column of one kind of figures needs few bits for each; figures of another column need more.

#include <cstdint>
#include <optional>
#include <vector>

#include "parsers/decimal.h"

namespace parsers {

struct FigureColumn {
  int scale = 0;            // the deepest of its figures
  std::int64_t median = 0;  // in units of that scale
  bool known = false;       // it has a figure

  // Length of the distance from the median in binary digits; 0 for no figure or an unknown column.
  int bits(const std::optional<Decimal>& value) const;
};

FigureColumn figure_column(const std::vector<std::optional<Decimal>>& values);

// The figure in units of 10^-scale, deeper digits cut; nothing on overflow.
std::optional<std::int64_t> units_at(const Decimal& value, int scale);

// "471,51" beside "470,2" in a row: 471,5 with note 1, or not; plain text has lost the raised
// digit.
bool may_end_in_note(const std::vector<std::optional<Decimal>>& row);

}  // namespace parsers
