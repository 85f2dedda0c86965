#include "parsers/table_roles.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "parsers/cell_class.h"
#include "parsers/fold.h"

namespace parsers {
namespace {

using extract::Rect;

bool spans_all(const Table& table, const Cell& cell) { return cell.column_span >= table.columns; }

// The rows' cells seen as the role finder needs them.
struct RowView {
  int filled = 0;   // cells with text
  int data = 0;     // figures or missing marks right of the first column
  int words = 0;    // other text right of the first column
  bool label = false;  // text in the first column
  bool title = false;  // one cell over all columns
};

std::vector<RowView> view_rows(const Table& table) {
  std::vector<RowView> rows(static_cast<std::size_t>(table.rows));
  for (const Cell& cell : table.cells) {
    if (cell.text.empty()) continue;
    RowView& row = rows[static_cast<std::size_t>(cell.row)];
    ++row.filled;
    if (cell.column == 0) {
      row.label = true;
      row.title = spans_all(table, cell);
      continue;
    }
    (is_data(classify_cell(cell.text)) ? row.data : row.words) += 1;
  }
  return rows;
}

int find_boxhead_rows(const Table& table) {
  const std::vector<RowView> rows = view_rows(table);
  int first = 0;
  while (first < table.rows && rows[static_cast<std::size_t>(first)].data == 0) ++first;
  if (first == table.rows) {
    // No figures at all (months not reported yet, words only): headings with spans, then one row.
    int head = 0;
    while (head < table.rows && rows[static_cast<std::size_t>(head)].title) ++head;
    auto has_span = [&](int r) {
      return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
        return cell.row == r && cell.column > 0 && cell.column_span > 1 && !cell.text.empty();
      });
    };
    while (head + 1 < table.rows && has_span(head)) ++head;
    return std::min(head + 1, table.rows);
  }
  // Rows with a label alone between headings and figures are group rows of the body.
  int head = first;
  while (head > 0) {
    const RowView& row = rows[static_cast<std::size_t>(head - 1)];
    if (!(row.label && row.filled == 1) && row.filled > 0) break;
    --head;
  }
  // Unless nothing else would be left: then they are title rows.
  if (head == 0) {
    while (head < first && rows[static_cast<std::size_t>(head)].title) ++head;
    bool any_heading = false;
    for (int r = 0; r < first; ++r) any_heading = any_heading || rows[static_cast<std::size_t>(r)].words > 0;
    if (!any_heading && head == first) return first;
  }
  // A cell of the boxhead reaches down: its rows belong to the boxhead.
  for (const Cell& cell : table.cells) {
    if (cell.row < head && cell.row + cell.row_span > head && cell.row + cell.row_span <= first &&
        !cell.text.empty()) {
      head = cell.row + cell.row_span;
    }
  }
  return head;
}

int find_stub_columns(const Table& table, const std::vector<std::size_t>& positions) {
  const int columns = table.columns;
  auto cell_at = [&](int r, int c) -> const Cell& {
    return table.cells[positions[static_cast<std::size_t>(r * columns + c)]];
  };
  auto column_class = [&](int c, int& data, int& text) {
    data = text = 0;
    for (int r = table.boxhead_rows; r < table.rows; ++r) {
      const Cell& cell = cell_at(r, c);
      if (cell.text.empty() || cell.row != r || cell.column != c) continue;
      (is_data(classify_cell(cell.text)) ? data : text) += 1;
    }
  };
  int stub = 1;
  while (stub + 1 < columns) {
    int data = 0, text = 0;
    column_class(stub, data, text);
    if (text <= data) break;
    // Are the rows with figures told apart by the stub as it is?
    std::set<std::string> seen;
    bool unique = true, coded = true;
    for (int r = table.boxhead_rows; r < table.rows; ++r) {
      bool figures = false;
      for (int c = stub; c < columns; ++c) {
        const Cell& cell = cell_at(r, c);
        figures = figures || (cell.column == c && is_data(classify_cell(cell.text)));
      }
      if (!figures) continue;
      std::string path;
      bool fresh = false;
      for (int c = 0; c < stub; ++c) {
        const Cell& cell = cell_at(r, c);
        path += cell.text + '\n';
        fresh = fresh || (cell.row == r && !cell.text.empty());
        const CellClass label = classify_cell(cell.text);
        coded = coded && (label == CellClass::number || label == CellClass::code);
      }
      unique = unique && fresh && seen.insert(path).second;
    }
    if (unique && !coded) break;
    ++stub;
  }
  return stub;
}

}  // namespace

std::vector<std::size_t> cell_positions(const Table& table) {
  std::vector<std::size_t> positions(static_cast<std::size_t>(table.rows * table.columns), 0);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
        positions[static_cast<std::size_t>(r * table.columns + c)] = i;
      }
    }
  }
  return positions;
}

void set_roles(Table& table, int known_boxhead_rows) {
  table.boxhead_rows = known_boxhead_rows >= 0 ? known_boxhead_rows : find_boxhead_rows(table);
  table.stub_columns = table.columns > 1 ? find_stub_columns(table, cell_positions(table)) : 1;
  for (Cell& cell : table.cells) {
    cell.role = cell.row < table.boxhead_rows      ? CellRole::boxhead
                : cell.column < table.stub_columns ? CellRole::stub
                                                   : CellRole::data;
  }
  // Indents count from the left-most label of the column.
  std::vector<double> left(static_cast<std::size_t>(table.columns), 1e9);
  for (const Cell& cell : table.cells) {
    if (cell.role == CellRole::stub && !cell.text.empty()) {
      double& x = left[static_cast<std::size_t>(cell.column)];
      x = std::min(x, cell.box.x0);
    }
  }
  for (Cell& cell : table.cells) {
    if (cell.role == CellRole::stub && !cell.text.empty()) {
      cell.indent = cell.box.x0 - left[static_cast<std::size_t>(cell.column)];
    }
  }
}

Table make_table(const PageWords& words, const Grid& grid) {
  Table table;
  table.page = words.page().number;
  table.box = grid.box;
  table.method = grid.method;
  table.reason = grid.reason;
  table.rows = grid.rows();
  table.columns = grid.columns();
  for (const GridCell& from : grid.cells) {
    Cell cell;
    cell.row = from.row;
    cell.column = from.column;
    cell.row_span = from.row_span;
    cell.column_span = from.column_span;
    cell.page = table.page;
    cell.bold = !from.words.empty();
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < from.words.size();) {
      std::size_t end = begin + 1;
      const double baseline = words.baseline(from.words[begin]);
      while (end < from.words.size() &&
             std::abs(words.baseline(from.words[end]) - baseline) <
                 0.4 * words.page().words[from.words[begin]].font_size) {
        ++end;
      }
      lines.push_back(words.text({from.words.begin() + static_cast<long>(begin),
                                  from.words.begin() + static_cast<long>(end)}));
      begin = end;
    }
    for (std::size_t w : from.words) {
      cell.box = extract::unite(cell.box, words.page().words[w].box);
      cell.bold = cell.bold && (words.page().words[w].bold || words.raised(w));
    }
    if (from.words.empty()) cell.box = from.area;
    cell.text = join_label_lines(lines);
    table.cells.push_back(std::move(cell));
  }
  set_roles(table, grid.boxhead_rows);
  return table;
}

}  // namespace parsers
