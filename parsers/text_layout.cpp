#include "parsers/text_layout.h"

#include <algorithm>
#include <map>
#include <set>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/table_labels.h"
#include "parsers/text_figures.h"

namespace parsers {
namespace {

std::size_t letters_of(std::string_view text) {
  std::size_t letters = 0;
  while (!text.empty()) {
    if (!is_invisible(take_codepoint(text))) ++letters;
  }
  return letters;
}

// Every column of figures has a heading, and no two have the same.
bool columns_told_apart(const Table& table) {
  std::map<int, std::string> headings;
  for (const LabelledCell& labelled : label_cells(table)) {
    const Cell& cell = table.cells[labelled.cell];
    if (!is_data(classify_cell(cell.text))) continue;
    if (labelled.column_path.empty()) return false;
    headings[cell.column] = match_key(labelled.column_path.back());
  }
  std::set<std::string> distinct;
  for (const auto& [column, heading] : headings) distinct.insert(heading);
  return distinct.size() == headings.size();
}

// Every row has a label and figures. A label alone may be a part of the one above or below it:
// lines of text stand equally far apart, whatever they belong to.
bool rows_told_apart(const Table& table) {
  std::vector<bool> label(static_cast<std::size_t>(table.rows));
  std::vector<bool> figures(static_cast<std::size_t>(table.rows));
  for (const Cell& cell : table.cells) {
    const std::size_t row = static_cast<std::size_t>(cell.row);
    if (cell.text.empty() || cell.role == CellRole::boxhead) continue;
    if (cell.role == CellRole::stub) {
      label[row] = true;
    } else {
      figures[row] = figures[row] || is_data(classify_cell(cell.text));
    }
  }
  for (std::size_t r = static_cast<std::size_t>(table.boxhead_rows); r < label.size(); ++r) {
    if (!label[r] || !figures[r]) return false;
  }
  return true;
}

}  // namespace

bool is_laid_out(const std::vector<std::string>& lines, const LayoutOptions& options) {
  std::size_t figures = 0, wide = 0;
  for (const std::string& line : lines) {
    if (line.find('\t') != std::string::npos) return false;
    const auto row = parse_figure_line(line);
    if (!row || row->atoms.size() < 2) continue;
    ++figures;
    wide += std::any_of(row->atoms.begin() + 1, row->atoms.end(),
                        [](const FigureAtom& atom) { return atom.spaces > 1; })
                ? 1U
                : 0U;
  }
  return figures >= options.min_lines &&
         static_cast<double>(wide) >= options.share * static_cast<double>(figures);
}

extract::Page typewritten_page(const extract::Page& page, const LayoutOptions& options) {
  extract::Page drawn;
  drawn.number = page.number;
  std::size_t widest = 0;
  double baseline = options.line_height;
  for (const std::string& line : page.text_lines) {
    std::size_t at = 0;
    for (const SpacedWord& spaced : split_words(line)) {
      at += static_cast<std::size_t>(spaced.spaces);
      const std::size_t letters = letters_of(spaced.text);
      extract::Word word;
      word.text = spaced.text;
      word.font_size = options.font_size;
      word.baseline = baseline;
      word.box = {static_cast<double>(at) * options.letter_width,
                  baseline - 0.75 * options.font_size,
                  static_cast<double>(at + letters) * options.letter_width,
                  baseline + 0.25 * options.font_size};
      word.space_after = true;
      drawn.words.push_back(std::move(word));
      at += letters;
    }
    widest = std::max(widest, at);
    baseline += options.line_height;
  }
  drawn.width = static_cast<double>(widest) * options.letter_width;
  drawn.height = baseline;
  return drawn;
}

PageTables as_plain_text(PageTables found) {
  std::vector<Table> clear;
  for (Table& table : found.tables) {
    if (!columns_told_apart(table) || !rows_told_apart(table)) {
      extract::Diagnostic diagnostic;
      diagnostic.code = "text-table-open";
      diagnostic.page = table.page;
      diagnostic.message =
          "table \"" + table.title + "\" left out: its rows or columns are not told apart";
      found.diagnostics.push_back(std::move(diagnostic));
      continue;
    }
    table.method = Method::text;
    table.reason = "text laid out by spaces";
    table.box = {};
    for (Cell& cell : table.cells) cell.box = {};
    clear.push_back(std::move(table));
  }
  found.tables = std::move(clear);
  for (TextPassage& passage : found.passages) passage.box = {};
  for (extract::Diagnostic& diagnostic : found.diagnostics) diagnostic.box.reset();
  found.orphan_row.reset();
  found.text_above = found.text_below = true;
  return found;
}

}  // namespace parsers
