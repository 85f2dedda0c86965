#include "parsers/column_dividers.h"

#include <algorithm>
#include <utility>

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

// Months without figures yet: the headings of a column's last line that stand apart from each other
// are those of further columns, when no more than one stands over the figures.
std::vector<Divider> add_blank_columns(const TableRegion& region, std::vector<Divider> columns,
                                       double unit, const GridOptions& options) {
  const auto has_figure = [](const TextLine& line) {
    return std::any_of(line.pieces.begin() + 1, line.pieces.end(), is_datum);
  };
  const auto body = std::find_if(region.lines.begin(), region.lines.end(), has_figure);
  if (body == region.lines.begin() || body == region.lines.end()) return columns;
  std::vector<Divider> all{columns.front()};
  for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
    const auto inside = [&](const TextPiece& piece) {
      return piece.box.center_x() >= columns[c].at && piece.box.center_x() < columns[c + 1].at;
    };
    Rect figures;
    for (auto line = body; line != region.lines.end(); ++line) {
      for (const TextPiece& piece : line->pieces) {
        if (inside(piece)) figures = extract::unite(figures, piece.box);
      }
    }
    std::vector<Rect> heads;
    bool apart = true;
    int over = 0;
    for (const TextPiece& piece : (body - 1)->pieces) {
      if (!inside(piece)) continue;
      apart = apart && (heads.empty() ||
                        piece.box.x0 - heads.back().x1 >= options.blank_head_gap * unit);
      over += extract::overlap_x(piece.box, figures) > 0 ? 1 : 0;
      heads.push_back(piece.box);
    }
    for (std::size_t h = 1; c > 0 && apart && over == 1 && h < heads.size(); ++h) {
      const bool after = figures.x1 < heads[h].x0, before = figures.x0 > heads[h - 1].x1;
      const double from = after ? std::max(heads[h - 1].x1, figures.x1) : heads[h - 1].x1;
      const double to = before ? std::min(heads[h].x0, figures.x0) : heads[h].x0;
      all.push_back({(from + to) / 2, false});
    }
    all.push_back(columns[c + 1]);
  }
  return all;
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
  return ruled.empty() ? add_blank_columns(region, std::move(all), unit, options) : all;
}

int column_at(const std::vector<Divider>& columns, double x) {
  for (std::size_t i = 1; i + 1 < columns.size(); ++i) {
    if (x < columns[i].at) return static_cast<int>(i) - 1;
  }
  return static_cast<int>(columns.size()) - 2;
}

}  // namespace parsers
