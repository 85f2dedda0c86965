#include "parsers/page_gutters.h"

#include <algorithm>
#include <limits>

namespace parsers {
namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();

struct Gap {
  double x0, x1;
};

// What the line leaves free, endless at both sides.
std::vector<Gap> gaps_of(const TextLine& line, double min_width) {
  std::vector<Gap> gaps;
  double end = -kEndless;
  for (const TextPiece& piece : line.pieces) {
    if (piece.box.x0 - end >= min_width) gaps.push_back({end, piece.box.x0});
    end = std::max(end, piece.box.x1);
  }
  gaps.push_back({end, kEndless});
  return gaps;
}

bool has_text_beside(const std::vector<TextLine>& lines, const Gutter& gutter,
                     std::size_t min_lines) {
  std::size_t left = 0, right = 0;
  for (std::size_t i = gutter.first; i <= gutter.last; ++i) {
    left += lines[i].pieces.front().box.x0 < gutter.x0 ? 1 : 0;
    right += lines[i].pieces.back().box.x1 > gutter.x1 ? 1 : 0;
    if (left >= min_lines && right >= min_lines) return true;
  }
  return false;
}

// The parts of `open` (sorted by x0, then first) that `gaps` leave free. Of bands at one place with
// the same extent the oldest stays.
std::vector<Gutter> narrowed(const std::vector<Gutter>& open, const std::vector<Gap>& gaps,
                             std::size_t line, double min_width, std::vector<bool>& goes_on) {
  std::vector<Gutter> next;
  for (std::size_t k = 0; k < open.size(); ++k) {
    auto gap = std::lower_bound(gaps.begin(), gaps.end(), open[k].x0,
                                [](const Gap& g, double x) { return g.x1 <= x; });
    for (; gap != gaps.end() && gap->x0 < open[k].x1; ++gap) {
      const double x0 = std::max(gap->x0, open[k].x0), x1 = std::min(gap->x1, open[k].x1);
      if (x1 - x0 < min_width) continue;
      goes_on[k] = true;
      next.push_back({x0, x1, open[k].first, line});
    }
  }
  for (const Gap& gap : gaps) next.push_back({gap.x0, gap.x1, line, line});
  std::sort(next.begin(), next.end(), [](const Gutter& a, const Gutter& b) {
    if (a.x0 != b.x0) return a.x0 < b.x0;
    return a.x1 != b.x1 ? a.x1 < b.x1 : a.first < b.first;
  });
  const auto same = [](const Gutter& a, const Gutter& b) { return a.x0 == b.x0 && a.x1 == b.x1; };
  next.erase(std::unique(next.begin(), next.end(), same), next.end());
  return next;
}

}  // namespace

std::size_t piece_after(const TextLine& line, double x) {
  return static_cast<std::size_t>(
      std::partition_point(line.pieces.begin(), line.pieces.end(),
                           [&](const TextPiece& piece) { return piece.box.center_x() < x; }) -
      line.pieces.begin());
}

std::vector<Gutter> find_gutters(const std::vector<TextLine>& lines, double unit,
                                 const GutterOptions& options) {
  std::vector<Gutter> gutters, open;
  const double min_width = options.min_width * unit;
  // Of those that end here, one at each place: the oldest, which is the narrowest.
  const auto close = [&](std::vector<Gutter> ended) {
    std::stable_sort(ended.begin(), ended.end(),
                     [](const Gutter& a, const Gutter& b) { return a.first < b.first; });
    std::vector<Gutter> kept;
    for (const Gutter& gutter : ended) {
      if (gutter.last - gutter.first + 1 < options.min_lines) continue;
      if (gutter.x0 == -kEndless || gutter.x1 == kEndless) continue;
      // Kept ones do not overlap much; a sorted list finds the one at this place.
      const auto after =
          std::upper_bound(kept.begin(), kept.end(), gutter.x0,
                           [](double x, const Gutter& other) { return x < other.x1; });
      if (after != kept.end() && after->x0 < gutter.x1) continue;
      if (has_text_beside(lines, gutter, options.min_lines)) kept.insert(after, gutter);
    }
    gutters.insert(gutters.end(), kept.begin(), kept.end());
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<bool> goes_on(open.size(), false);
    std::vector<Gutter> next = narrowed(open, gaps_of(lines[i], min_width), i, min_width, goes_on);
    std::vector<Gutter> ended;
    for (std::size_t k = 0; k < open.size(); ++k) {
      if (!goes_on[k]) ended.push_back(open[k]);
    }
    close(std::move(ended));
    open = std::move(next);
  }
  close(std::move(open));
  return gutters;
}

}  // namespace parsers
