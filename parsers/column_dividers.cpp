#include "parsers/column_dividers.h"

#include <algorithm>

#include "parsers/ruling_coverage.h"

namespace parsers {
namespace {

using extract::Rect;

// A gutter inside a ruled column is a boundary when enough lines have figures or pieces on both
// sides.
bool justified_split(const TableRegion& region, double from, double at, double to,
                     const GridOptions& options) {
  int both = 0, any = 0, crossed = 0;
  for (const TextLine& line : region.lines) {
    bool before = false, after = false;
    for (const TextPiece& piece : line.pieces) {
      if (piece.box.center_x() < from || piece.box.center_x() > to) continue;
      if (piece.box.x0 < at && piece.box.x1 > at) ++crossed;
      before = before || piece.box.x1 <= at;
      after = after || piece.box.x0 >= at;
    }
    any += before || after ? 1 : 0;
    both += before && after ? 1 : 0;
  }
  return both >= 2 && both >= options.split_share * any && crossed <= both / 4;
}

}  // namespace

std::vector<Divider> find_column_dividers(const TableRegion& region, double unit,
                                          const GridOptions& options) {
  std::vector<double> ruled = divider_positions(region.vertical);
  Rect text;
  for (const TextLine& line : region.lines) text = extract::unite(text, line.box);
  double left = region.box.x0, right = region.box.x1;
  if (region.witness != Witness::crossings) {
    left = std::min(left, text.x0 - 1);
    right = std::max(right, text.x1 + 1);
  }
  std::vector<Divider> edges;
  if (ruled.empty() || ruled.front() - left > options.open_frame * unit) {
    edges.push_back({left, false});
  }
  for (double x : ruled) edges.push_back({x, true});
  if (ruled.empty() || right - ruled.back() > options.open_frame * unit) {
    edges.push_back({right, false});
  }
  std::vector<Divider> all;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    all.push_back(edges[i]);
    const bool open = ruled.empty();
    ColumnOptions columns = options.columns;
    if (!open) columns.min_gutter = options.split_gap;
    for (double x : find_column_edges(region.lines, edges[i].at, edges[i + 1].at, unit, columns)) {
      if (open || justified_split(region, edges[i].at, x, edges[i + 1].at, options))
        all.push_back({x, false});
    }
  }
  all.push_back(edges.back());
  return all;
}

int column_at(const std::vector<Divider>& columns, double x) {
  for (std::size_t i = 1; i + 1 < columns.size(); ++i) {
    if (x < columns[i].at) return static_cast<int>(i) - 1;
  }
  return static_cast<int>(columns.size()) - 2;
}

}  // namespace parsers
