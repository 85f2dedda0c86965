#include "parsers/tagged_table.h"

#include <algorithm>
#include <map>
#include <set>

namespace parsers {
namespace {

using extract::Rect;

// Cells laid out as HTML does it: each takes the next free columns of its row, spans block positions
// below. Nothing when the rows do not fill one rectangle.
std::optional<Grid> lay_out(const extract::TaggedTable& table,
                            const std::map<int, std::vector<std::size_t>>& by_content) {
  Grid grid;
  std::set<std::pair<int, int>> taken;
  int columns = 0;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const int row = static_cast<int>(r);
    int column = 0;
    for (const extract::TaggedCell& from : table.rows[r].cells) {
      while (taken.contains({row, column})) ++column;
      GridCell cell;
      cell.row = row;
      cell.column = column;
      cell.row_span = std::min(from.row_span, static_cast<int>(table.rows.size()) - row);
      cell.column_span = from.column_span;
      for (int id : from.content_ids) {
        const auto words = by_content.find(id);
        if (words != by_content.end()) {
          cell.words.insert(cell.words.end(), words->second.begin(), words->second.end());
        }
      }
      for (int y = row; y < row + cell.row_span; ++y) {
        for (int x = column; x < column + cell.column_span; ++x) {
          if (!taken.insert({y, x}).second) return std::nullopt;
        }
      }
      column += cell.column_span;
      columns = std::max(columns, column);
      grid.cells.push_back(std::move(cell));
    }
  }
  const int rows = static_cast<int>(table.rows.size());
  if (rows < 2 || columns < 2 || static_cast<int>(taken.size()) != rows * columns) return std::nullopt;
  grid.row_edges.assign(static_cast<std::size_t>(rows) + 1, 0);
  grid.column_edges.assign(static_cast<std::size_t>(columns) + 1, 0);
  return grid;
}

// Edges half-way between neighbours' texts. False when the boxes contradict the order of the tags.
bool set_edges(std::vector<double>& edges, const std::vector<std::pair<double, double>>& extents,
               double slack) {
  double reached = -1e9;
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const auto [from, to] = extents[i];
    if (from > to) {  // nothing in it: a thin strip after the one before
      edges[i] = reached < -1e8 ? 0 : reached;
      continue;
    }
    if (from < reached - slack) return false;
    edges[i] = reached < -1e8 ? from - 1 : (reached + from) / 2;
    reached = std::max(reached, to);
  }
  edges.back() = reached + 1;
  for (std::size_t i = 1; i < edges.size(); ++i) edges[i] = std::max(edges[i], edges[i - 1]);
  return reached > -1e8;
}

}  // namespace

std::optional<Grid> tagged_grid(const PageWords& words, const extract::TaggedTable& table,
                                const TagOptions& options) {
  const auto& all = words.page().words;
  std::map<int, std::vector<std::size_t>> by_content;
  for (std::size_t w : words.upright()) {
    if (all[w].content_id >= 0) by_content[all[w].content_id].push_back(w);
  }
  std::optional<Grid> grid = lay_out(table, by_content);
  if (!grid) return std::nullopt;

  std::set<std::size_t> inside;
  const std::pair<double, double> nothing{1e9, -1e9};
  std::vector<std::pair<double, double>> across(static_cast<std::size_t>(grid->columns()), nothing);
  std::vector<std::pair<double, double>> down(static_cast<std::size_t>(grid->rows()), nothing);
  for (GridCell& cell : grid->cells) {
    std::stable_sort(cell.words.begin(), cell.words.end(), [&](std::size_t a, std::size_t b) {
      const double slack = 0.4 * all[a].font_size;
      if (words.baseline(a) < words.baseline(b) - slack) return true;
      if (words.baseline(b) < words.baseline(a) - slack) return false;
      return all[a].box.x0 < all[b].box.x0;
    });
    for (std::size_t w : cell.words) {
      inside.insert(w);
      const Rect& box = all[w].box;
      grid->box = extract::unite(grid->box, box);
      if (cell.column_span == 1) {
        auto& [from, to] = across[static_cast<std::size_t>(cell.column)];
        from = std::min(from, box.x0), to = std::max(to, box.x1);
      }
      if (cell.row_span == 1) {
        auto& [from, to] = down[static_cast<std::size_t>(cell.row)];
        from = std::min(from, words.baseline(w) - 0.5 * all[w].font_size);
        to = std::max(to, words.baseline(w));
      }
    }
  }
  const double slack = options.order_slack * words.unit();
  if (inside.empty() || !set_edges(grid->column_edges, across, slack) ||
      !set_edges(grid->row_edges, down, slack)) {
    return std::nullopt;
  }
  std::size_t foreign = 0;
  for (std::size_t w : words.upright()) {
    const Rect& box = all[w].box;
    if (grid->box.contains(box.center_x(), box.center_y()) && !inside.contains(w)) ++foreign;
  }
  if (static_cast<double>(foreign) > options.max_foreign * static_cast<double>(inside.size())) {
    return std::nullopt;
  }
  int head = 0;
  while (head < grid->rows() && table.rows[static_cast<std::size_t>(head)].head) ++head;
  if (head > 0) grid->boxhead_rows = head;
  for (GridCell& cell : grid->cells) {
    cell.area = {grid->column_edges[static_cast<std::size_t>(cell.column)],
                 grid->row_edges[static_cast<std::size_t>(cell.row)],
                 grid->column_edges[static_cast<std::size_t>(cell.column + cell.column_span)],
                 grid->row_edges[static_cast<std::size_t>(cell.row + cell.row_span)]};
  }
  grid->method = Method::tagged;
  grid->reason = "tags of the file";
  return grid;
}

}  // namespace parsers
