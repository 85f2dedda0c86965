#include "tests/support/table_text.h"

#include <algorithm>
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

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  for (std::string& part : parts) part = trimmed(part);
  return parts;
}

constexpr double kIndent = 6, kRowHeight = 14;  // points

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

parsers::Table table_of(std::string_view written) {
  parsers::Table table;
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(plain_grid(written), '\n')) {
    if (line.empty() || line == "=") continue;
    std::string single = line;
    if (const std::size_t stub = single.find("||"); stub != std::string::npos) single.erase(stub, 1);
    rows.push_back(split(single, '|'));
    table.columns = std::max(table.columns, static_cast<int>(rows.back().size()));
  }
  table.rows = static_cast<int>(rows.size());
  std::vector<std::vector<std::size_t>> owner(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    rows[r].resize(static_cast<std::size_t>(table.columns));
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      std::string text = rows[r][c];
      const bool left = text == "<" && c > 0, above = text == "^" && r > 0;
      if (left || above) {
        const std::size_t from = left ? owner[r][c - 1] : owner[r - 1][c];
        parsers::Cell& cell = table.cells[from];
        cell.column_span = std::max(cell.column_span, static_cast<int>(c) - cell.column + 1);
        cell.row_span = std::max(cell.row_span, static_cast<int>(r) - cell.row + 1);
        owner[r].push_back(from);
        continue;
      }
      parsers::Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(c);
      while (text.starts_with("..") && text.size() > 2) {
        text.erase(0, 2);
        cell.indent += kIndent;
      }
      if (text.size() > 2 && text.front() == '*' && text.back() == '*') {
        cell.bold = true;
        text = text.substr(1, text.size() - 2);
      }
      cell.text = text;
      cell.box = {100.0 * static_cast<double>(c) + cell.indent, kRowHeight * static_cast<double>(r),
                  100.0 * static_cast<double>(c) + 90, kRowHeight * static_cast<double>(r + 1) - 2};
      owner[r].push_back(table.cells.size());
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
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
