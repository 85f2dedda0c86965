#pragma once
// Rows of figures without geometry → the cells of `columns` columns. Where a row can be read in
// more than one way, its neighbours decide, or nobody:
//
//   an identity of the table        1 664 006 | 1 654 006 | -10 000    budget - forecast =
//   deviation one pattern for all rows        342 | 300 | 8060 | 7 345           columns that vary
//   least a wider space for a blank cell  "mar   50 16 183 19 84 5 10"       only where one place
//   is left
//
// A row that stays open has no cells and a reason: no figure rather than a shifted one.

#include <cstddef>
#include <string>
#include <vector>

#include "parsers/text_figures.h"

namespace parsers {

struct TextColumnOptions {
  SplitOptions splitting;
  std::size_t identity_rows =
      2;                         // an identity holds in so many rows without a zero in it, at least
  double identity_share = 0.8;   // and in this share of all rows
  int identity_tolerance = 2;    // units of the last digit: three rounded figures
  std::size_t pattern_rows = 4;  // fewer rows say nothing of what a column looks like
  double pattern_share = 0.8;    // of the rows can be read by the pattern
  int pattern_margin = 4;        // bits per row by which the best pattern is shorter than the next
  int blank_slack = 1;           // bits per column by which another place may fit a blank better
  double loose_spacing = 0.25;   // more rows with a stray wide space than this: spaces say nothing
};

struct ResolvedRow {
  FigureCells cells;   // one for each column, "" for a blank; empty when the row stays open
  std::string reason;  // why it does; "" when resolved
  bool operator==(const ResolvedRow&) const = default;
};

// One for each of `rows`.
std::vector<ResolvedRow> resolve_rows(const std::vector<FigureLine>& rows, std::size_t columns,
                                      const TextColumnOptions& options);

// Whether some three columns add up in the rows when these are read as `columns` figures.
bool columns_add_up(const std::vector<FigureLine>& rows, std::size_t columns,
                    const TextColumnOptions& options);

}  // namespace parsers
