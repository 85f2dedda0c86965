#pragma once
// What stands on either side of a gutter: rows with labels of their own, running text, a chart; and
// whether the two are read apart. A table's own gutter has figures on its right that take their
// labels from its left.

#include <string>
#include <vector>

#include "parsers/page_gutters.h"
#include "parsers/text_lines.h"

namespace parsers {

struct SideOptions {
  // What a line of one side is.
  double solid_gap = 1.0;           // u: running text has no wider space in a line …
  std::size_t words_per_piece = 2;  // … and at least so many words to each such space
  double max_bare = 0.34;           // share of rows without a label of their own, at most
  // Running text.
  double filled = 0.75;         // share of the side's width: a line that goes on in the next
  double min_text_width = 8.0;  // u: narrower text is a label
  double text_pitch = 1.7;      // × font size: its lines follow so closely
  std::size_t min_flow = 3;     // lines that go on in the next, at least …
  double flow_share = 0.5;      // … and of all lines with text close below
  // Two tables.
  double ends_in_figures = 0.5;  // share of the left one's rows that reach the gutter with a figure
  double same_line = 0.15;       // u: rows of one table stand on one line
  double max_same_lines = 0.34;  // share of rows on one line with the other side's: two tables
  double distinct = 0.67;        // share of labels that differ: fewer are words in a column
  double title_gap = 1.0;        // u: white space under a title of one side's own …
  double title_size = 1.05;      // × the size of the line below … unless it is larger or bold
  double far_gutter = 2.0;       // u: white space between two tables without any other sign …
  double far_band = 1.5;         // × the widest band inside them …
  double flush = 0.3;            // u: … where the figures before it are right-aligned
  // Running text beside a table.
  double title_room = 4.0;      // u: a table with its title begins so far above its headings
  std::size_t lines_above = 2;  // lines of text above the table beside them …
  std::size_t lines_below = 4;  // … or below it: no cells of that table
  double grid_line = 0.06;      // u: a line of text stands so near a row's line by design …
  double max_grid_lines = 0.2;  // … share of such lines, at most
  // Charts.
  double in_chart = 0.7;      // share of a side's pieces that makes it a chart's …
  double beside_chart = 0.1;  // … and of the other side's, at most
};

enum class HalfKind {
  text,   // one piece, or solid running text
  heads,  // several pieces, no figure
  row,    // a label, then figures
  bare,   // figures without a label
};

struct HalfLine {
  HalfKind kind = HalfKind::text;
  extract::Rect box;
  double baseline = 0, font_size = 0;
  bool bold = false;
  std::size_t line = 0;              // index of the page's line
  const TextPiece* first = nullptr;  // its pieces: [first, end)
  const TextPiece* end = nullptr;
};

struct Side {
  std::vector<HalfLine> lines;  // top to bottom
  extract::Rect box;
  std::size_t rows = 0, bare = 0;
  double chart_share = 0;

  // Rows enough, and labelled.
  bool is_table(const SideOptions& options) const;
  // Figures that take their labels from the other side.
  bool leans(const SideOptions& options) const;
};

// The left or right side of `gutter` over the lines [first, last].
Side look_left(const std::vector<TextLine>& lines, const Gutter& gutter,
               const std::vector<extract::Rect>& charts, double unit, const SideOptions& options);
Side look_right(const std::vector<TextLine>& lines, const Gutter& gutter,
                const std::vector<extract::Rect>& charts, double unit, const SideOptions& options);

// Whether the two sides are read apart.
bool stand_apart(const Side& left, const Side& right, double unit, const SideOptions& options);

}  // namespace parsers
