#pragma once
// Column dividers of a region: ruled verticals, the open sides of a frame, and gutters of text
// inside ruled columns or, without any rule, across the whole region.

#include <vector>

#include "parsers/grid_options.h"
#include "parsers/table_regions.h"

namespace parsers {

struct Divider {
  double at = 0;
  bool ruled = false;  // a ruling stands there, at least along a part of it
};

// From the left side to the right one: columns + 1 dividers. `unit` is the region's font size.
std::vector<Divider> find_column_dividers(const TableRegion& region, double unit,
                                          const GridOptions& options);

// The column that x lies in; outside, the first or last one.
int column_at(const std::vector<Divider>& columns, double x);

}  // namespace parsers
