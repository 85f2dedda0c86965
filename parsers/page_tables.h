#pragma once
// The tables of one page, and the text that is left: regions by their witnesses, a grid for each, the
// verdict on each; captions above and notes below attached.

#include <optional>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/furniture.h"
#include "parsers/report.h"
#include "parsers/table.h"
#include "parsers/text_lines.h"

namespace parsers {

struct PageTables {
  std::vector<Table> tables;  // top to bottom
  std::vector<TextPassage> passages;
  std::vector<extract::Diagnostic> diagnostics;
  // Whether text other than furniture stands above the first table and below the last one.
  bool text_above = false, text_below = false;
  // A single row of figures at the head of the page: no table by itself, but perhaps the last row of
  // the table before.
  std::optional<Table> orphan_row;
};

PageTables find_page_tables(const extract::Page& page, const Furniture& furniture);

}  // namespace parsers
