#pragma once
// Plain text that keeps its page's layout by spaces (columns of characters under each other): such
// text has a geometry after all, that of a typewriter, and is read as a page.
//
//   Intäkter            -70 181      -71 602
//   Personalkostnader   279 325      305 934

#include <string>
#include <vector>

#include "extract/page.h"
#include "parsers/page_tables.h"

namespace parsers {

struct LayoutOptions {
  std::size_t min_lines = 3;  // lines of figures that show it
  double share = 0.7;         // of the lines with figures have wide spaces between them
  // Points. One space is narrower than the gap inside a number (LineOptions::number_gap), two are
  // wider than that inside a text (LineOptions::text_gap).
  double letter_width = 4.4;
  double font_size = 10;
  double line_height = 12;
};

// Most of its lines of figures have two spaces or more between the figures.
bool is_laid_out(const std::vector<std::string>& lines, const LayoutOptions& options);

// The lines' words on a page of fixed-width letters. No rulings, no boxes but those of the words.
extract::Page typewritten_page(const extract::Page& page, const LayoutOptions& options);

// What was read on a typewritten page, as read from text: no boxes, Method::text. Tables whose
// columns have the same headings or none are left out with a diagnostic ("text-table-open"): group
// headings over several columns do not show in spaces.
PageTables as_plain_text(PageTables found);

}  // namespace parsers
