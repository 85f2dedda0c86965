#include "app/table_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/json_output.h"
#include "app/markup.h"
#include "app/text_table.h"
#include "schema/csv.h"

namespace app {

using parsers::Cell;
using parsers::CellRole;
using parsers::Table;

namespace {

Json cell_json(const Cell& cell) {
  Json json;
  json["row"] = cell.row;
  json["column"] = cell.column;
  json["row_span"] = cell.row_span;
  json["column_span"] = cell.column_span;
  json["text"] = cell.text;
  json["box"] = box_json(cell.box);
  json["role"] = parsers::name(cell.role);
  return json;
}

Json table_json(const Table& table) {
  Json json;
  json["page"] = table.page;
  json["box"] = box_json(table.box);
  json["title"] = table.title;
  json["kind"] = table.kind;
  json["method"] = parsers::name(table.method);
  json["rows"] = table.rows;
  json["columns"] = table.columns;
  json["boxhead_rows"] = table.boxhead_rows;
  json["stub_columns"] = table.stub_columns;
  json["continued_from"] = table.continued_from ? Json(*table.continued_from) : Json(nullptr);
  Json cells = Json::array();
  for (const Cell& cell : table.cells) cells.push_back(cell_json(cell));
  json["cells"] = std::move(cells);
  return json;
}

std::vector<std::vector<std::string>> grid(const Table& table) {
  std::vector<std::vector<std::string>> rows(
      static_cast<std::size_t>(table.rows),
      std::vector<std::string>(static_cast<std::size_t>(table.columns)));
  for (const Cell& cell : table.cells) {
    rows.at(static_cast<std::size_t>(cell.row)).at(static_cast<std::size_t>(cell.column)) =
        cell.text;
  }
  return rows;
}

std::string html_cell(const Cell& cell) {
  const char* tag = cell.role == CellRole::data ? "td" : "th";
  std::string attributes;
  if (cell.role == CellRole::boxhead) {
    attributes += cell.column_span > 1 ? " scope=\"colgroup\"" : " scope=\"col\"";
  } else if (cell.role == CellRole::stub) {
    attributes += cell.row_span > 1 ? " scope=\"rowgroup\"" : " scope=\"row\"";
  }
  if (cell.row_span > 1) attributes += fmt::format(" rowspan=\"{}\"", cell.row_span);
  if (cell.column_span > 1) attributes += fmt::format(" colspan=\"{}\"", cell.column_span);
  return fmt::format("<{}{}>{}</{}>", tag, attributes, escaped(cell.text), tag);
}

std::string html_table(const Table& table) {
  std::string html = "<table>\n";
  html += fmt::format("<caption>{} <small>page {}, {}</small></caption>\n", escaped(table.title),
                      table.page, parsers::name(table.method));
  int row = -1;
  for (const Cell& cell : table.cells) {  // row-major
    for (; row < cell.row; ++row) html += row < 0 ? "<tr>" : "</tr>\n<tr>";
    html += html_cell(cell);
  }
  if (row >= 0) html += "</tr>\n";
  html += "</table>\n";
  return html;
}

}  // namespace

std::string tables_json(const std::string& document, const std::vector<Table>& tables) {
  Json json;
  json["document"] = document;
  Json list = Json::array();
  for (const Table& table : tables) list.push_back(table_json(table));
  json["tables"] = std::move(list);
  return json_line(json);
}

std::string tables_csv(const std::vector<Table>& tables) {
  std::string csv;
  for (const Table& table : tables) {
    if (!csv.empty()) csv += '\n';
    for (const auto& row : grid(table)) csv += schema::csv_row(row);
  }
  return csv;
}

std::string tables_text(const std::string& document, const std::vector<Table>& tables) {
  std::string text;
  for (const Table& table : tables) {
    if (!text.empty()) text += '\n';
    text += fmt::format("{}, page {}: {} [{}{}{}]\n", document, table.page,
                        table.title.empty() ? "(no title)" : table.title, table.kind,
                        table.kind.empty() ? "" : ", ", parsers::name(table.method));
    std::vector<Align> alignment(static_cast<std::size_t>(table.columns), Align::right);
    std::fill_n(alignment.begin(), std::min(table.stub_columns, table.columns), Align::left);
    text += text_table(grid(table), alignment, true);
  }
  return text;
}

std::string tables_html(const std::string& document, const std::vector<Table>& tables) {
  std::string html = fmt::format("<section>\n<h1>{}</h1>\n", escaped(document));
  for (const Table& table : tables) html += html_table(table);
  html += "</section>\n";
  return html;
}

}  // namespace app
