#pragma once
// Columns from the alignment of text: gutters that the body lines of a region leave free.

#include <vector>

#include "parsers/text_lines.h"

namespace parsers {

struct ColumnOptions {
  double min_gutter = 0.25;    // u: narrower white space is no column boundary
  double crossed_share = 0.1;  // of the lines may enter a gutter (spanning group rows)
};

// The x positions between neighbouring columns of `lines` within [x0, x1], ascending, without x0 and
// x1; empty when the text is one column. Lines with one piece do not count; where most of the others
// hold figures, only those count (boxhead and group rows are left out).
std::vector<double> find_column_edges(const std::vector<TextLine>& lines, double x0, double x1,
                                      double unit, const ColumnOptions& options);

}  // namespace parsers
