#pragma once
// Fragments: which drawn glyphs belong to one word. The first half of words.h: glyphs are cut into
// runs in drawing order, and runs that touch on one baseline are chained, whatever their order.

#include <cstdint>
#include <vector>

#include "extract/drawn_text.h"
#include "extract/words.h"

namespace extract {

struct GlyphPiece {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t glyph = 0;
  std::uint32_t accent = kNone;  // glyph of an accent drawn over this one
};

// Glyphs drawn one after the other that belong to one word.
struct Fragment {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t style = 0;
  std::uint32_t begin = 0, end = 0;  // range of WordFragments::pieces
  double from = 0, to = 0;           // along (text_direction.h)
  double base = 0;                   // across: the baseline
  bool space_after = false;
  bool joined = false;         // it is another fragment's `next`
  std::uint32_t next = kNone;  // the fragment that goes on the word
};

struct WordFragments {
  std::vector<GlyphPiece> pieces;
  std::vector<Fragment> fragments;  // drawing order
  std::vector<bool> struck_twice;   // by glyph
};

WordFragments find_fragments(const DrawnText& drawn, const WordOptions& options);

}  // namespace extract
