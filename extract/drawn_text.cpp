#include "extract/drawn_text.h"

#include <cassert>
#include <cmath>
#include <cstddef>

#include "extract/glyph_text.h"

namespace extract {
namespace {

// In em: as wide as a space. Letters and digits of an unreadable font are wider.
constexpr double kNarrow = 0.3;

}  // namespace

void DrawnText::clear() {
  glyphs.clear();
  styles.clear();
  text.clear();
}

void DrawnText::add(std::u32string_view code_points, double x, double y, double advance) {
  assert(!styles.empty());
  DrawnGlyph glyph;
  glyph.style = static_cast<std::uint32_t>(styles.size() - 1);
  glyph.text = static_cast<std::uint32_t>(text.size());
  glyph.x = x;
  glyph.y = y;
  glyph.advance = advance;
  bool only_space = !code_points.empty();
  // Typesetters' marks (tabs, "indent to here") are narrow control characters.
  const bool narrow = advance <= kNarrow * styles.back().font_size;
  for (const char32_t c : code_points) {
    if (is_space(c) || (narrow && c < 0x20)) continue;
    only_space = false;
    append_glyph_text(c, text);
  }
  if (code_points.empty()) append_glyph_text(kUnmapped, text);
  glyph.space = only_space;
  glyph.text_size = static_cast<std::uint32_t>(text.size()) - glyph.text;
  if (glyph.text_size == 0 && !glyph.space) return;  // zero-width characters only
  glyphs.push_back(glyph);
}

void DrawnText::replace(std::size_t first, std::u32string_view code_points) {
  if (first >= glyphs.size()) return;
  const std::vector<DrawnGlyph> old(glyphs.begin() + static_cast<std::ptrdiff_t>(first),
                                    glyphs.end());
  const bool letter_by_letter = old.size() == code_points.size();
  const DrawnGlyph& head = old.front();
  const DrawnGlyph& tail = old.back();
  const int rotation = styles[head.style].rotation;
  for (const DrawnGlyph& glyph : old) {
    const bool level = rotation == 0 || rotation == 180;
    const double off = level ? glyph.y - head.y : glyph.x - head.x;
    const bool on_line = std::abs(off) <= styles[head.style].font_size / 4;
    if (styles[glyph.style].rotation != rotation || (!on_line && !letter_by_letter)) return;
  }
  glyphs.resize(first);
  const double unit_x = rotation == 0 ? 1 : rotation == 180 ? -1 : 0;
  const double unit_y = rotation == 90 ? 1 : rotation == 270 ? -1 : 0;
  const double length = (tail.x - head.x) * unit_x + (tail.y - head.y) * unit_y + tail.advance;
  const double step = code_points.empty() ? 0 : length / static_cast<double>(code_points.size());
  for (std::size_t i = 0; i < code_points.size(); ++i) {
    const DrawnGlyph& place = letter_by_letter ? old[i] : head;
    const double way = letter_by_letter ? 0 : step * static_cast<double>(i);
    const std::size_t size = glyphs.size();
    add(code_points.substr(i, 1), place.x + unit_x * way, place.y + unit_y * way,
        letter_by_letter ? place.advance : step);
    if (glyphs.size() > size) glyphs.back().style = place.style;
  }
}

}  // namespace extract
