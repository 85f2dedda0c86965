#pragma once
// Figure runs: figures of neighbouring columns one space apart, that the grammar of numbers joins.
//
//   Ledning     1 200   1 100        two figures that end where the words of the next line do
//   Skola      45 300  46 100
//   Summa     128 226 129 926        one number by its grammar, two by the rows above

#include <vector>

#include "parsers/table_regions.h"

namespace parsers {

struct RunOptions {
  double same_end = 0.1;  // u: right ends of figures of one column agree within this
  int min_rows = 2;       // rows that show the two columns apart; two headings count as one
};

// Cuts pieces of digit groups where other rows of the region show two columns: by figures that
// stand apart, or by runs that are no number as a whole. `unit` is the font size in points.
void split_figure_runs(const PageWords& words, TableRegion& region, double unit,
                       const RunOptions& options);

}  // namespace parsers
