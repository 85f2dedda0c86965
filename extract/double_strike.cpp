#include "extract/double_strike.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace extract {
namespace {

// A glyph counts as a repetition only if it is off by less than this share of its own width: narrow
// letters in a row ("ll", "..") are not.
constexpr double kShareOfWidth = 0.4;
// Glyphs in one place looked at. Type has two or three; only hostile files heap up more.
constexpr int kMostInPlace = 32;

}  // namespace

DoubleStrike::DoubleStrike(const DrawnText& drawn, double distance)
    : drawn_(drawn),
      distance_(distance),
      newest_(std::bit_ceil(drawn.glyphs.size() * 2 + 1)),
      before_(drawn.glyphs.size()) {}

std::size_t DoubleStrike::slot(double column, double row) const {
  const auto x = static_cast<std::uint64_t>(static_cast<std::int64_t>(column));
  const auto y = static_cast<std::uint64_t>(static_cast<std::int64_t>(row));
  const std::uint64_t hash = (x * 0x9E3779B97F4A7C15ULL ^ y) * 0xC2B2AE3D27D4EB4FULL;
  return (hash >> 20) & (newest_.size() - 1);
}

std::optional<std::uint32_t> DoubleStrike::earlier(std::uint32_t index) {
  const DrawnGlyph& glyph = drawn_.glyphs[index];
  const GlyphStyle& style = drawn_.styles[glyph.style];
  const double reach = std::min(distance_ * style.font_size, kShareOfWidth * glyph.advance);
  if (!(reach > 0)) return std::nullopt;
  // Cells twice as wide as the reach, so that at most four of them are looked at.
  const double cell = 2 * distance_ * style.font_size;
  for (double column = std::floor((glyph.x - reach) / cell); column * cell <= glyph.x + reach;
       ++column) {
    for (double row = std::floor((glyph.y - reach) / cell); row * cell <= glyph.y + reach; ++row) {
      int seen = 0;
      for (std::uint32_t next = newest_[slot(column, row)]; next != 0 && seen < kMostInPlace;
           next = before_[next - 1], ++seen) {
        const DrawnGlyph& old = drawn_.glyphs[next - 1];
        const GlyphStyle& old_style = drawn_.styles[old.style];
        if (std::abs(old.x - glyph.x) <= reach && std::abs(old.y - glyph.y) <= reach &&
            old_style.rotation == style.rotation &&
            std::abs(old_style.font_size - style.font_size) <= distance_ * style.font_size &&
            (!old_style.invisible || style.invisible) &&
            drawn_.text_of(old) == drawn_.text_of(glyph)) {
          return next - 1;
        }
      }
    }
  }
  std::uint32_t& newest = newest_[slot(std::floor(glyph.x / cell), std::floor(glyph.y / cell))];
  before_[index] = newest;
  newest = index + 1;
  return std::nullopt;
}

}  // namespace extract
