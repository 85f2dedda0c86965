#pragma once
// DrawnText: the glyphs of a page in drawing order, as the PDF reader meets them. Input of words.h;
// plain data without PDF types, so that word building can be tested without a PDF.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/page.h"

namespace extract {

// What many glyphs in a row have in common.
struct GlyphStyle {
  double font_size = 0;       // points, as drawn
  double ascent = 0.75;       // above the baseline, in em
  double descent = -0.25;     // below it, negative, in em
  double letter_spacing = 0;  // extra advance asked for between letters, points
  int rotation = 0;           // 0, 90, 180, 270 as Word::rotation
  bool bold = false;
  bool italic = false;
  bool invisible = false;
  bool artifact = false;
  int content_id = -1;
  Color color;
  bool operator==(const GlyphStyle&) const = default;
};

struct DrawnGlyph {
  std::uint32_t style = 0;                // index into DrawnText::styles
  std::uint32_t text = 0, text_size = 0;  // UTF-8 bytes in DrawnText::text
  double x = 0, y = 0;                    // pen position on the baseline, points
  double advance = 0;                     // along the text's direction, without spacing, points
  bool space = false;                     // a space character: ends a word, is part of none
};

struct DrawnText {
  std::vector<DrawnGlyph> glyphs;
  std::vector<GlyphStyle> styles;
  std::string text;

  void clear();
  // Appends a glyph in the last style (REQUIRES: there is one). Its code points are written as
  // glyph_text.h says; a glyph of nothing but white space becomes a space.
  void add(std::u32string_view code_points, double x, double y, double advance);
  // Makes the glyphs from `first` on stand for `code_points`: letter by letter where the numbers
  // agree, else spread over their extent. Glyphs of several lines or styles are left as drawn,
  // since nothing says which of the text stands where.
  void replace(std::size_t first, std::u32string_view code_points);
  std::string_view text_of(const DrawnGlyph& glyph) const {
    return std::string_view(text).substr(glyph.text, glyph.text_size);
  }
};

}  // namespace extract
