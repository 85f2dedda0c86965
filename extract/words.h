#pragma once
// Words: drawn glyphs in, Words out. Pure; knows nothing of PDF.
//
//   glyphs "1 234" with a space character, or a gap of 0.25 em  → words "1" and "234"
//   "Sum" drawn now, "ma" drawn later where "Sum" ended         → word "Summa"
//   "Total" drawn twice, 0.3 points apart                       → one word, bold
//   "T O T A L T" as six glyphs at equal gaps                   → word "TOTALT"

#include <vector>

#include "extract/drawn_text.h"
#include "extract/page.h"

namespace extract {

// All in em of the font size, unless said otherwise.
struct WordOptions {
  // A wider gap ends a word. Kerning and rounding stay below 0.05, a typeset space is at least 0.2.
  double word_gap = 0.1;
  // The most a glyph may begin before the last one's end (kerning: "AV", "f)").
  double overlap = 0.3;
  // Baselines of one word agree this well. A raised footnote digit is 0.2 or more higher.
  double baseline_tolerance = 0.05;
  // The same where the marked content changes inside a word (Word does so at spelling marks).
  double content_gap = 0.05;
  // Sizes of one word agree this well, as a fraction …
  double size_tolerance = 0.04;
  // … but capitals may be of two sizes, the smaller at least this share of the larger: small
  // capitals made by hand are 0.7 to 0.8.
  double small_capital = 0.65;
  // The same glyph drawn again no further off than this is a second strike: bold type by hand.
  double strike_distance = 0.1;
  // Letter spacing asked for as such (the PDF's Tc) is no gap up to this much.
  double letter_spacing = 0.5;
  // Single letters at equal gaps up to this wide are a spaced-out heading …
  double spaced_letter_gap = 0.6;
  // … if their gaps differ by no more than this …
  double spaced_letter_spread = 0.08;
  // … and there are this many (letters). Fewer may be column heads.
  int spaced_letter_count = 4;
};

// Words in drawing order (of their first glyph). Glyphs that are struck twice count once.
std::vector<Word> build_words(const DrawnText& drawn, const WordOptions& options = {});

}  // namespace extract
