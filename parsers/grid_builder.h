#pragma once
// Region → Grid: dividers from rulings where they are drawn, from the alignment of text where they
// are not, in one pass. So a full lattice, a table with rules at header and total only, and one
// without any rule take the same way, and what is half ruled loses nothing.

#include "parsers/grid.h"
#include "parsers/grid_options.h"
#include "parsers/table_regions.h"

namespace parsers {

// The grid of `region`. Every word of the region's lines is in exactly one cell.
Grid build_grid(const PageWords& words, const TableRegion& region, const GridOptions& options);

}  // namespace parsers
