#include "extract/drawn_paths.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace extract {

// What of a path is neither horizontal nor vertical.
struct Shape {
  Rect box;
  int lines = 0, curves = 0;
};

namespace {

Rect around(const Subpath& subpath) {
  Rect box{subpath.points[0].x, subpath.points[0].y, subpath.points[0].x, subpath.points[0].y};
  for (const PathPoint& point : subpath.points) {
    box.x0 = std::min(box.x0, point.x);
    box.y0 = std::min(box.y0, point.y);
    box.x1 = std::max(box.x1, point.x);
    box.y1 = std::max(box.y1, point.y);
  }
  return box;
}

Rect cut(const Rect& box, const Rect& clip) {
  return {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1),
          std::min(box.y1, clip.y1)};
}

// All corners lie on the box's corners: a rectangle, however it was drawn.
bool is_box(const Subpath& subpath, const Rect& box, double tolerance) {
  if (subpath.points.size() < 4) return false;
  for (const PathPoint& point : subpath.points) {
    if (point.curve) return false;
    const double off_x = std::min(std::abs(point.x - box.x0), std::abs(point.x - box.x1));
    const double off_y = std::min(std::abs(point.y - box.y0), std::abs(point.y - box.y1));
    if (off_x > tolerance || off_y > tolerance) return false;
  }
  for (std::size_t i = 0; i + 1 < subpath.points.size(); ++i) {
    const bool moves_x = std::abs(subpath.points[i].x - subpath.points[i + 1].x) > tolerance;
    const bool moves_y = std::abs(subpath.points[i].y - subpath.points[i + 1].y) > tolerance;
    if (moves_x && moves_y) return false;
  }
  return true;
}

void widen(Rect& box, double x, double y) {
  if (box == Rect{}) {
    box = {x, y, x, y};
    return;
  }
  box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
}

}  // namespace

void PathSorter::stroke(const std::vector<Subpath>& path, const Paint& paint) {
  Shape shape;
  for (const Subpath& subpath : path) {
    const auto& points = subpath.points;
    for (std::size_t i = 0; i + 1 < points.size();) {
      if (points[i + 1].curve && i + 3 < points.size()) {
        for (std::size_t k = i; k <= i + 3; ++k) widen(shape.box, points[k].x, points[k].y);
        ++shape.curves;
        i += 3;
        continue;
      }
      segment(points[i], points[i + 1], paint, shape);
      ++i;
    }
    if (subpath.closed && points.size() > 2) segment(points.back(), points.front(), paint, shape);
  }
  if (shape.lines + shape.curves > 0) other(shape.box, shape.lines, shape.curves, paint);
}

void PathSorter::segment(const PathPoint& a, const PathPoint& b, const Paint& paint, Shape& shape) {
  const double dx = std::abs(a.x - b.x);
  const double dy = std::abs(a.y - b.y);
  if (dy <= options_.straightness && dx >= dy) {
    ruling(true, (a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x), paint,
           Ruling::Source::stroke);
  } else if (dx <= options_.straightness) {
    ruling(false, (a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y), paint,
           Ruling::Source::stroke);
  } else {
    widen(shape.box, a.x, a.y);
    widen(shape.box, b.x, b.y);
    ++shape.lines;
  }
}

void PathSorter::fill(const std::vector<Subpath>& path, const Paint& paint) {
  Shape shape;
  for (std::size_t k = 0; k < path.size(); ++k) {
    const Subpath& subpath = path[k];
    if (subpath.points.size() < 2) continue;
    const Rect bounds = around(subpath);
    if (k + 1 < path.size() && frame(subpath, path[k + 1], paint)) {
      ++k;
      continue;
    }
    const bool thin = std::min(bounds.width(), bounds.height()) <= options_.max_thickness;
    if (is_box(subpath, bounds, options_.straightness) || thin) {
      box(bounds, paint);
      continue;
    }
    for (std::size_t i = 1; i < subpath.points.size(); ++i) {
      if (subpath.points[i].curve) {
        ++shape.curves;
        i += 2;
      } else {
        ++shape.lines;
      }
    }
    widen(shape.box, bounds.x0, bounds.y0);
    widen(shape.box, bounds.x1, bounds.y1);
  }
  if (shape.lines + shape.curves > 0) other(shape.box, shape.lines, shape.curves, paint);
}

