#pragma once
// Drawn pieces → rulings: one line for what the eye sees as one line. Producers draw a rule cell by
// cell, as thin boxes with separate corner squares, dashed, double, or only as the edge of a shading.

#include <vector>

#include "extract/page.h"
#include "parsers/text_lines.h"

namespace parsers {

struct RulingOptions {
  double collinear = 0.75;      // points: pieces so near in position are one line
  double gap = 3.0;             // points: and are joined over such a gap (a corner square, a dash)
  double parallel = 3.2;        // points: parallels so near are one divider (double rules)
  double min_length = 4.0;      // points: shorter joined lines are dots
  double underline_drop = 0.35; // u: an underline runs so near under its word's baseline
  double band_min = 0.8;        // u: fills lower than this are no cell background
};

struct RulingSet {
  std::vector<extract::Ruling> horizontal;  // sorted by position
  std::vector<extract::Ruling> vertical;    // sorted by position
};

// Joined rulings of a page, edges of cell backgrounds and zebra bands included; underlines and dots
// left out. Near linear in drawn pieces.
RulingSet join_rulings(const PageWords& words, const RulingOptions& options);

}  // namespace parsers
