#pragma once
// Heading spans: how many columns each heading above the first figures stands over.
//
//          Utfall          Budget          each over the two years below it: it stands in their
//          2022    2023    2022    2023    middle, the rule under it covers them, or the years
//                                          repeat and only the headings above tell them apart
//
// Header paths index every column once: D. W. Embley, M. Krishnamoorthy, G. Nagy and S. Seth,
// "Converting heterogeneous statistical tables on the web to searchable databases", IJDAR 2016.

#include <vector>

#include "parsers/column_dividers.h"
#include "parsers/grid_rows.h"
#include "parsers/table_regions.h"

namespace parsers {

// Sets column and column_span of the pieces in the lines above the first figures. `extents` are the
// boxes of the columns' body texts, empty where a column has none; `unit` is the font size in
// points. REQUIRES: `columns` are the edges of `extents`, one more than these or as many.
void spread_headings(std::vector<PlacedLine>& lines, const TableRegion& region,
                     const std::vector<Divider>& columns, const std::vector<extract::Rect>& extents,
                     double unit);

}  // namespace parsers
