#include "parsers/grid_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "parsers/column_dividers.h"
#include "parsers/figure_runs.h"
#include "parsers/grid_cleanup.h"
#include "parsers/median.h"
#include "parsers/piece_placement.h"
#include "parsers/ruling_coverage.h"

namespace parsers {
namespace {

double median_font_size(const TableRegion& region, double otherwise) {
  std::vector<double> sizes;
  for (const TextLine& line : region.lines) sizes.push_back(line.font_size);
  return median(std::move(sizes), otherwise);
}

class Builder {
 public:
  Builder(const PageWords& words, const TableRegion& region, const GridOptions& options)
      : words_(words),
        region_(region),
        options_(options),
        unit_(median_font_size(region, words.unit())),
        columns_(find_column_dividers(region, unit_, options)),
        placement_(words, region, columns_, unit_),
        placed_(placement_.lines()) {}

  Grid build() {
    find_rows();
    return join_cells();
  }

 private:
  void find_rows() {
    std::vector<double> ruled;
    for (double y : divider_positions(region_.horizontal)) {
      if (region_.witness == Witness::crossings ||
          drawn_share(region_.horizontal, y, columns_.front().at, columns_.back().at) >= 0.5) {
        ruled.push_back(y);
      }
    }
    for (double y : ruled) {
      for (std::size_t i = 0; i < placed_.size(); ++i) {
        const double middle = placed_[i].baseline - 0.3 * placed_[i].font_size;
        const double before =
            i == 0 ? -1e9 : placed_[i - 1].baseline - 0.3 * placed_[i - 1].font_size;
        if (y < middle && y >= before) placed_[i].rule_above = true;
      }
    }
    if (region_.witness == Witness::crossings) {
      rows_from_bands(ruled);
    } else {
      rows_from_text();
    }
  }

  double between(std::size_t before, std::size_t after) const {
    return (placed_[before].baseline + placed_[after].baseline) / 2 - 0.3 * unit_;
  }

