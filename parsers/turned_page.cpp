#include "parsers/turned_page.h"

#include <algorithm>
#include <cstddef>

namespace parsers {
namespace {

using extract::Page;
using extract::Rect;
using extract::Ruling;

// Reading down: the page's y is the line's x, its right side the line's top. Reading up: the
// reverse.
Rect turned(const Rect& box, const Page& page, int turn) {
  if (turn == 90) return {box.y0, page.width - box.x1, box.y1, page.width - box.x0};
  return {page.height - box.y1, box.x0, page.height - box.y0, box.x1};
}

double turned_baseline(const extract::Word& word, const Page& page, int turn) {
  if (word.rotation != turn) return turned(word.box, page, turn).y1;
  return turn == 90 ? page.width - word.baseline : word.baseline;
}

Ruling turned(const Ruling& ruling, const Page& page, int turn) {
  const Rect line = ruling.horizontal
                        ? Rect{ruling.from, ruling.position, ruling.to, ruling.position}
                        : Rect{ruling.position, ruling.from, ruling.position, ruling.to};
  const Rect box = turned(line, page, turn);
  Ruling out = ruling;
  out.horizontal = !ruling.horizontal;
  out.position = out.horizontal ? box.y0 : box.x0;
  out.from = out.horizontal ? box.x0 : box.y0;
  out.to = out.horizontal ? box.x1 : box.y1;
  return out;
}

}  // namespace

int text_turn(const Page& page, const TurnOptions& options) {
  std::size_t visible = 0, down = 0, up = 0;
  for (const extract::Word& word : page.words) {
    if (word.invisible || word.text.empty()) continue;
    ++visible;
    down += word.rotation == 90 ? 1 : 0;
    up += word.rotation == 270 ? 1 : 0;
  }
  const std::size_t most = std::max(down, up);
  if (most < options.min_words) return 0;
  if (static_cast<double>(most) < options.turned_share * static_cast<double>(visible)) return 0;
  return down > up ? 90 : 270;
}

Page turned_page(const Page& page, int turn) {
  Page out = page;
  std::swap(out.width, out.height);
  for (extract::Word& word : out.words) {
    word.baseline = turned_baseline(word, page, turn);
    word.box = turned(word.box, page, turn);
    word.rotation = (word.rotation - turn + 360) % 360;
    for (extract::Glyph& glyph : word.glyphs) glyph.box = turned(glyph.box, page, turn);
  }
  for (Ruling& ruling : out.rulings) ruling = turned(ruling, page, turn);
  for (extract::FilledBox& fill : out.fills) fill.box = turned(fill.box, page, turn);
  for (extract::PageImage& image : out.images) image.box = turned(image.box, page, turn);
  for (extract::DrawnPath& path : out.paths) path.box = turned(path.box, page, turn);
  return out;
}

Rect turned_back(const Rect& box, const Page& page, int turn) {
  if (turn == 90) return {page.width - box.y1, box.x0, page.width - box.y0, box.x1};
  return {box.y0, page.height - box.x1, box.y1, page.height - box.x0};
}

}  // namespace parsers
