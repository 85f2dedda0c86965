#include "extract/words.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/glyph_text.h"
#include "extract/text_direction.h"
#include "extract/word_fragments.h"

namespace extract {
namespace {

Word word_of(const DrawnText& drawn, const WordFragments& found, std::uint32_t head) {
  const Fragment& first = found.fragments[head];
  const GlyphStyle& look = drawn.styles[first.style];
  Word word;
  word.font_size = look.font_size;
  word.rotation = look.rotation;
  word.bold = look.bold;
  word.italic = look.italic;
  word.invisible = look.invisible;
  word.color = look.color;
  word.content_id = look.content_id;
  word.artifact = look.artifact;
  word.baseline = look.rotation == 90 || look.rotation == 180 ? -first.base : first.base;
  const double top = first.base - look.ascent * look.font_size;
  const double bottom = first.base - look.descent * look.font_size;
  std::size_t size = 0;
  for (std::uint32_t i = head; i != Fragment::kNone; i = found.fragments[i].next) {
    size += found.fragments[i].end - found.fragments[i].begin;
  }
  word.glyphs.reserve(size);
  for (std::uint32_t i = head; i != Fragment::kNone; i = found.fragments[i].next) {
    const Fragment& fragment = found.fragments[i];
    word.space_after = fragment.space_after;
    for (std::uint32_t p = fragment.begin; p < fragment.end; ++p) {
      const GlyphPiece& piece = found.pieces[p];
      const DrawnGlyph& glyph = drawn.glyphs[piece.glyph];
      if (found.struck_twice[piece.glyph]) word.bold = true;
      Glyph out;
      out.text = drawn.text_of(glyph);
      if (piece.accent != GlyphPiece::kNone) {
        const std::string_view accent = drawn.text_of(drawn.glyphs[piece.accent]);
        append_glyph_text(combining_mark(first_code_point(accent)), out.text);
        compose(out.text);
      }
      const double from = along(look.rotation, glyph.x, glyph.y);
      const double to = from + std::max(glyph.advance, 0.0);
      out.box = page_rect(look.rotation, from, to, top, bottom);
      word.text += out.text;
      word.box = unite(word.box, out.box);
      word.glyphs.push_back(std::move(out));
    }
  }
  compose(word.text);
  return word;
}

}  // namespace

std::vector<Word> build_words(const DrawnText& drawn, const WordOptions& options) {
  const WordFragments found = find_fragments(drawn, options);
  // First-drawn fragment and leftmost fragment of each word.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> heads;
  heads.reserve(found.fragments.size());
  for (std::uint32_t i = 0; i < found.fragments.size(); ++i) {
    if (found.fragments[i].joined) continue;
    std::uint32_t drawn_first = i;
    for (std::uint32_t j = i; j != Fragment::kNone; j = found.fragments[j].next) {
      drawn_first = std::min(drawn_first, j);
    }
    heads.emplace_back(drawn_first, i);
  }
  std::sort(heads.begin(), heads.end());
  std::vector<Word> words;
  words.reserve(heads.size());
  for (const auto& [drawn_first, head] : heads) words.push_back(word_of(drawn, found, head));
  return words;
}

}  // namespace extract
