#pragma once
// DoubleStrike: finds glyphs that are drawn again at (nearly) the same place, which is how some
// producers make bold type.

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/drawn_text.h"

namespace extract {

class DoubleStrike {
 public:
  // `distance` in em: how far off the second strike may be. `drawn` outlives this.
  DoubleStrike(const DrawnText& drawn, double distance);

  // The earlier glyph that `glyph` repeats: same text, size and direction, seen as clearly. Glyphs
  // are to be asked about once each, in drawing order.
  std::optional<std::uint32_t> earlier(std::uint32_t glyph);

 private:
  std::size_t slot(double column, double row) const;

  const DrawnText& drawn_;
  double distance_;
  std::vector<std::uint32_t> newest_;  // by slot of a hash table: the last glyph put there, plus 1
  std::vector<std::uint32_t> before_;  // by glyph: the one put there before it, plus 1
};

}  // namespace extract
