#pragma once
// GridOptions: the thresholds of turning a region into a grid, in one place.

#include "parsers/figure_runs.h"
#include "parsers/grid_columns.h"
#include "parsers/grid_rows.h"

namespace parsers {

struct GridOptions {
  ColumnOptions columns;
  RowOptions rows;
  RunOptions runs;
  double drawn_share = 0.6;     // of a cell's edge must be drawn to divide
  double open_frame = 1.0;      // u: text or rules so far beyond the outer verticals open a column
  double split_gap = 0.9;       // u: gutter that divides a ruled column
  double split_share = 0.3;     // of its lines must show it
  double blank_head_gap = 1.0;  // u: headings so far apart head columns without figures, too
};

}  // namespace parsers
