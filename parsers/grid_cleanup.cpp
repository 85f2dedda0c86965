#include "parsers/grid_cleanup.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace parsers {

// Rotated heads: each word into the cell that its middle lies in, in the order of its reading.
void add_rotated(const PageWords& words, Grid& grid, double unit) {
  const auto& all = words.page().words;
  for (GridCell& cell : grid.cells) {
    std::vector<std::size_t> members;
    for (std::size_t w : words.rotated()) {
      if (cell.area.contains(all[w].box.center_x(), all[w].box.center_y())) members.push_back(w);
    }
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      if (std::abs(words.baseline(a) - words.baseline(b)) > 0.4 * unit) {
        return words.baseline(a) < words.baseline(b);
      }
      return all[a].rotation == 90 ? all[a].box.y0 < all[b].box.y0 : all[a].box.y0 > all[b].box.y0;
    });
    cell.words.insert(cell.words.end(), members.begin(), members.end());
  }
}

// Rows in which no cell begins with text although others reach through them: the rules of two
// columns stand at slightly different heights.
namespace {

struct RowUse {
  bool text = false;     // a cell with text begins here
  bool through = false;  // a cell reaches through here or begins to
};

std::vector<RowUse> row_uses(const Grid& grid) {
  std::vector<RowUse> uses(static_cast<std::size_t>(grid.rows()));
  for (const GridCell& cell : grid.cells) {
    if (!cell.words.empty()) uses[static_cast<std::size_t>(cell.row)].text = true;
    for (int r = cell.row; cell.row_span > 1 && r < cell.row + cell.row_span; ++r) {
      uses[static_cast<std::size_t>(r)].through = true;
    }
  }
  return uses;
}

}  // namespace

void drop_empty_rows(Grid& grid, double unit) {
  std::vector<RowUse> uses = row_uses(grid);
  for (int r = grid.rows() - 1; r >= 0 && grid.rows() > 1; --r) {
    const double height = grid.row_edges[static_cast<std::size_t>(r) + 1] -
                          grid.row_edges[static_cast<std::size_t>(r)];
    const RowUse& use = uses[static_cast<std::size_t>(r)];
    if (use.text || !(use.through || height < 0.6 * unit)) continue;
    std::erase_if(grid.cells, [&](const GridCell& c) { return c.row == r && c.row_span == 1; });
    for (GridCell& cell : grid.cells) {
      if (cell.row > r) {
        --cell.row;
      } else if (cell.row + cell.row_span > r) {
        --cell.row_span;
      }
    }
    grid.row_edges.erase(grid.row_edges.begin() + r + (r > 0 ? 0 : 1));
    if (grid.boxhead_rows > r) --grid.boxhead_rows;
    uses = row_uses(grid);
  }
}

// Columns narrower than a letter or two that hold nothing: the space between double rules.
void drop_slivers(Grid& grid, double unit) {
  for (int c = grid.columns() - 1; c >= 0 && grid.columns() > 1; --c) {
    const double width = grid.column_edges[static_cast<std::size_t>(c) + 1] -
                         grid.column_edges[static_cast<std::size_t>(c)];
    const bool text = std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
      return cell.column == c && cell.column_span == 1 && !cell.words.empty();
    });
    if (text || width > 1.2 * unit) continue;
    std::erase_if(grid.cells,
                  [&](const GridCell& cell) { return cell.column == c && cell.column_span == 1; });
    for (GridCell& cell : grid.cells) {
      if (cell.column > c) {
        --cell.column;
      } else if (cell.column + cell.column_span > c) {
        --cell.column_span;
      }
    }
    grid.column_edges.erase(grid.column_edges.begin() + c + (c > 0 ? 0 : 1));
  }
}

}  // namespace parsers
