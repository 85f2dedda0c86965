#pragma once
// A body of rows and the words above it → a table: how many columns, which headings, which figures.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/table.h"
#include "parsers/text_bodies.h"
#include "parsers/text_columns.h"
#include "parsers/text_headings.h"

namespace parsers {

struct TextGridOptions {
  BodyOptions body;
  TextColumnOptions columns;
  HeadingOptions headings;
  std::size_t zone_lines = 30;  // lines above the body that are searched for headings
  std::size_t max_columns = 20;
  std::size_t sample_rows = 60;      // rows that are looked at to choose the number of columns
  double full_share = 0.25;          // of the rows have a figure for every column, at least
  double resolved_share = 0.5;       // of the rows are resolved, at least
  int row_not_full = 10;             // cost of a row with blanks, on the scale of HeadingOptions
  int outside_under_group = 60;      // words outside the headings, but under their group's heading
  int group_above = 10;              // more where the line above the first row is left out
  std::size_t group_words = 6;       // a group's label has no more
  int open_rows = 20;                // more where most rows can be read in several ways
  std::size_t word_column_rows = 4;  // rows that end their labels with one of the same few words
  std::size_t word_column_words = 3;
};

struct TextGrid {
  Table table;                 // no title
  std::size_t first_line = 0;  // of the headings
  std::vector<extract::Diagnostic> diagnostics;
};

// Nothing when no headings fit the rows. `ceiling`: the first line that headings may stand on.
std::optional<TextGrid> build_text_grid(const std::vector<std::string>& lines, const TextBody& body,
                                        std::size_t ceiling, int page,
                                        const std::vector<std::string>& vocabulary,
                                        const TextGridOptions& options);

}  // namespace parsers
