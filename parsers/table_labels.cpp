#include "parsers/table_labels.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "parsers/cell_class.h"
#include "parsers/measure.h"
#include "parsers/table_roles.h"

namespace parsers {
namespace {

void push_label(std::vector<std::string>& path, const std::string& text) {
  if (!text.empty() && (path.empty() || path.back() != text)) path.push_back(text);
}

class Labeller {
 public:
  explicit Labeller(const Table& table) : table_(table), positions_(cell_positions(table)) {
    find_inner_heads();
    find_row_paths();
    find_column_paths();
  }

  std::vector<LabelledCell> label() const {
    std::vector<LabelledCell> labelled;
    for (std::size_t i = 0; i < table_.cells.size(); ++i) {
      const Cell& cell = table_.cells[i];
      if (cell.role != CellRole::data || inner_head_[static_cast<std::size_t>(cell.row)]) continue;
      if (group_[static_cast<std::size_t>(cell.row)]) continue;
      LabelledCell labels{i, row_paths_[static_cast<std::size_t>(cell.row)], column_path(cell)};
      // A figure that nothing names is no figure: its row, and its column where there are several.
      const bool single_column = table_.columns - table_.stub_columns == 1;
      if (labels.row_path.empty() || (labels.column_path.empty() && !single_column)) continue;
      labelled.push_back(std::move(labels));
    }
    return labelled;
  }

 private:
  const Cell& at(int row, int column) const {
    return table_.cells[positions_[static_cast<std::size_t>(row * table_.columns + column)]];
  }

  // A row of words over the figure columns, between rows of figures: a new boxhead in the same
  // table. Values in words are none ("0 eller bättre", "Topp 3", "ökning"): they repeat, tell a
  // number or stand beside figures in other rows.
  void find_inner_heads() {
    inner_head_.assign(static_cast<std::size_t>(table_.rows), false);
    for (int r = table_.boxhead_rows + 1; r + 1 < table_.rows; ++r) {
      std::set<std::string> texts;
      bool heads = table_.columns - table_.stub_columns >= 2;
      for (int c = table_.stub_columns; heads && c < table_.columns; ++c) {
        const Cell& cell = at(r, c);
        heads = cell.row == r && cell.column == c && is_heading(cell.text) &&
                texts.insert(cell.text).second;
      }
      inner_head_[static_cast<std::size_t>(r)] = heads && !has_values_in_words();
    }
  }

  static bool is_heading(const std::string& text) {
    const CellClass kind = classify_cell(text);
    if (kind == CellClass::period || kind == CellClass::year) return true;
    return kind == CellClass::text && (text.find_first_of("0123456789") == std::string::npos ||
                                       find_measure({&text, 1}) != MeasureWords{});
  }

  // Half of the figure columns or more hold words in rows that have figures as well.
  bool has_values_in_words() const {
    std::set<int> columns;
    for (const Cell& cell : table_.cells) {
      if (cell.role != CellRole::data || classify_cell(cell.text) != CellClass::text) continue;
      for (int c = table_.stub_columns; c < table_.columns; ++c) {
        const Cell& other = at(cell.row, c);
        if (is_data(classify_cell(other.text))) columns.insert(cell.column);
      }
    }
    return static_cast<int>(columns.size()) * 2 >= table_.columns - table_.stub_columns;
  }

  bool has_data(int r) const {
    for (int c = table_.stub_columns; c < table_.columns; ++c) {
      const Cell& cell = at(r, c);
      if (cell.column == c && cell.row == r && !cell.text.empty()) return true;
    }
    return false;
  }

  // A label of the row itself, not one that reaches down from a row above.
  bool label_starts(int r) const {
    for (int c = 0; c < table_.stub_columns; ++c) {
      const Cell& cell = at(r, c);
      if (cell.row == r && !cell.text.empty()) return true;
    }
    return false;
  }

  // Each row's own label: its stub cells from the left, those that span into it included. A blank
  // cell before one with a label stands for the label above it; a bold row is a sum, not a ditto.
  void find_own_paths() {
    own_paths_.resize(static_cast<std::size_t>(table_.rows));
    std::vector<std::string> above(static_cast<std::size_t>(table_.stub_columns));
    for (int r = table_.boxhead_rows; r < table_.rows; ++r) {
      std::vector<std::string>& own = own_paths_[static_cast<std::size_t>(r)];
      int last = table_.stub_columns - 1;
      while (last > 0 && at(r, last).text.empty()) --last;
      for (int c = 0; c <= last; ++c) {
        const Cell& cell = at(r, c);
        std::string& carried = above[static_cast<std::size_t>(c)];
        const bool ditto =
            cell.text.empty() && !at(r, last).bold && classify_cell(carried) == CellClass::text;
        push_label(own, ditto ? carried : cell.text);
        if (cell.text.empty() || cell.row != r) continue;
        carried = cell.text;
        std::fill(above.begin() + c + 1, above.end(), std::string());
      }
    }
  }

