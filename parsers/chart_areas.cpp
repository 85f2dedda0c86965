#include "parsers/chart_areas.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace parsers {
namespace {

using extract::FilledBox;
using extract::Rect;

Rect grown(const Rect& box, double by) { return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by}; }

// Clusters of slanting and curved paths: neighbours through a grid of cells, so that a page of many
// pieces stays linear.
void add_drawings(const PageWords& words, const ChartOptions& options, std::vector<Rect>& areas) {
  const auto& paths = words.page().paths;
  const double u = words.unit(), step = options.reach * u;
  std::vector<std::size_t> parent(paths.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  constexpr long kMaxCells = 4096;  // a path over more cells than this is a frame, not a mark
  std::map<std::pair<long, long>, std::size_t> first_in_cell;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const Rect& box = paths[i].box;
    const long x0 = std::lround(box.x0 / step), x1 = std::lround(box.x1 / step);
    const long y0 = std::lround(box.y0 / step), y1 = std::lround(box.y1 / step);
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > kMaxCells) continue;
    for (long x = x0; x <= x1; ++x) {
      for (long y = y0; y <= y1; ++y) {
        const auto [it, fresh] = first_in_cell.try_emplace({x, y}, i);
        if (!fresh) parent[root(i)] = root(it->second);
      }
    }
  }
  struct Cluster {
    Rect box;
    int strokes = 0;
  };
  std::map<std::size_t, Cluster> clusters;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Cluster& cluster = clusters[root(i)];
    cluster.box = extract::unite(cluster.box, paths[i].box);
    cluster.strokes += paths[i].lines + paths[i].curves;
  }
  for (const auto& [id, cluster] : clusters) {
    if (cluster.strokes >= options.min_strokes && cluster.box.width() >= options.min_size * u &&
        cluster.box.height() >= options.min_size * u) {
      areas.push_back(cluster.box);
    }
  }
}

// Standing bars: fills of one breadth at positions apart from each other, some of them tall. Stacked
// parts of a bar stand at the same place.
void add_standing_bars(const PageWords& words, const ChartOptions& options, std::vector<Rect>& areas) {
  const double u = words.unit();
  std::map<long, std::vector<Rect>> by_breadth;
  for (const FilledBox& fill : words.page().fills) {
    if (fill.box.width() > 1 && fill.box.width() < 6 * u && fill.box.height() < words.page().height / 2) {
      by_breadth[std::lround(fill.box.width())].push_back(fill.box);
    }
  }
  for (auto& [breadth, bars] : by_breadth) {
    std::sort(bars.begin(), bars.end(), [](const Rect& a, const Rect& b) { return a.x0 < b.x0; });
    // Bars of one chart share a height range: charts above each other are parted by their gaps.
    std::vector<Rect> left = bars;
    while (!left.empty()) {
      Rect area = left.front();
      std::vector<Rect> members, rest;
      bool grew = true;
      members.push_back(left.front());
      left.erase(left.begin());
      while (grew) {
        grew = false;
        rest.clear();
        for (const Rect& bar : left) {
          if (extract::overlap_y(bar, area) > -1) {
            area = extract::unite(area, bar);
            members.push_back(bar);
            grew = true;
          } else {
            rest.push_back(bar);
          }
        }
        left = rest;
      }
      std::sort(members.begin(), members.end(), [](const Rect& a, const Rect& b) { return a.x0 < b.x0; });
      int positions = 0;
      double tallest = 0, reached = -1e9;
      bool touching = false;
      for (const Rect& bar : members) {
        tallest = std::max(tallest, bar.height());
        if (bar.x0 > reached + 0.5) {
          ++positions;
        } else if (std::abs(bar.x1 - reached) > 1) {
          touching = true;
        }
        reached = std::max(reached, bar.x1);
      }
      if (positions >= options.min_bars && tallest >= options.min_bar_height * u && !touching) {
        areas.push_back(area);
      }
    }
  }
}

// Words with letters on a fill: the label of a band, not the value of a bar.
bool carries_label(const PageWords& words, const std::vector<Rect>& fills) {
  for (std::size_t w : words.upright()) {
    const extract::Word& word = words.page().words[w];
    if (classify_cell(word.text) != CellClass::text) continue;
    for (const Rect& fill : fills) {
      if (fill.contains(word.box.center_x(), word.box.center_y())) return true;
    }
  }
  return false;
}

// Lying bars: rows of fills of one breadth, apart from each other, that end at different places. Bands
// and cells of a table end at the same ones.
void add_lying_bars(const PageWords& words, const ChartOptions& options, std::vector<Rect>& areas) {
  const double u = words.unit();
  std::map<long, std::vector<Rect>> by_breadth;
  for (const FilledBox& fill : words.page().fills) {
    if (fill.box.height() > 2 && fill.box.height() < 6 * u && fill.box.width() > u) {
      by_breadth[std::lround(fill.box.height())].push_back(fill.box);
    }
  }
  constexpr std::size_t kMostBars = 500;  // more fills of one breadth are a pattern or a large table
  for (auto& [breadth, bars] : by_breadth) {
    if (bars.size() > kMostBars) continue;
    std::map<long, double> rows;  // top → bottom
    std::set<long> ends;
    Rect area;
    for (const Rect& bar : bars) {
      rows[std::lround(bar.y0)] = bar.y1;
      ends.insert(std::lround(bar.x1 / 2));
      area = extract::unite(area, bar);
    }
    bool apart = true;
    double last = -1e9;
    for (const auto& [top, bottom] : rows) {
      apart = apart && static_cast<double>(top) - last > 0.15 * static_cast<double>(breadth);
      last = bottom;
    }
    const bool ragged = static_cast<int>(ends.size()) >= options.min_bar_rows &&
                        static_cast<double>(ends.size()) >= options.ragged * static_cast<double>(bars.size());
    if (static_cast<int>(rows.size()) >= options.min_bar_rows && apart && ragged &&
        !carries_label(words, bars)) {
      areas.push_back(area);
    }
  }
}

}  // namespace

std::vector<Rect> find_chart_areas(const PageWords& words, const ChartOptions& options) {
  std::vector<Rect> areas;
  add_drawings(words, options, areas);
  add_standing_bars(words, options, areas);
  add_lying_bars(words, options, areas);
  for (Rect& area : areas) area = grown(area, options.margin * words.unit());
  return areas;
}

double share_inside(const std::vector<TextLine>& lines, const std::vector<Rect>& areas) {
  std::size_t all = 0, inside = 0;
  for (const TextLine& line : lines) {
    for (const TextPiece& piece : line.pieces) {
      ++all;
      inside += std::any_of(areas.begin(), areas.end(),
                            [&](const Rect& area) {
                              return area.contains(piece.box.center_x(), piece.box.center_y());
                            })
                    ? 1
                    : 0;
    }
  }
  return all == 0 ? 0 : static_cast<double>(inside) / static_cast<double>(all);
}

}  // namespace parsers
