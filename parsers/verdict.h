#pragma once
// Verdict: is a recovered grid a table at all? Rejecting what is none is worth more than any
// detector (measured on ICDAR 2013: dropping one-column and mostly empty grids halves the false
// tables). Each test names its reason, which goes to the diagnostics.

#include <optional>
#include <string>

#include "parsers/grid.h"
#include "parsers/table.h"
#include "parsers/table_regions.h"

namespace parsers {

struct VerdictOptions {
  double min_rows_with_two = 0.5;  // share of rows with two filled cells (text bands)
  double min_fill = 0.45;          // share of filled positions (text bands)
  double min_numeric = 0.5;        // share of figures right of the first column (text bands)
  std::size_t long_cell = 8;       // words: a cell so long is prose …
  double max_long = 0.35;          // … and a table has at most so many of them …
  double few_figures = 0.2;        // … unless it has more figures than this
  std::size_t heading_words = 5;   // a ruled table of long texts has headings of fewer words …
  int prose_columns = 3;           // columns: … over so many; two boxes side by side are prose
  std::ptrdiff_t word_rows = 4;    // a table of words between rules has so many rows at least …
  double word_fill = 0.95;         // … so large a share of its positions filled, and headings
  double max_blank = 0.9;          // share of blank cells in a ruled grid
  double min_leaders = 0.15;       // share of rows with dot leaders that makes a contents list …
  double max_no_pages = 0.25;      // … where so few of these lead to what is no page, at most
  int letterhead_rows = 4;         // of text with an e-mail or web address among them: no table
};

// Why `table` is no table, or nothing if it is one.
std::optional<std::string> rejection(const Table& table, Witness witness,
                                     const VerdictOptions& options);

}  // namespace parsers
