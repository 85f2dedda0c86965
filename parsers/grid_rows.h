#pragma once
// Rows from lines of text: which lines are rows of their own, which are wraps of a label above or
// below, and where the boxhead ends. Used where no rule says it.
//
//   Antal pågående utredningar            ← wrap: belongs to the row below (lower-case start there,
//   per månad barn och unga   öka   518      or a smaller pitch), decided once per table
//   Ekonomi                               ← group row: a row of its own
//   varav kostnader                 -12

#include <vector>

#include "parsers/text_lines.h"

namespace parsers {

struct RowOptions {
  double pitch_jump = 0.06;  // u: a wrap's pitch differs at least so much from a row's
  double jitter = 4;         // × the spread of the wraps' pitches: and by so much
  double wrap_pitch = 0.8;   // × the rows' pitch: lines nearer than this are one row
};

// One line of a region with its pieces' columns.
struct PlacedPiece {
  const TextPiece* piece = nullptr;
  int column = 0;
  int column_span = 1;
};
struct PlacedLine {
  double baseline = 0;
  double font_size = 0;
  bool rule_above = false;  // a rule over half the region's width stands above it
  std::vector<PlacedPiece> pieces;
};

struct RowGroup {
  std::size_t first = 0, last = 0;  // lines
  bool boxhead = false;
};

// Groups all `lines` in rows, from the top. REQUIRES: lines in order, each with at least one piece.
std::vector<RowGroup> group_rows(const std::vector<PlacedLine>& lines, const RowOptions& options);

}  // namespace parsers
