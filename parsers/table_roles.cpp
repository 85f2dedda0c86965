#include "parsers/table_roles.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/column_numbers.h"
#include "parsers/fold.h"
#include "parsers/measure.h"

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
  bool alone = false;  // its only text is one cell that is a label or reaches the last column
};

std::vector<RowView> view_rows(const Table& table) {
  std::vector<RowView> rows(static_cast<std::size_t>(table.rows));
  std::vector<std::vector<std::string>> texts(rows.size());
  for (const Cell& cell : table.cells) {
    if (cell.text.empty()) continue;
    RowView& row = rows[static_cast<std::size_t>(cell.row)];
    texts[static_cast<std::size_t>(cell.row)].push_back(cell.text);
    ++row.filled;
    row.alone = row.filled == 1 && (cell.column == 0 || (cell.column_span > 1 && cell.column + cell.column_span >= table.columns));
    if (cell.column == 0) {
      row.label = true;
      row.title = spans_all(table, cell);
      continue;
    }
    (is_data(classify_cell(cell.text)) ? row.data : row.words) += 1;
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (numbers_columns(texts[r], {})) rows[r].words += std::exchange(rows[r].data, 0);
  }
  return rows;
}

// Rows until each column has a heading of its own, unless all of the `head` rows go on with them: a
// row with a label and gaps below a complete boxhead has no figures yet, but is no heading.
int complete_head_rows(const Table& table, int head) {
  std::vector<int> headed(static_cast<std::size_t>(table.columns), head);  // from which row on
  std::vector<int> filled(static_cast<std::size_t>(head), 0);
  std::vector<bool> labelled(static_cast<std::size_t>(head), false);
  for (const Cell& cell : table.cells) {
    if (cell.row >= head || cell.text.empty()) continue;
    filled[static_cast<std::size_t>(cell.row)] += cell.column_span;
    if (cell.column == 0) labelled[static_cast<std::size_t>(cell.row)] = true;
    int& from = headed[static_cast<std::size_t>(cell.column)];
    if (cell.column_span == 1) from = std::min(from, cell.row + cell.row_span);
  }
  for (int r = *std::max_element(headed.begin(), headed.end()); r < head; ++r) {
    const std::size_t row = static_cast<std::size_t>(r);
    if (labelled[row] && filled[row] < table.columns) return r;
  }
  return head;
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
  // Rows with one text between headings and figures are group rows of the body.
  int head = first;
  while (head > 0) {
    const RowView& row = rows[static_cast<std::size_t>(head - 1)];
    if (!row.alone && row.filled > 0) break;
    --head;
  }
  // A label that reaches down beside figures stands in the body, and so does its whole row.
  for (const Cell& cell : table.cells) {
    if (cell.column == 0 && !cell.text.empty() && cell.row < head && cell.row + cell.row_span > first) {
      head = cell.row;
    }
  }
  while (head > 0 && rows[static_cast<std::size_t>(head - 1)].alone) --head;
  // Unless nothing else would be left: then they are title rows.
  if (head == 0) {
    while (head < first && rows[static_cast<std::size_t>(head)].title) ++head;
    bool any_heading = false;
    for (int r = 0; r < first; ++r) any_heading = any_heading || rows[static_cast<std::size_t>(r)].words > 0;
    if (!any_heading && head == first) return first;
  }
  // A heading over several columns with nothing below it but figures is a boxhead all the same.
  if (head < first && head == 0) {
    for (int r = 0; r < first; ++r) {
      if (rows[static_cast<std::size_t>(r)].words > 0) head = r + 1;
    }
  }
  head = std::min(head, complete_head_rows(table, head));
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
  // The last of the leading text columns whose texts differ from row to row: a column of labels. One
  // that repeats a few words ("stabilt", "ökning") tells a state.
  int stub = 1;
  for (int c = 1; c + 1 < columns; ++c) {
    int data = 0, text = 0;
    column_class(c, data, text);
    if (text <= data) break;
    std::set<std::string> distinct;
    int words = 0;
    for (int r = table.boxhead_rows; r < table.rows; ++r) {
      const Cell& cell = cell_at(r, c);
      if (cell.text.empty() || cell.row != r || cell.column != c) continue;
      distinct.insert(cell.text);
      words += static_cast<int>(std::count(cell.text.begin(), cell.text.end(), ' ')) + 1;
    }
    const bool differ = static_cast<int>(distinct.size()) * 5 >= (text + data) * 4;
    if (text >= 2 && differ && data * 5 <= text && words >= 2 * text) stub = c + 1;
  }
  // Are the rows with figures told apart by the stub as it is?
  const auto tells_apart = [&](int width) {
    std::set<std::string> seen;
    bool unique = true, coded = true;
    for (int r = table.boxhead_rows; r < table.rows; ++r) {
      bool figures = false;
      for (int c = width; c < columns; ++c) {
        const Cell& cell = cell_at(r, c);
        figures = figures || (cell.column == c && is_data(classify_cell(cell.text)));
      }
      if (!figures) continue;
      std::string path;
      bool fresh = false;
      for (int c = 0; c < width; ++c) {
        const Cell& cell = cell_at(r, c);
        path += cell.text + '\n';
        fresh = fresh || (cell.row == r && !cell.text.empty());
        const CellClass label = classify_cell(cell.text);
        coded = coded && (label == CellClass::number || label == CellClass::code);
      }
      unique = unique && fresh && seen.insert(path).second;
    }
    return unique && !coded;
  };
  while (stub + 1 < columns) {
    int data = 0, text = 0;
    column_class(stub, data, text);
    if (text <= data || tells_apart(stub)) break;
    ++stub;
  }
  // A column of targets in words ("0 eller bättre") is no label of the rows.
  while (stub > 1 && table.boxhead_rows > 0 && tells_apart(stub - 1) &&
         is_measure_label(cell_at(table.boxhead_rows - 1, stub - 1).text)) {
    --stub;
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

void set_roles(Table& table, int known_boxhead_rows, int known_stub_columns) {
  table.boxhead_rows = known_boxhead_rows >= 0 ? known_boxhead_rows : find_boxhead_rows(table);
  table.stub_columns = known_stub_columns >= 0 ? known_stub_columns
                       : table.columns > 1     ? find_stub_columns(table, cell_positions(table))
                                               : 1;
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

namespace {

using Lines = std::vector<std::vector<std::size_t>>;

// A cell's words by lines.
Lines split_lines(const PageWords& words, const std::vector<std::size_t>& members) {
  Lines lines;
  for (std::size_t w : members) {
    const bool same = !lines.empty() &&
                      std::abs(words.baseline(w) - words.baseline(lines.back().front())) <
                          0.4 * words.page().words[lines.back().front()].font_size;
    if (!same) lines.emplace_back();
    lines.back().push_back(w);
  }
  return lines;
}

double line_width(const PageWords& words, const std::vector<std::size_t>& line) {
  const auto& all = words.page().words;
  return all[line.back()].box.x1 - all[line.front()].box.x0;
}

// A word too long for its cell is broken at the cell's edge, without a hyphen ("Avvikels|e"): the line
// holds that word alone, and not one letter more would have fitted in.
bool breaks_word(const PageWords& words, const std::vector<std::size_t>& line,
                 const std::vector<std::size_t>& next, double cell_width, double padding) {
  if (line.size() != 1) return false;
  const extract::Word& after = words.page().words[next.front()];
  if (after.text.empty() || after.glyphs.empty()) return false;
  std::string_view rest = after.text;
  const char32_t letter = take_codepoint(rest);
  if (!is_letter(letter) || lower(letter) != letter) return false;
  const std::string& before = words.page().words[line.front()].text;
  if (before.size() < 3 || std::string_view("-,.;:)/").find(before.back()) != std::string_view::npos)
    return false;
  return cell_width - padding - line_width(words, line) < after.glyphs.front().box.width();
}

}  // namespace

Table make_table(const PageWords& words, const Grid& grid) {
  Table table;
  table.page = words.page().number;
  table.box = grid.box;
  table.method = grid.method;
  table.reason = grid.reason;
  table.rows = grid.rows();
  table.columns = grid.columns();
  table.column_edges = grid.column_edges;
  // What the fullest line of the table leaves free of its cell: the cells' padding, both sides.
  double padding = 1e9;
  for (const GridCell& cell : grid.cells) {
    for (const auto& line : split_lines(words, cell.words)) {
      padding = std::min(padding, cell.area.width() - line_width(words, line));
    }
  }
  for (const GridCell& from : grid.cells) {
    Cell cell;
    cell.row = from.row;
    cell.column = from.column;
    cell.row_span = from.row_span;
    cell.column_span = from.column_span;
    cell.page = table.page;
    cell.bold = !from.words.empty();
    const Lines lines = split_lines(words, from.words);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool broken = i > 0 && grid.method == Method::lattice &&
                          breaks_word(words, lines[i - 1], lines[i], from.area.width(), padding);
      if (broken) {
        texts.back() += words.text(lines[i]);
      } else {
        texts.push_back(words.text(lines[i]));
      }
    }
    for (std::size_t w : from.words) {
      cell.box = extract::unite(cell.box, words.page().words[w].box);
      cell.bold = cell.bold && (words.page().words[w].bold || words.raised(w));
    }
    if (from.words.empty()) cell.box = from.area;
    cell.text = join_label_lines(texts);
    table.cells.push_back(std::move(cell));
  }
  set_roles(table, grid.boxhead_rows);
  return table;
}

}  // namespace parsers
