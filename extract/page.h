#pragma once
// Page: what is drawn on one page, as plain data. The contract between extract/ (which knows PDF)
// and parsers/ (which knows tables). Coordinates as in geometry.h; the page is upright (its /Rotate
// is applied), cut to its crop box.

#include <cstdint>
#include <string>
#include <vector>

#include "extract/geometry.h"

namespace extract {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const Color&) const = default;
};

// One drawn glyph. `text` is UTF-8 and may hold several letters (a ligature, ActualText).
struct Glyph {
  std::string text;
  Rect box;
  bool operator==(const Glyph&) const = default;
};

// A run of glyphs on one baseline in one size without a space between: never crosses a space
// character, a gap wider than WordOptions::word_gap, a change of size or of baseline. So "1 234" is
// two words, and the raised 1 of "471,5¹" is a word of its own with a smaller size and a higher
// baseline. Words are listed in drawing order.
struct Word {
  std::string text;      // UTF-8, NFC, ligatures expanded, soft hyphens kept (U+00AD)
  Rect box;              // around the glyphs: advance widths × font ascent and descent
  double font_size = 0;  // points, as drawn (transformations applied)
  double baseline = 0;   // y of the baseline (rotation 0); for other rotations see `rotation`
  int rotation = 0;      // 0, 90, 180, 270: clockwise turn of the text on the upright page
  bool bold = false;     // by font name, font flags, or struck twice
  bool italic = false;
  bool invisible = false;     // render mode 3, or drawn in a clip that hides it
  Color color;                // of the fill
  int content_id = -1;        // marked-content id, unique on its page; -1: none. See TaggedCell
  bool artifact = false;      // inside /Artifact marked content (page header, footer, ornament)
  bool space_after = false;   // a space character follows in the content stream
  std::vector<Glyph> glyphs;  // left to right as read
  bool operator==(const Word&) const = default;
};

// A straight line, horizontal or vertical: a stroke, or a filled box with a short side of at most
// RulingOptions::max_thickness. One piece as drawn; joining is the parsers' task.
struct Ruling {
  enum class Source : std::uint8_t { stroke, fill };
  bool horizontal = true;
  double position = 0;      // y of a horizontal, x of a vertical ruling (middle of its thickness)
  double from = 0, to = 0;  // extent along it, from < to
  double thickness = 0;
  bool dashed = false;
  Source source = Source::stroke;
  Color color;
  bool operator==(const Ruling&) const = default;
};

// A filled box that is no ruling: shading of a header, zebra band, bar of a chart. White ones too.
struct FilledBox {
  Rect box;
  Color color;
  bool operator==(const FilledBox&) const = default;
};

struct PageImage {
  Rect box;
  bool operator==(const PageImage&) const = default;
};

// A drawn path that is neither ruling nor box: diagonals and curves (charts, logos).
struct DrawnPath {
  Rect box;
  int lines = 0;  // straight pieces that are neither horizontal nor vertical
  int curves = 0;
  bool operator==(const DrawnPath&) const = default;
};

// One cell of a tagged table (TH or TD) as far as it stands on this page.
struct TaggedCell {
  bool header = false;
  int row_span = 1, column_span = 1;
  std::vector<int> content_ids;  // Words with these content_ids make up the cell
  bool operator==(const TaggedCell&) const = default;
};
struct TaggedRow {
  bool head = false;  // under THead
  std::vector<TaggedCell> cells;
  bool operator==(const TaggedRow&) const = default;
};
// The rows of one Table structure element that have content on this page. A table over several
// pages has the same `id` on each.
struct TaggedTable {
  int id = 0;
  std::vector<TaggedRow> rows;
  bool operator==(const TaggedTable&) const = default;
};

struct Page {
  int number = 1;                // from 1
  double width = 0, height = 0;  // points
  std::vector<Word> words;       // drawing order; for plain text: empty
  std::vector<Ruling> rulings;
  std::vector<FilledBox> fills;  // drawing order
  std::vector<PageImage> images;
  std::vector<DrawnPath> paths;
  std::vector<TaggedTable> tagged_tables;
  // Plain-text reports only: the lines as archived, without line ends. Such a page has no boxes.
  std::vector<std::string> text_lines;
  bool operator==(const Page&) const = default;
};

}  // namespace extract
