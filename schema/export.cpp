#include "schema/export.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "schema/csv.h"
#include "schema/excel_csv.h"
#include "schema/json_text.h"
#include "schema/view_rows.h"

namespace schema {

namespace {

constexpr auto kViews = std::to_array<std::string_view>({
    "observations",
    "comparison",
    "comparison_sources",
    "files",
    "reports",
    "revisions",
    "contradictions",
    "identities",
    "confirmations",
    "corrections",
    "unmatched_labels",
});

// Rows are gathered in pieces of this size before they go to the stream.
constexpr std::size_t kPieceBytes = 1 << 16;

// Writes every row by `append(piece, rows)`.
template <typename Append>
std::int64_t write_rows(ViewRows& rows, std::ostream& out, std::string piece, Append append) {
  std::int64_t count = 0;
  for (; rows.next(); ++count) {
    append(piece);
    if (piece.size() >= kPieceBytes) {
      out << piece;
      piece.clear();
    }
  }
  out << piece;
  return count;
}

}  // namespace

std::span<const std::string_view> exportable_views() { return kViews; }

bool is_exportable(std::string_view view) {
  return std::find(kViews.begin(), kViews.end(), view) != kViews.end();
}

std::int64_t export_csv(Database& database, std::string_view view, std::ostream& out) {
  ViewRows rows(database, view);
  const int columns = rows.column_count();
  std::string header;
  for (const ExportColumn& column : rows.columns()) {
    if (!header.empty()) header += ',';
    append_csv_field(header, column.name);
  }
  return write_rows(rows, out, header + '\n', [&](std::string& piece) {
    for (int i = 0; i < columns; ++i) {
      if (i > 0) piece += ',';
      append_csv_field(piece, rows.text(i));
    }
    piece += '\n';
  });
}

std::int64_t export_excel_csv(Database& database, std::string_view view, std::ostream& out) {
  ViewRows rows(database, view);
  std::string header(kExcelCsvStart);
  for (const ExportColumn& column : rows.columns()) {
    if (header.size() > kExcelCsvStart.size()) header += ';';
    append_excel_field(header, column.name, ColumnType::text);
  }
  return write_rows(rows, out, header + "\r\n", [&](std::string& piece) {
    for (int i = 0; i < rows.column_count(); ++i) {
      if (i > 0) piece += ';';
      append_excel_field(piece, rows.text(i), rows.columns()[static_cast<std::size_t>(i)].type);
    }
    piece += "\r\n";
  });
}

std::int64_t export_json_lines(Database& database, std::string_view view, std::ostream& out) {
  ViewRows rows(database, view);
  return write_rows(rows, out, "", [&](std::string& piece) {
    std::string bytes;
    for (int i = 0; i < rows.column_count(); ++i) {
      const ExportColumn& column = rows.columns()[static_cast<std::size_t>(i)];
      piece += i == 0 ? "{" : ", ";
      append_json_text(piece, column.name);
      piece += ": ";
      if (rows.is_null(i)) {
        piece += "null";
        continue;
      }
      const std::string_view text = rows.text(i);
      const bool number = column.type == ColumnType::number || column.type == ColumnType::integer;
      if (number && is_json_number(text)) {
        piece += text;
      } else if (!append_json_text(piece, text)) {
        bytes += bytes.empty() ? ", \"bytes\": {" : ", ";
        append_json_text(bytes, column.name);
        bytes += ": \"" + hexadecimal(text) + '"';
      }
    }
    piece += bytes.empty() ? "}\n" : bytes + "}}\n";
  });
}

}  // namespace schema
