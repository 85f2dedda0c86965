#include "parsers/text_tabs.h"

#include <algorithm>
#include <optional>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/fold.h"

namespace parsers {
namespace {

using Row = std::vector<std::string>;

Row cells_of(std::string_view line) {
  Row row;
  for (std::size_t at = 0; at <= line.size();) {
    std::size_t end = line.find('\t', at);
    if (end == std::string_view::npos) end = line.size();
    row.emplace_back(trim(line.substr(at, end - at)));
    at = end + 1;
  }
  return row;
}

bool has_figures(const Row& row) {
  return std::any_of(row.begin() + 1, row.end(), [](const std::string& cell) {
    return !cell.empty() && is_data(classify_cell(cell));
  });
}

bool is_note(const Row& row) {
  return row[0].starts_with('*') &&
         std::all_of(row.begin() + 1, row.end(), [](const std::string& c) { return c.empty(); });
}

class TabReader {
 public:
  TabReader(std::vector<Row> rows, int page, const TabOptions& options)
      : rows_(std::move(rows)), options_(options) {
    table_.page = page;
    table_.method = Method::text;
    table_.reason = "tabs";
  }

  std::optional<Table> read() {
    while (!rows_.empty() && is_note(rows_.back())) {
      table_.notes.insert(table_.notes.begin(), rows_.back()[0]);
      rows_.pop_back();
    }
    std::size_t columns = 0;
    for (const Row& row : rows_) columns = std::max(columns, row.size());
    for (Row& row : rows_) row.resize(columns);
    const auto first = std::find_if(rows_.begin(), rows_.end(), has_figures);
    const std::size_t heads = static_cast<std::size_t>(first - rows_.begin());
    const auto figures = std::count_if(first, rows_.end(), has_figures);
    if (columns < 2 || heads == 0 || heads > options_.max_boxhead_rows ||
        figures < static_cast<std::ptrdiff_t>(options_.min_rows)) {
      return std::nullopt;
    }
    table_.rows = static_cast<int>(rows_.size());
    table_.columns = static_cast<int>(columns);
    table_.boxhead_rows = static_cast<int>(heads);
    table_.stub_columns = 1;
    for (std::size_t r = 0; r < rows_.size(); ++r) add_row(r, r < heads);
    return std::move(table_);
  }

 private:
  void add_row(std::size_t r, bool head) {
    for (std::size_t c = 0; c < rows_[r].size();) {
      const std::size_t span = head && c > 0 ? head_span(r, c) : 1;
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(c);
      cell.column_span = static_cast<int>(span);
      cell.page = table_.page;
      cell.text = join_label_lines(std::vector<std::string>{rows_[r][c]});
      cell.role = head ? CellRole::boxhead : c == 0 ? CellRole::stub : CellRole::data;
      table_.cells.push_back(std::move(cell));
      c += span;
    }
  }

  // A heading stands over the empty cells after it as far as there are headings below them.
  std::size_t head_span(std::size_t r, std::size_t c) const {
    const auto below = [&](std::size_t column) {
      return r + 1 < static_cast<std::size_t>(table_.boxhead_rows) && !rows_[r + 1][column].empty();
    };
    std::size_t span = 1;
    if (rows_[r][c].empty() || !below(c)) return span;
    while (c + span < rows_[r].size() && rows_[r][c + span].empty() && below(c + span)) ++span;
    return span;
  }

  std::vector<Row> rows_;
  const TabOptions& options_;
  Table table_;
};

}  // namespace

std::vector<TabTable> find_tab_tables(const std::vector<std::string>& lines, int page,
                                      const TabOptions& options) {
  std::vector<TabTable> tables;
  const auto has_tab = [&](std::size_t i) { return lines[i].find('\t') != std::string::npos; };
  for (std::size_t begin = 0; begin < lines.size();) {
    if (!has_tab(begin)) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    std::vector<Row> rows;
    for (; end < lines.size() && has_tab(end); ++end) rows.push_back(cells_of(lines[end]));
    if (auto table = TabReader(std::move(rows), page, options).read()) {
      tables.push_back({std::move(*table), begin, end - 1});
    }
    begin = end;
  }
  return tables;
}

}  // namespace parsers
