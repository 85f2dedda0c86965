#pragma once
// Gutters of a page: upright white bands, free of text over several lines, with text on both sides.
// A table's own gutters are among them; `page_zones` tells what they part.
//
//   Hemtjänst   2023   Boende   2023
//   Personer     120   Platser    40     → bands between the columns, each over three lines
//   Timmar       518   Dygn      912

#include <cstddef>
#include <vector>

#include "parsers/text_lines.h"

namespace parsers {

struct GutterOptions {
  double min_width = 1.0;     // u: narrower bands part words
  std::size_t min_lines = 3;  // lines with text on each side
};

struct Gutter {
  double x0 = 0, x1 = 0;
  std::size_t first = 0, last = 0;  // lines that leave it free
};

// The longest bands, by their last line, then from the left; of bands that end together and lie one
// inside the other the longest. Lines sorted from the top. A sweep: each line narrows or ends the
// bands that are open.
std::vector<Gutter> find_gutters(const std::vector<TextLine>& lines, double unit,
                                 const GutterOptions& options);

// The first piece of `line` that begins right of `x`.
std::size_t piece_after(const TextLine& line, double x);

}  // namespace parsers
