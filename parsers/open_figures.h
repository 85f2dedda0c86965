#pragma once
// Open figures: printed digits that may be two numbers, and the choice between them by arithmetic.
//
//   "1.234"    1234 or 1.234, where no other figure of the column tells
//   "471,51"   471.51, or 471.5 with the mark of note 1, where the other figures of the column have
//   one
//              decimal and the source (plain text) does not show what is raised
//
// Until it is settled such a figure has no value: it is kept as missing=text.

#include <span>
#include <string_view>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/decimal.h"
#include "parsers/number_style.h"
#include "parsers/reading.h"

namespace parsers {

// How many figures of a column have so many decimals, from 0 on.
using DecimalsSeen = std::vector<int>;

// The values that `text` leaves open; none where it can only be one. `marks_are_flat`: a raised
// digit would not show.
std::vector<Decimal> open_values(std::string_view text, const NumberStyle& style,
                                 const DecimalsSeen& decimals, bool marks_are_flat);

// Gives an open figure the value with which an identity of its table holds, if that is so for one
// value only. What stays open is told as "unread-figure". REQUIRES: readings table by table.
void settle_open_figures(std::vector<Reading>& readings, extract::Diagnostics& diagnostics);

}  // namespace parsers
