#include "parsers/verdict.h"

#include <algorithm>

#include "parsers/cell_class.h"
#include "parsers/number.h"

namespace parsers {
namespace {

std::size_t count_words(const std::string& text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool is_figure(CellClass c) {
  return c == CellClass::number || c == CellClass::missing || c == CellClass::year ||
         c == CellClass::code || c == CellClass::period;
}

struct Counts {
  std::size_t cells = 0, filled = 0, figures = 0, long_cells = 0;
  std::vector<int> filled_in_row;
};

Counts count(const Table& table, const VerdictOptions& options) {
  Counts counts;
  counts.filled_in_row.assign(static_cast<std::size_t>(table.rows), 0);
  for (const Cell& cell : table.cells) {
    ++counts.cells;
    if (cell.text.empty()) continue;
    ++counts.filled;
    ++counts.filled_in_row[static_cast<std::size_t>(cell.row)];
    if (count_words(cell.text) >= options.long_cell) ++counts.long_cells;
    const bool figure = is_figure(classify_cell(cell.text));
    counts.figures += figure ? 1 : 0;
  }
  return counts;
}

bool has_leader(const std::string& text) {
  return text.find("....") != std::string::npos || text.find(". . . .") != std::string::npos ||
         text.find("…") != std::string::npos;
}

// "12", "iv", "A-3", "2-14": what a contents list sends the reader to.
bool is_page_number(const std::string& text) {
  constexpr std::size_t kLongest = 6;  // bytes: "xxviii", "B-1024"
  if (text.empty() || text.size() > kLongest) return false;
  if (text.find_first_not_of("ivxlc") == std::string::npos) return true;
  const std::size_t dash = text.find('-');
  const std::string number = text.substr(dash == std::string::npos ? 0 : dash + 1);
  const bool digits = !number.empty() && number.size() <= 4 &&
                      number.find_first_not_of("0123456789") == std::string::npos;
  return digits && (dash == std::string::npos || dash >= 1);
}

// Rows whose leader dots end in one page number, and these never fall: a contents list. In a table
// the dots lead to several figures, or to figures that no page has.
bool leads_to_pages(const Table& table, const VerdictOptions& options) {
  std::vector<std::vector<const Cell*>> rows(static_cast<std::size_t>(table.rows));
  for (const Cell& cell : table.cells) {
    if (!cell.text.empty()) rows[static_cast<std::size_t>(cell.row)].push_back(&cell);
  }
  std::size_t leaders = 0, others = 0, falls = 0;
  std::int64_t last = 0;
  for (const auto& row : rows) {
    const auto dots = std::find_if(row.begin(), row.end(),
                                   [](const Cell* cell) { return has_leader(cell->text); });
    if (dots == row.end()) continue;
    ++leaders;
    const auto after = std::distance(dots, row.end()) - 1;
    if (after == 0) continue;
    const std::string& page = row.back()->text;
    if (after > 1 || !is_page_number(page)) {
      ++others;
    } else if (page.find_first_not_of("0123456789") == std::string::npos) {
      const std::int64_t number = std::stoll(page);
      falls += number < last ? 1 : 0;
      last = number;
    }
  }
  if (leaders == 0 || static_cast<double>(leaders) < options.min_leaders * table.rows) return false;
  return static_cast<double>(others + falls) <= options.max_no_pages * static_cast<double>(leaders);
}

// Page numbers that never fall beside titles: a contents list.
bool is_contents(const Table& table, const VerdictOptions& options) {
  if (leads_to_pages(table, options)) return true;
  if (table.columns > 3 || table.boxhead_rows > 0) return false;
  std::int64_t last = 0;
  int pages = 0, titles = 0;
  for (const Cell& cell : table.cells) {
    if (cell.column == table.columns - 1 && !cell.text.empty()) {
      if (cell.text.size() > 3 || cell.text.find_first_not_of("0123456789") != std::string::npos)
        return false;
      const std::int64_t page = std::stoll(cell.text);
      if (page < last || page == 0) return false;
      last = page;
      ++pages;
    } else if (classify_cell(cell.text) == CellClass::text) {
      ++titles;
    }
  }
  return pages >= 3 && titles >= pages;
}

// The scale of a chart's axis: five numbers or more in equal steps, in a row or down a column of
// figures. Years do so too, and are no numbers here.
bool is_scale(const std::vector<Decimal>& values) {
  if (values.size() < 5) return false;
  const auto step = subtract(values[1], values[0]);
  if (!step || step->digits == 0) return false;
  for (std::size_t i = 2; i < values.size(); ++i) {
    const auto next = subtract(values[i], values[i - 1]);
    if (!next || compare(*next, *step) != 0) return false;
  }
  return true;
}

// "1 2 3 4 5" under the headings numbers the columns: rows with a figure for each follow.
bool numbers_columns(const std::vector<std::vector<Decimal>>& rows, std::size_t row) {
  const auto& values = rows[row];
  const auto step = subtract(values[1], values[0]);
  const bool counts = step && compare(*step, {1, 0}) == 0 && compare(values[0], {2, 0}) <= 0;
  const auto full = std::count_if(rows.begin() + static_cast<std::ptrdiff_t>(row) + 1, rows.end(),
                                  [&](const auto& other) { return other.size() >= values.size(); });
  return counts && full >= 2;
}

bool holds_axis(const Table& table) {
  std::vector<std::vector<Decimal>> rows(static_cast<std::size_t>(table.rows)),
      columns(static_cast<std::size_t>(table.columns));
  std::vector<std::size_t> filled(static_cast<std::size_t>(table.columns), 0);
  for (const Cell& cell : table.cells) {
    if (cell.text.empty() || cell.row < table.boxhead_rows) continue;
    ++filled[static_cast<std::size_t>(cell.column)];
    std::string_view rest = cell.text;
    while (!rest.empty()) {  // an axis' numbers may have fallen into one cell
      const std::size_t space = std::min(rest.find(' '), rest.size());
      if (const auto figures = parse_figures(rest.substr(0, space)).figures; figures.size() == 1) {
        rows[static_cast<std::size_t>(cell.row)].push_back(figures.front().value);
      }
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    if (cell.column == 0) continue;
    if (const auto figures = parse_figures(cell.text).figures; figures.size() == 1) {
      columns[static_cast<std::size_t>(cell.column)].push_back(figures.front().value);
    }
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (is_scale(rows[r]) && !numbers_columns(rows, r)) return true;
  }
  for (std::size_t c = 1; c < columns.size(); ++c) {
    // Scales count upwards on the page, ranks and line numbers downwards.
    const bool rising = columns[c].size() > 1 && compare(columns[c][1], columns[c][0]) > 0;
    if (!rising && columns[c].size() * 4 >= filled[c] * 3 && is_scale(columns[c])) return true;
  }
  return false;
}

// Short headings, one over each of several columns: texts below them, however long, are cells.
bool has_word_heads(const Table& table, const VerdictOptions& options) {
  std::vector<bool> headed(static_cast<std::size_t>(table.columns), false);
  for (const Cell& cell : table.cells) {
    if (cell.row >= std::max(1, table.boxhead_rows) || cell.text.empty()) continue;
    if (count_words(cell.text) >= options.heading_words) return false;
    if (cell.column_span == 1) headed[static_cast<std::size_t>(cell.column)] = true;
  }
  return table.columns >= options.prose_columns &&
         std::find(headed.begin(), headed.end(), false) == headed.end();
}

// Words under a heading each, between rules, with hardly a blank: agencies, actions and dates.
bool is_word_table(const Table& table, double filled, std::ptrdiff_t used_rows,
                   const VerdictOptions& options) {
  return used_rows >= options.word_rows && has_word_heads(table, options) &&
         filled >= options.word_fill * static_cast<double>(used_rows) * table.columns;
}

// An e-mail or web address: such lines name a sender, beside telephone and organisation numbers.
bool is_address(const std::string& text) {
  const std::size_t at = text.find('@');
  return text.find("www.") != std::string::npos ||
         (at != std::string::npos && at > 0 && text.find('.', at) != std::string::npos &&
          text[at - 1] != ' ');
}

}  // namespace

std::optional<std::string> rejection(const Table& table, Witness witness,
                                     const VerdictOptions& options) {
  const Counts counts = count(table, options);
  const auto used_rows = std::count_if(counts.filled_in_row.begin(), counts.filled_in_row.end(),
                                       [](int n) { return n > 0; });
  std::vector<bool> used(static_cast<std::size_t>(table.columns), false);
  for (const Cell& cell : table.cells) {
    if (!cell.text.empty() && cell.column_span == 1)
      used[static_cast<std::size_t>(cell.column)] = true;
  }
  const auto used_columns = std::count(used.begin(), used.end(), true);
  if (used_rows < 2) return "fewer than two rows with text";
  if (used_columns < 2) return "fewer than two columns with text";
  if (is_contents(table, options)) return "contents list";

  const bool headed_lattice = witness == Witness::crossings && table.boxhead_rows > 0;
  if (!headed_lattice && holds_axis(table)) return "axis of a chart";

  const double cells = static_cast<double>(counts.cells),
               filled = static_cast<double>(counts.filled);
  if (witness == Witness::crossings) {
    const auto rows_with_two = std::count_if(
        counts.filled_in_row.begin(), counts.filled_in_row.end(), [](int n) { return n >= 2; });
    if (rows_with_two < 1 || (rows_with_two < 2 && used_rows > 3)) return "boxes of text, no rows";
    if (used_rows * 2 < table.rows && counts.figures == 0) return "mostly blank rows";
    if (filled < (1 - options.max_blank) * cells && table.boxhead_rows == 0) return "mostly blank";
    if (counts.long_cells > 0 && counts.figures == 0 &&
        static_cast<double>(counts.long_cells) > 0.6 * filled &&
        !(used_rows > 2 && has_word_heads(table, options))) {
      return "bordered prose";
    }
    return std::nullopt;
  }
  const bool has_address = std::any_of(table.cells.begin(), table.cells.end(),
                                       [](const Cell& cell) { return is_address(cell.text); });
  if (has_address && used_rows <= options.letterhead_rows) return "addresses of a letterhead";
  const auto rows_with_two = std::count_if(counts.filled_in_row.begin(), counts.filled_in_row.end(),
                                           [](int n) { return n >= 2; });
  if (static_cast<double>(rows_with_two) <
      options.min_rows_with_two * static_cast<double>(used_rows)) {
    return "few rows with two cells";
  }
  // Columns that have headings alone wait for their figures.
  std::vector<bool> begun(static_cast<std::size_t>(table.columns), false);
  for (const Cell& cell : table.cells) {
    if (cell.row < table.boxhead_rows || cell.text.empty()) continue;
    std::fill_n(begun.begin() + cell.column, cell.column_span, true);
  }
  const auto begun_columns = static_cast<double>(std::count(begun.begin(), begun.end(), true));
  if (filled < options.min_fill * static_cast<double>(used_rows) * begun_columns)
    return "few filled cells";
  const double long_share = static_cast<double>(counts.long_cells) / std::max(1.0, filled);
  const double figure_share = static_cast<double>(counts.figures) / std::max(1.0, filled);
  if (long_share > options.max_long && figure_share < options.few_figures) return "prose";
  if (witness == Witness::rules && is_word_table(table, filled, used_rows, options))
    return std::nullopt;
  // Right of the first column figures prevail, on two rows at least.
  std::size_t right = 0, right_figures = 0;
  int rows_with_figures = 0;
  std::vector<bool> row_has(static_cast<std::size_t>(table.rows), false);
  for (const Cell& cell : table.cells) {
    if (cell.text.empty() || cell.row < table.boxhead_rows || cell.column == 0) continue;
    ++right;
    const CellClass kind = classify_cell(cell.text);
    if (!is_figure(kind)) continue;
    ++right_figures;
    if (is_data(kind)) row_has[static_cast<std::size_t>(cell.row)] = true;
  }
  rows_with_figures = static_cast<int>(std::count(row_has.begin(), row_has.end(), true));
  if (static_cast<double>(right_figures) < options.min_numeric * static_cast<double>(right)) {
    return "few figures";
  }
  if (rows_with_figures < 2 && !(rows_with_figures == 1 && table.boxhead_rows > 0))
    return "one row of figures";
  return std::nullopt;
}

}  // namespace parsers