  // A row of its own label alone, set apart from the rows that follow: their group.
  bool leads_group(int r) const {
    if (has_data(r) || r + 1 >= table_.rows || !label_starts(r)) return false;
    const Cell &label = at(r, 0), &next = at(r + 1, 0);
    return label.column_span >= table_.columns || (label.bold && !next.bold) ||
           next.indent > label.indent + 1 || table_.method == Method::stream;
  }

  void find_row_paths() {
    const int rows = table_.rows;
    find_own_paths();
    row_paths_.resize(static_cast<std::size_t>(rows));
    group_.assign(static_cast<std::size_t>(rows), false);
    std::map<std::vector<std::string>, int> seen;
    for (int r = table_.boxhead_rows; r < rows; ++r) {
      if (label_starts(r) && !leads_group(r)) ++seen[own_paths_[static_cast<std::size_t>(r)]];
    }
    std::vector<std::string> group, last_unique;
    double group_indent = 0;
    bool group_is_indented = false;  // its rows stand further in than its heading
    for (int r = table_.boxhead_rows; r < rows; ++r) {
      const std::size_t row = static_cast<std::size_t>(r);
      const std::vector<std::string>& own = own_paths_[row];
      const Cell& label = at(r, 0);
      if (leads_group(r)) {
        group = own;
        group_indent = label.indent;
        group_is_indented = at(r + 1, 0).indent > label.indent + 1;
        last_unique.clear();
        group_[row] = true;
        row_paths_[row] = own;
        continue;
      }
      std::vector<std::string> path;
      if (group_is_indented && label.indent <= group_indent + 1) group.clear();
      if (seen[own] > 1 && !last_unique.empty()) {
        path = last_unique;  // "Män" under "Total sjukfrånvaro"
      } else if (!group.empty() && !(label.bold && !own.empty())) {
        path = group;
      }
      if (seen[own] == 1) last_unique = own;
      // What both say is said once.
      const auto fresh = std::mismatch(own.begin(), own.end(), path.begin(), path.end()).first;
      for (auto part = fresh; part != own.end(); ++part) push_label(path, *part);
      row_paths_[row] = std::move(path);
    }
  }

  std::vector<std::string> column_path(const Cell& cell) const {
    std::vector<std::string> path;
    int inner = -1;
    for (int r = cell.row - 1; r >= table_.boxhead_rows && inner < 0; --r) {
      if (inner_head_[static_cast<std::size_t>(r)]) inner = r;
    }
    if (inner >= 0) {
      push_label(path, at(inner, cell.column).text);
      return path;
    }
    return column_paths_[static_cast<std::size_t>(cell.column)];
  }

  // Header paths name each column once. Where they do not, a heading at the left of its columns has
  // left the cells beside it blank: these take it, if that tells all such columns apart.
  void find_column_paths() {
    for (int c = 0; c < table_.columns; ++c) column_paths_.push_back(headings(c, false));
    std::vector<std::vector<std::string>> filled = column_paths_;
    const auto first = table_.stub_columns;
    for (int c = first; c < table_.columns; ++c) {
      const auto& path = column_paths_[static_cast<std::size_t>(c)];
      if (path.empty() ||
          std::count(column_paths_.begin() + first, column_paths_.end(), path) < 2) {
        continue;
      }
      filled[static_cast<std::size_t>(c)] = headings(c, true);
      if (filled[static_cast<std::size_t>(c)] == path) return;
    }
    const std::set<std::vector<std::string>> distinct(filled.begin() + first, filled.end());
    if (static_cast<int>(distinct.size()) == table_.columns - first) {
      column_paths_ = std::move(filled);
    }
  }

  // The headings above column `c`; with `fill`, blank cells above others take the heading at their
  // left.
  std::vector<std::string> headings(int c, bool fill) const {
    std::vector<std::string> path;
    const Cell* last = nullptr;
    for (int r = 0; r < table_.boxhead_rows; ++r) {
      const Cell* head = &at(r, c);
      for (int left = c; fill && r + 1 < table_.boxhead_rows && head->text.empty();) {
        if (--left < table_.stub_columns || at(r, left).column_span > 1) break;
        head = &at(r, left);
      }
      if (head == last || head->column_span >= table_.columns) continue;
      last = head;
      push_label(path, head->text);
    }
    return path;
  }

  const Table& table_;
  std::vector<std::size_t> positions_;
  std::vector<bool> inner_head_, group_;
  std::vector<std::vector<std::string>> own_paths_, row_paths_, column_paths_;
};

}  // namespace

std::vector<LabelledCell> label_cells(const Table& table) {
  if (table.rows == 0 || table.columns == 0) return {};
  return Labeller(table).label();
}

}  // namespace parsers
