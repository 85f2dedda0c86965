#pragma once
// The text of glyphs: from the code points a PDF's fonts give to the UTF-8 of a Word.

#include <string>
#include <string_view>

namespace extract {

// Stands for a glyph without a known character. Kept, so that no figure silently loses a digit.
inline constexpr char32_t kUnmapped = 0xFFFD;

// White space of any width, no-break spaces, tabs and line ends.
bool is_space(char32_t c);

// Appends `c` as UTF-8. Ligatures U+FB00–U+FB06 become their letters; zero-width characters
// vanish (the soft hyphen U+00AD stays); control characters and impossible code points become
// U+FFFD.
void append_glyph_text(char32_t c, std::string& utf8);

// The combining mark for an accent that stands alone ("¨" → U+0308), else 0.
char32_t combining_mark(char32_t accent);

// First code point of UTF-8 text; 0 for empty text.
char32_t first_code_point(std::string_view utf8);

// Canonical composition (NFC). Cheap for text without combining marks.
void compose(std::string& utf8);

}  // namespace extract
