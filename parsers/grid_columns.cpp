#include "parsers/grid_columns.h"

#include <algorithm>
#include <cmath>

namespace parsers {
namespace {

bool is_year(const TextPiece& piece) { return piece.cell_class == CellClass::year; }

struct Interval {
  double from, to;
};

}  // namespace

std::vector<double> find_column_edges(const std::vector<TextLine>& lines, double x0, double x1,
                                      double unit, const ColumnOptions& options) {
  std::vector<std::vector<Interval>> with_figures, with_years, several;
  for (const TextLine& line : lines) {
    std::vector<Interval> intervals;
    bool figures = false, years = false;
    for (const TextPiece& piece : line.pieces) {
      const double middle = piece.box.center_x();
      if (middle < x0 || middle > x1) continue;
      figures = figures || (!intervals.empty() && is_data(piece.cell_class));
      years = years || (!intervals.empty() && is_year(piece));
      intervals.push_back({piece.box.x0, piece.box.x1});
    }
    if (intervals.size() < 2) continue;
    if (figures) {
      with_figures.push_back(intervals);
    } else if (years) {
      with_years.push_back(intervals);
    }
    several.push_back(std::move(intervals));
  }
  // Years alone head columns, or are all the figures there are.
  if (with_figures.empty()) with_figures = std::move(with_years);
  const auto& used =
      with_figures.size() * 2 >= several.size() && !with_figures.empty() ? with_figures : several;
  if (used.empty()) return {};

  // Coverage by a sweep over piece starts (+1) and ends (-1).
  std::vector<std::pair<double, int>> events;
  for (const auto& line : used) {
    for (const Interval& piece : line) {
      events.emplace_back(piece.from, 1);
      events.emplace_back(piece.to, -1);
    }
  }
  std::sort(events.begin(), events.end());
  const int allowed =
      static_cast<int>(std::floor(options.crossed_share * static_cast<double>(used.size())));
  std::vector<double> edges;
  int covered = 0;
  bool seen_text = false;
  double free_from = 0;
  bool is_free = false;
  for (const auto& [x, change] : events) {
    covered += change;
    if (covered > allowed) {
      if (is_free && seen_text && x - free_from >= options.min_gutter * unit) {
        edges.push_back((free_from + x) / 2);
      }
      is_free = false;
      seen_text = true;
    } else if (!is_free) {
      is_free = true;
      free_from = x;
    }
  }
  return edges;
}

}  // namespace parsers
