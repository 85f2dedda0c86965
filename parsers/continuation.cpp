#include "parsers/continuation.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/table_roles.h"

namespace parsers {
namespace {

// Where a column's body texts end and begin; nothing where it has none.
struct ColumnExtent {
  bool used = false;
  double left = 1e9, right = -1e9;
};

std::vector<ColumnExtent> column_extents(const Table& table) {
  std::vector<ColumnExtent> extents(static_cast<std::size_t>(table.columns));
  for (const Cell& cell : table.cells) {
    if (cell.text.empty() || cell.column_span > 1 || cell.row < table.boxhead_rows) continue;
    ColumnExtent& extent = extents[static_cast<std::size_t>(cell.column)];
    extent.used = true;
    extent.left = std::min(extent.left, cell.box.x0);
    extent.right = std::max(extent.right, cell.box.x1);
  }
  return extents;
}

// The parts' columns stand at the same places: by their edges, or, where no rule fixes these, by the
// right or left ends of their texts.
bool same_columns(const Table& a, const Table& b, const ContinuationOptions& options) {
  if (a.columns != b.columns || a.column_edges.empty() || b.column_edges.empty()) return false;
  bool edges = true;
  for (std::size_t i = 0; i < a.column_edges.size(); ++i) {
    edges = edges && std::abs(b.column_edges[i] - a.column_edges[i]) <= options.edge;
  }
  if (edges) return true;
  const auto first = column_extents(a), second = column_extents(b);
  int same = 0, both = 0;
  for (std::size_t c = 0; c < first.size(); ++c) {
    if (!first[c].used || !second[c].used) continue;
    ++both;
    same += std::abs(first[c].right - second[c].right) <= options.edge ||
                    std::abs(first[c].left - second[c].left) <= options.edge
                ? 1
                : 0;
  }
  return both > 1 && same >= options.same_ends * both;
}

// How many leading rows of `next` repeat the boxhead of `table`.
int repeated_head(const Table& table, const Table& next, const ContinuationOptions& options) {
  if (table.boxhead_rows == 0 || next.rows < table.boxhead_rows) return 0;
  const auto a = cell_positions(table), b = cell_positions(next);
  int same = 0, filled = 0;
  for (int i = 0; i < table.boxhead_rows * table.columns; ++i) {
    const std::string& first = table.cells[a[static_cast<std::size_t>(i)]].text;
    const std::string& second = next.cells[b[static_cast<std::size_t>(i)]].text;
    if (second.empty()) continue;  // a blanked heading agrees with any
    ++filled;
    same += first == second ? 1 : 0;
  }
  return filled > 0 && same >= options.equal_heads * filled ? table.boxhead_rows : 0;
}

bool has_figures(const Table& table, int row) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    return cell.row == row && cell.column > 0 && is_data(classify_cell(cell.text));
  });
}

// The first row is the rest of the last row's label, parted by the page's end.
bool continues_label(const Table& next, int row) {
  const Cell* only = nullptr;
  for (const Cell& cell : next.cells) {
    if (cell.row != row || cell.text.empty()) continue;
    if (only != nullptr) return false;
    only = &cell;
  }
  if (only == nullptr || only->column != 0) return false;
  std::string_view rest = only->text;
  const char32_t first = take_codepoint(rest);
  return is_letter(first) && lower(first) == first;
}

// Body rows with their lines: (page, y) of each, from the top.
std::vector<std::pair<int, double>> body_lines(const Table& table) {
  std::map<int, std::pair<int, double>> lines;
  for (const Cell& cell : table.cells) {
    if (cell.row < table.boxhead_rows || cell.text.empty() || cell.column == 0) continue;
    lines.try_emplace(cell.row, cell.page, cell.box.y1);
  }
  std::vector<std::pair<int, double>> result;
  for (const auto& [row, line] : lines) result.push_back(line);
  return result;
}

}  // namespace

bool join_downwards(Table& table, const Table& next, const ContinuationOptions& options) {
  if (!same_columns(table, next, options)) return false;
  int skip = repeated_head(table, next, options);
  // Without a repeated boxhead the part must begin with rows, not with headings of its own.
  if (skip == 0 && next.boxhead_rows > 0 && table.boxhead_rows > 0) {
    bool group_rows_only = true;
    for (const Cell& cell : next.cells) {
      if (cell.row < next.boxhead_rows && cell.column > 0 && !cell.text.empty()) group_rows_only = false;
    }
    if (!group_rows_only) return false;
  }
  if (skip == 0 && table.boxhead_rows == 0 && next.boxhead_rows > 0) return false;
  if (skip == 0 && !has_figures(next, 0) && next.rows < 2) return false;
  if (skip < next.rows && continues_label(next, skip)) {
    Cell* label = nullptr;
    for (Cell& cell : table.cells) {
      if (cell.column == 0 && cell.row + cell.row_span == table.rows && !cell.text.empty()) label = &cell;
    }
    if (label != nullptr) {
      for (const Cell& cell : next.cells) {
        if (cell.row == skip && cell.column == 0) label->text += ' ' + cell.text;
      }
      ++skip;
    }
  }
  for (const Cell& cell : next.cells) {
    if (cell.row < skip) continue;
    Cell moved = cell;
    moved.row += table.rows - skip;
    table.cells.push_back(std::move(moved));
  }
  table.rows += next.rows - skip;
  table.notes.insert(table.notes.end(), next.notes.begin(), next.notes.end());
  set_roles(table, table.boxhead_rows);
  return true;
}

bool join_sideways(Table& table, const Table& next, const ContinuationOptions& options) {
  if (next.boxhead_rows != table.boxhead_rows || table.boxhead_rows == 0) return false;
  if (next.rows != table.rows || table.method == Method::text) return false;
  for (const Cell& cell : next.cells) {  // no labels of its own
    if (cell.row >= next.boxhead_rows && classify_cell(cell.text) == CellClass::text) return false;
  }
  const auto a = body_lines(table), b = body_lines(next);
  if (a.size() != b.size() || a.empty()) return false;
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool line = std::abs(a[i].second - b[i].second) < options.same_line;
    const bool page = a[i].first - a.front().first == b[i].first - b.front().first;
    same += line && page ? 1 : 0;
  }
  if (static_cast<double>(same) < options.same_lines * static_cast<double>(a.size())) return false;
  for (const Cell& cell : next.cells) {
    Cell moved = cell;
    moved.column += table.columns;
    table.cells.push_back(std::move(moved));
  }
  table.columns += next.columns;
  table.column_edges.clear();
  std::stable_sort(table.cells.begin(), table.cells.end(), [](const Cell& x, const Cell& y) {
    return x.row != y.row ? x.row < y.row : x.column < y.column;
  });
  set_roles(table, table.boxhead_rows, table.stub_columns);
  return true;
}

}  // namespace parsers
