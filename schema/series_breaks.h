#pragma once
// Breaks in a series: where the label, the unit, the level (the kind of table, whose figures are
// about the activity, the whole board, its staff) or the qualifying note behind an indicator's
// figures changed from one period to the next. What comes before and after may not be comparable.
// Titles are not compared: they change with every year and layout.

#include <vector>

#include "schema/compare.h"
#include "schema/database.h"

namespace schema {

// Sets `series_break` of each figure whose definition differs from that of the figure of the period
// before it in the same series (indicator, municipality, board, measure and length of period):
// "label: Anmälningar unga → Orosanmälningar; unit: antal → antal personer".
void add_breaks(Database& database, std::vector<ComparedFigure>& figures);

}  // namespace schema
