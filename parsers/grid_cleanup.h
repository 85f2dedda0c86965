#pragma once
// Last touches to a grid: words that stand on their side, rows and columns that are only the space
// between rules. `unit` is the region's font size.

#include "parsers/grid.h"
#include "parsers/text_lines.h"

namespace parsers {

// Rotated heads: each word into the cell that its middle lies in, in the order of its reading.
void add_rotated(const PageWords& words, Grid& grid, double unit);

// Drops rows in which no cell begins with text although others reach through them.
void drop_empty_rows(Grid& grid, double unit);

// Drops empty columns narrower than a letter or two: the space between double rules.
void drop_slivers(Grid& grid, double unit);

}  // namespace parsers