bool PathSorter::frame(const Subpath& a, const Subpath& b, const Paint& paint) {
  if (a.points.size() < 4 || b.points.size() < 4) return false;
  Rect outer = around(a);
  Rect inner = around(b);
  if (outer.width() < inner.width()) std::swap(outer, inner);
  const double sides[] = {inner.x0 - outer.x0, outer.x1 - inner.x1, inner.y0 - outer.y0,
                          outer.y1 - inner.y1};
  for (const double side : sides) {
    if (!(side >= 0 && side <= options_.max_thickness)) return false;
  }
  if (outer == inner || !is_box(a, around(a), options_.straightness) ||
      !is_box(b, around(b), options_.straightness)) {
    return false;
  }
  if (sides[0] > 0) box({outer.x0, outer.y0, inner.x0, outer.y1}, paint);
  if (sides[1] > 0) box({inner.x1, outer.y0, outer.x1, outer.y1}, paint);
  if (sides[2] > 0) box({outer.x0, outer.y0, outer.x1, inner.y0}, paint);
  if (sides[3] > 0) box({outer.x0, inner.y1, outer.x1, outer.y1}, paint);
  return true;
}

void PathSorter::box(const Rect& box, const Paint& paint) {
  const Rect seen = cut(box, paint.clip);
  if (!(seen.x1 >= seen.x0 && seen.y1 >= seen.y0)) return;
  const double width = seen.width();
  const double height = seen.height();
  if (std::min(width, height) <= options_.max_thickness) {
    Paint line = paint;
    line.thickness = std::min(width, height);
    line.dashed = false;
    const bool horizontal = width >= height;
    ruling(horizontal, horizontal ? seen.center_y() : seen.center_x(),
           horizontal ? seen.x0 : seen.y0, horizontal ? seen.x1 : seen.y1, line,
           Ruling::Source::fill);
    return;
  }
  if (width * height >= options_.background_share * page_.width * page_.height) return;
  // Some producers fill every cell twice.
  const FilledBox filled{seen, paint.color};
  if (page_.fills.empty() || !(page_.fills.back() == filled)) page_.fills.push_back(filled);
}

void PathSorter::ruling(bool horizontal, double position, double from, double to,
                        const Paint& paint, Ruling::Source source) {
  const Rect& clip = paint.clip;
  const double half = paint.thickness / 2;
  const double low = horizontal ? clip.y0 : clip.x0;
  const double high = horizontal ? clip.y1 : clip.x1;
  // Written so that what is not a number is left out too.
  if (!(position + half >= low && position - half <= high)) return;
  from = std::max(from, horizontal ? clip.x0 : clip.y0);
  to = std::min(to, horizontal ? clip.x1 : clip.y1);
  if (!(to - from >= options_.min_length)) return;
  if (source == Ruling::Source::stroke && paint.thickness > options_.max_thickness) {
    // A line as thick as a band is one: shading drawn by stroking.
    const double near = position - half, far = position + half;
    box(horizontal ? Rect{from, near, to, far} : Rect{near, from, far, to}, paint);
    return;
  }
  Ruling ruling;
  ruling.horizontal = horizontal;
  ruling.position = position;
  ruling.from = from;
  ruling.to = to;
  ruling.thickness = paint.thickness;
  ruling.dashed = paint.dashed;
  ruling.source = source;
  ruling.color = paint.color;
  page_.rulings.push_back(ruling);
}

void PathSorter::other(const Rect& box, int lines, int curves, const Paint& paint) {
  const Rect seen = cut(box, paint.clip);
  if (!(seen.x1 >= seen.x0 && seen.y1 >= seen.y0)) return;
  page_.paths.push_back({seen, lines, curves});
}

}  // namespace extract
