#pragma once
// Figures of a comparison as a chart: a panel per indicator, measure and unit, a line per
// municipality and board.

#include <string>
#include <vector>

#include "schema/compare.h"

namespace app {

struct ComparisonChartOptions {
  bool per_1000 = false;         // values per 1,000 inhabitants; others are left out
  std::size_t most_panels = 24;  // more cannot be looked at as one picture
};

// An SVG document whose description has every figure. Figures of different length (months and
// years) are lines of their own. Throws extract::Error(bad_argument) for nothing to draw, for more
// lines than can be told apart and for too many panels, saying how to choose.
std::string comparison_svg(const std::vector<schema::ComparedFigure>& figures,
                           const ComparisonChartOptions& options);
// An HTML page with the same chart and the figures as a table below it.
std::string comparison_html(const std::vector<schema::ComparedFigure>& figures,
                            const ComparisonChartOptions& options);

}  // namespace app
