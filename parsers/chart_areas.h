#pragma once
// Chart areas: where a page draws bars, curves or pies. The numbers in them (scales, data labels,
// legends) are no rows of a table, however well they line up.

#include <vector>

#include "extract/page.h"
#include "parsers/text_lines.h"

namespace parsers {

struct ChartOptions {
  int min_strokes = 10;         // curves and slanting lines of one cluster
  double min_size = 8.0;        // u: both sides of such a cluster; smaller ones are logos and bullets
  double reach = 4.0;           // u: pieces so near each other are one drawing
  int min_bars = 5;             // standing bars of equal breadth, apart from each other
  double min_bar_height = 5.0;  // u: of the tallest standing bar
  int min_bar_rows = 3;         // lying bars: rows of equal breadth, apart from each other …
  double ragged = 0.6;          // … whose ends differ: distinct ends, of all
  double margin = 3.0;          // u: scales and labels stand so near the bars
};

// The areas with their scales and labels, in no particular order.
std::vector<extract::Rect> find_chart_areas(const PageWords& words, const ChartOptions& options = {});

// The share of the lines' pieces whose middle lies in one of the areas.
double share_inside(const std::vector<TextLine>& lines, const std::vector<extract::Rect>& areas);

}  // namespace parsers
