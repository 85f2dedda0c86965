#pragma once
// Region → Grid: dividers from rulings where they are drawn, from the alignment of text where they are
// not, in one pass. So a full lattice, a table with rules at header and total only, and one without
// any rule take the same way, and what is half ruled loses nothing.

#include "parsers/grid.h"
#include "parsers/grid_columns.h"
#include "parsers/grid_rows.h"
#include "parsers/table_regions.h"

namespace parsers {

struct GridOptions {
  ColumnOptions columns;
  RowOptions rows;
  double drawn_share = 0.6;       // of a cell's edge must be drawn to divide
  double open_frame = 1.0;        // u: text or rules so far beyond the outer verticals open a column
  double split_gap = 0.9;         // u: gutter that divides a ruled column
  double split_share = 0.3;       // of its lines must show it
};

// The grid of `region`. Every word of the region's lines is in exactly one cell.
Grid build_grid(const PageWords& words, const TableRegion& region, const GridOptions& options);

}  // namespace parsers
