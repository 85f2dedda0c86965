#pragma once
// Drawn paths in, rulings, filled boxes and other shapes out. Pure; knows nothing of PDF.
//
//   a stroked rectangle          → four rulings
//   a filled box 0.5 points high → one ruling
//   a filled box 20 points high  → a FilledBox
//   a line 20 points thick       → a FilledBox
//   a filled frame 1 point thick → four rulings
//   a stroked curve              → a DrawnPath

#include <vector>

#include "extract/page.h"

namespace extract {

struct RulingOptions {
  // Points. A filled box with a short side up to this is a line. Lines of reports are 0.25 to 2;
  // zebra bands and bars begin at about 3.
  double max_thickness = 2.5;
  // Points. Shorter lines are dots, corner squares' remains and rounding dust.
  double min_length = 1.0;
  // A line is straight up or across if its ends differ by at most this many points.
  double straightness = 0.5;
  // A fill that covers at least this share of the page is its background.
  double background_share = 0.95;
};

struct PathPoint {
  double x = 0, y = 0;
  bool curve = false;  // control point of a Bézier curve
};

struct Subpath {
  std::vector<PathPoint> points;
  bool closed = false;
};

// Where and how a path is drawn.
struct Paint {
  Rect clip;  // what is visible of it
  Color color;
  double thickness = 0;  // of strokes, points
  bool dashed = false;
};

// Sorts one page's paths into its rulings, fills and paths.
class PathSorter {
 public:
  explicit PathSorter(Page& page, const RulingOptions& options = {})
      : page_(page), options_(options) {}

  void stroke(const std::vector<Subpath>& path, const Paint& paint);
  void fill(const std::vector<Subpath>& path, const Paint& paint);
  // A box painted as a whole: a shading, a pattern, a fill.
  void box(const Rect& box, const Paint& paint);

 private:
  void segment(const PathPoint& a, const PathPoint& b, const Paint& paint, struct Shape& shape);
  // A box with a hole that leaves thin sides, as browsers draw borders: true if it was one.
  bool frame(const Subpath& a, const Subpath& b, const Paint& paint);
  void ruling(bool horizontal, double position, double from, double to, const Paint& paint,
              Ruling::Source source);
  void other(const Rect& box, int lines, int curves, const Paint& paint);

  Page& page_;
  RulingOptions options_;
};

}  // namespace extract
