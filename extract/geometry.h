#pragma once
// Points and boxes on a page. Coordinates everywhere in namndata: points (1/72 inch), origin at the
// top left of the upright page, y down. Conversion happens at the edge of extract/, nowhere else.

#include <algorithm>

namespace extract {

struct Rect {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  double width() const { return x1 - x0; }
  double height() const { return y1 - y0; }
  double center_x() const { return (x0 + x1) / 2; }
  double center_y() const { return (y0 + y1) / 2; }
  bool empty() const { return x1 <= x0 || y1 <= y0; }
  bool contains(double x, double y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
  bool operator==(const Rect&) const = default;
};

// Length shared by the intervals [a0, a1] and [b0, b1]; negative is the gap between them.
inline double overlap(double a0, double a1, double b0, double b1) {
  return std::min(a1, b1) - std::max(a0, b0);
}
inline double overlap_x(const Rect& a, const Rect& b) { return overlap(a.x0, a.x1, b.x0, b.x1); }
inline double overlap_y(const Rect& a, const Rect& b) { return overlap(a.y0, a.y1, b.y0, b.y1); }
inline bool intersects(const Rect& a, const Rect& b) {
  return overlap_x(a, b) > 0 && overlap_y(a, b) > 0;
}

// The smallest box around both. A default-constructed Rect counts as nothing.
inline Rect unite(const Rect& a, const Rect& b) {
  if (a == Rect{}) return b;
  if (b == Rect{}) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

}  // namespace extract