  void rows_from_text() {
    const PlacedLine& top = placed_.front();
    rows_.push_back({std::min(region_.box.y0, top.baseline - 0.9 * top.font_size), false});
    const std::vector<RowGroup> groups = group_rows(placed_, options_.rows);
    boxhead_rows_ = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].boxhead) ++boxhead_rows_;
      if (g + 1 < groups.size())
        rows_.push_back({between(groups[g].last, groups[g + 1].first), false});
    }
    const PlacedLine& bottom = placed_.back();
    rows_.push_back({std::max(region_.box.y1, bottom.baseline + 0.3 * bottom.font_size), false});
  }

  // Ruled bands; a band that holds several rows of figures is cut by its text.
  void rows_from_bands(const std::vector<double>& ruled) {
    std::vector<Divider> edges;
    const double first = placed_.front().baseline - 0.3 * unit_;
    const double last = placed_.back().baseline - 0.3 * unit_;
    if (ruled.empty() || first < ruled.front()) edges.push_back({region_.box.y0 - 1, false});
    for (double y : ruled) edges.push_back({y, true});
    if (ruled.empty() || last > ruled.back()) edges.push_back({region_.box.y1 + 1, false});
    for (std::size_t b = 0; b + 1 < edges.size(); ++b) {
      rows_.push_back(edges[b]);
      std::vector<PlacedLine> band;
      std::vector<std::size_t> index;
      for (std::size_t i = 0; i < placed_.size(); ++i) {
        const double middle = placed_[i].baseline - 0.3 * placed_[i].font_size;
        if (middle < edges[b].at || middle >= edges[b + 1].at) continue;
        PlacedLine own = placed_[i];
        std::erase_if(own.pieces,
                      [&](const PlacedPiece& p) { return reaches_out(p.column, edges, b); });
        if (own.pieces.empty()) continue;
        band.push_back(std::move(own));
        index.push_back(i);
      }
      if (!holds_rows(band)) continue;
      count_from_stub(band);
      const std::vector<RowGroup> groups = group_rows(band, options_.rows);
      for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
        rows_.push_back({between(index[groups[g].last], index[groups[g + 1].first]), false});
      }
    }
    rows_.push_back(edges.back());
  }

  // A column whose cell goes on above or below the band: its text says nothing of the band's rows.
  bool reaches_out(int column, const std::vector<Divider>& edges, std::size_t band) const {
    const double x0 = columns_[static_cast<std::size_t>(column)].at;
    const double x1 = columns_[static_cast<std::size_t>(column) + 1].at;
    const auto open = [&](const Divider& edge) {
      return edge.ruled && drawn_share(region_.horizontal, edge.at, x0, x1) < options_.drawn_share;
    };
    return open(edges[band]) || open(edges[band + 1]);
  }

  // Columns counted from the label beside the first column of figures: that one is the rows' stub.
  static void count_from_stub(std::vector<PlacedLine>& band) {
    int figures = std::numeric_limits<int>::max(), stub = 0;
    for (const PlacedLine& line : band) {
      for (const PlacedPiece& p : line.pieces) {
        if (is_datum(*p.piece)) figures = std::min(figures, p.column);
      }
    }
    for (const PlacedLine& line : band) {
      for (const PlacedPiece& p : line.pieces) {
        if (p.column < figures) stub = std::max(stub, p.column);
      }
    }
    for (PlacedLine& line : band) {
      for (PlacedPiece& p : line.pieces) p.column = std::max(0, p.column - stub);
    }
  }

  // Some column holds a figure on two lines or more, and nothing but figures: rows, not a
  // paragraph.
  bool holds_rows(const std::vector<PlacedLine>& band) const {
    std::map<int, std::pair<int, int>> per_column;  // lines with a figure, with other text
    for (const PlacedLine& line : band) {
      for (const PlacedPiece& p : line.pieces) {
        auto& [figures, other] = per_column[p.column];
        (is_datum(*p.piece) ? figures : other) += 1;
      }
    }
    return std::any_of(per_column.begin(), per_column.end(), [](const auto& entry) {
      return entry.second.first >= 2 && entry.second.second * 4 <= entry.second.first;
    });
  }

  int row_at(double y) const {
    auto it = std::upper_bound(rows_.begin(), rows_.end(), y,
                               [](double v, const Divider& e) { return v < e.at; });
    const int row = static_cast<int>(it - rows_.begin()) - 1;
    return std::clamp(row, 0, static_cast<int>(rows_.size()) - 2);
  }

  Grid join_cells() {
    const int rows = static_cast<int>(rows_.size()) - 1;
    const int columns = static_cast<int>(columns_.size()) - 1;
    auto id = [&](int r, int c) { return static_cast<std::size_t>(r * columns + c); };
    std::vector<std::size_t> parent(static_cast<std::size_t>(rows * columns));
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    auto root = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    // Which boundaries the text of a row crosses.
    std::vector<bool> crossed(parent.size(), false);
    heads_.assign(static_cast<std::size_t>(rows), {});
    for (const PlacedLine& line : placed_) {
      const int r = row_at(line.baseline - 0.3 * line.font_size);
      for (const PlacedPiece& p : line.pieces) {
        for (int c = p.column; c + 1 < p.column + p.column_span; ++c) crossed[id(r, c)] = true;
        heads_[static_cast<std::size_t>(r)].push_back(p);
      }
    }
    // How much of each inner vertical boundary is drawn at all.
    std::vector<double> share(columns_.size(), 0);
    for (std::size_t c = 1; c + 1 < columns_.size(); ++c) {
      if (columns_[c].ruled) {
        share[c] = drawn_share(region_.vertical, columns_[c].at, rows_.front().at, rows_.back().at);
      }
    }
    int inner = 0, drawn_inner = 0;
    for (int r = 0; r < rows; ++r) {
      const double y0 = rows_[static_cast<std::size_t>(r)].at,
                   y1 = rows_[static_cast<std::size_t>(r) + 1].at;
      int run_from = 0;
      for (int c = 0; c + 1 < columns; ++c) {
        const Divider& edge = columns_[static_cast<std::size_t>(c) + 1];
        const bool drawn =
            edge.ruled && drawn_share(region_.vertical, edge.at, y0, y1) >= options_.drawn_share;
        ++inner;
        drawn_inner += drawn ? 1 : 0;
        if (drawn) {
          run_from = c + 1;
          continue;
        }
        const bool merged =
            crossed[id(r, c)] || (edge.ruled && share[static_cast<std::size_t>(c) + 1] >= 0.5 &&
                                  !divides(r, run_from, c));
        if (merged) {
          parent[root(id(r, c + 1))] = root(id(r, c));
        } else {
          run_from = c + 1;
        }
      }
    }
    for (int r = 0; r + 1 < rows; ++r) {
      const Divider& edge = rows_[static_cast<std::size_t>(r) + 1];
      for (int c = 0; c < columns; ++c) {
        const double x0 = columns_[static_cast<std::size_t>(c)].at,
                     x1 = columns_[static_cast<std::size_t>(c) + 1].at;
        const bool drawn =
            edge.ruled && drawn_share(region_.horizontal, edge.at, x0, x1) >= options_.drawn_share;
        ++inner;
        drawn_inner += drawn ? 1 : 0;
        if (edge.ruled && !drawn) parent[root(id(r + 1, c))] = root(id(r, c));
      }
    }
    Grid grid;
    grid.box = {columns_.front().at, rows_.front().at, columns_.back().at, rows_.back().at};
    grid.ruled_share = inner > 0 ? static_cast<double>(drawn_inner) / inner : 0;
    grid.boxhead_rows = boxhead_rows_;
    for (const Divider& e : columns_) grid.column_edges.push_back(e.at);
    for (const Divider& e : rows_) grid.row_edges.push_back(e.at);
    emit_cells(grid, rows, columns, parent, root);
    add_rotated(words_, grid, unit_);
    drop_empty_rows(grid, unit_);
    drop_slivers(grid, unit_);
    return grid;
  }

  // Whether the undrawn boundary after column `c` parts two headings of row `r`, the first of which
  // begins in `run_from`. Where a run of undrawn boundaries holds several texts, each stands at the
  // left or in the middle of its own columns: the boundary that fits best is theirs.
  bool divides(int r, int run_from, int c) const {
    const PlacedPiece* left = nullptr;
    const PlacedPiece* right = nullptr;
    for (const PlacedPiece& p : heads_[static_cast<std::size_t>(r)]) {
      if (p.column >= run_from && p.column <= c && (left == nullptr || p.column > left->column))
        left = &p;
      if (p.column > c && (right == nullptr || p.column < right->column)) right = &p;
    }
    if (left == nullptr || right == nullptr) return false;
    const int last = right->column;
    const int first = std::max(run_from, left->column);
    int best = first;
    double best_cost = 1e18;
    for (int b = first; b < last; ++b) {
      const double start = columns_[static_cast<std::size_t>(run_from)].at;
      const double edge = columns_[static_cast<std::size_t>(b) + 1].at;
      const double at_left =
          std::abs((left->piece->box.x0 - start) - (right->piece->box.x0 - edge));
      const double in_middle = std::abs(left->piece->box.center_x() - (start + edge) / 2);
      const double cost = std::min(at_left, in_middle);
      if (cost < best_cost) {
        best_cost = cost;
        best = b;
      }
    }
    return best == c;
  }

  // Groups that are rectangles become cells; others fall back to their single positions.
  template <typename Root>
  void emit_cells(Grid& grid, int rows, int columns, const std::vector<std::size_t>& parent,
                  Root root) {
    struct Extent {
      int r0, c0, r1, c1, size;
    };
    std::map<std::size_t, Extent> extents;
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) {
        const std::size_t key = root(static_cast<std::size_t>(r * columns + c));
        auto [it, fresh] = extents.try_emplace(key, Extent{r, c, r, c, 0});
        Extent& e = it->second;
        e.r0 = std::min(e.r0, r), e.c0 = std::min(e.c0, c);
        e.r1 = std::max(e.r1, r), e.c1 = std::max(e.c1, c);
        ++e.size;
      }
    }
    std::vector<std::size_t> cell_of(parent.size());
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) {
        const std::size_t position = static_cast<std::size_t>(r * columns + c);
        const Extent& e = extents.at(root(position));
        const bool rectangle = e.size == (e.r1 - e.r0 + 1) * (e.c1 - e.c0 + 1);
        if (rectangle && (r != e.r0 || c != e.c0)) {
          cell_of[position] = cell_of[static_cast<std::size_t>(e.r0 * columns + e.c0)];
          continue;
        }
        cell_of[position] = grid.cells.size();
        GridCell cell{r, c, 1, 1, {}, {}};
        if (rectangle) {
          cell.row_span = e.r1 - e.r0 + 1;
          cell.column_span = e.c1 - e.c0 + 1;
        }
        cell.area = {grid.column_edges[static_cast<std::size_t>(c)],
                     grid.row_edges[static_cast<std::size_t>(r)],
                     grid.column_edges[static_cast<std::size_t>(c + cell.column_span)],
                     grid.row_edges[static_cast<std::size_t>(r + cell.row_span)]};
        grid.cells.push_back(std::move(cell));
      }
    }
    for (const PlacedLine& line : placed_) {
      const int r = row_at(line.baseline - 0.3 * line.font_size);
      for (const PlacedPiece& p : line.pieces) {
        auto& cell = grid.cells[cell_of[static_cast<std::size_t>(r * columns + p.column)]];
        cell.words.insert(cell.words.end(), p.piece->words.begin(), p.piece->words.end());
      }
    }
  }

  const PageWords& words_;
  const TableRegion& region_;
  const GridOptions& options_;
  double unit_;
  std::vector<Divider> columns_, rows_;
  PiecePlacement placement_;
  std::vector<PlacedLine>& placed_;
  std::vector<std::vector<PlacedPiece>> heads_;  // pieces by row
  int boxhead_rows_ = -1;
};

}  // namespace

Grid build_grid(const PageWords& words, const TableRegion& found, const GridOptions& options) {
  TableRegion region = found;
  split_figure_runs(words, region, median_font_size(region, words.unit()), options.runs);
  Builder builder(words, region, options);
  Grid grid = builder.build();
  grid.method = region.witness == Witness::crossings ? Method::lattice : Method::stream;
  return grid;
}

}  // namespace parsers
