#pragma once
// What Poppler knows of fonts and strings, as plain data.

#include <memory>
#include <string>

class GfxFont;
class GooString;

namespace extract {

// What is the same for every glyph of a font.
struct FontLook {
  std::shared_ptr<GfxFont> font;  // shared with Poppler's cache, so that its address stays its
                                  // identity as long as we know it
  double ascent = 0.75, descent = -0.25;  // em
  double em = 1;                          // what a font size of 1 is in em (Type 3 fonts)
  bool bold = false, italic = false;
  bool symbols = false;     // pictures as letters: Wingdings and the like
  bool unreadable = false;  // glyph numbers without a table of characters; Poppler would pass the
                            // numbers off as characters
};

FontLook font_look(const std::shared_ptr<GfxFont>& font);

// A text string of a PDF: UTF-16 with byte order mark, UTF-8 with mark, or PDFDocEncoding.
std::u32string code_points(const GooString& text);
std::string utf8(const GooString& text);

}  // namespace extract
