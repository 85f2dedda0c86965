#include "tests/support/table_text.h"

#include <cstddef>
#include <vector>

#include "parsers/table_labels.h"
#include "parsers/table_roles.h"

namespace support {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) return "";
  return std::string(text.substr(from, text.find_last_not_of(' ') - from + 1));
}

std::string joined(const std::vector<std::string>& path) {
  std::string text;
  for (const std::string& part : path) text += (text.empty() ? "" : " / ") + part;
  return text;
}

}  // namespace

std::string grid_text(const parsers::Table& table) {
  const std::vector<std::size_t> positions = parsers::cell_positions(table);
  std::string text;
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      const parsers::Cell& cell =
          table.cells[positions[static_cast<std::size_t>(r * table.columns + c)]];
      if (c > 0) text += c == table.stub_columns ? "||" : "|";
      text += cell.column < c ? "<" : cell.row < r ? "^" : cell.text;
    }
    text += '\n';
    if (r + 1 == table.boxhead_rows) text += "=\n";
  }
  return text;
}

std::string label_text(const parsers::Table& table) {
  std::string text;
  for (const parsers::LabelledCell& labelled : parsers::label_cells(table)) {
    const std::string& figure = table.cells[labelled.cell].text;
    if (figure.empty()) continue;
    text +=
        joined(labelled.row_path) + " : " + joined(labelled.column_path) + " = " + figure + "\n";
  }
  return text;
}

std::string plain_grid(std::string_view written) {
  std::string text;
  while (!written.empty()) {
    const std::size_t end = std::min(written.find('\n'), written.size());
    const std::string_view line = written.substr(0, end);
    written.remove_prefix(std::min(end + 1, written.size()));
    if (trimmed(line).empty()) continue;
    if (line.find_first_not_of(" =") == std::string_view::npos) {
      text += "=\n";
      continue;
    }
    std::string_view rest = line;
    for (std::size_t bar = rest.find('|'); bar != std::string_view::npos; bar = rest.find('|')) {
      text += trimmed(rest.substr(0, bar)) + '|';
      rest.remove_prefix(bar + 1);
    }
    text += trimmed(rest) + '\n';
  }
  return text;
}

std::string page_text(const parsers::PageTables& found) {
  std::string text;
  for (const parsers::Table& table : found.tables) {
    if (!text.empty()) text += '\n';
    text += grid_text(table);
  }
  if (!text.empty()) return text;
  text = "no table";
  for (const extract::Diagnostic& diagnostic : found.diagnostics) {
    text += ": " + diagnostic.message;
  }
  return text;
}

}  // namespace support
