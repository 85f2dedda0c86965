#include "app/row_set.h"

#include <algorithm>

#include "app/text_table.h"

namespace app {

namespace {

std::string cell_text(const Json& value) {
  if (value.is_null()) return "";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<std::string> row_texts(const std::vector<Json>& row) {
  std::vector<std::string> texts;
  texts.reserve(row.size());
  for (const Json& value : row) texts.push_back(cell_text(value));
  return texts;
}

std::string head(std::string column) {
  std::transform(column.begin(), column.end(), column.begin(), [](char c) {
    return c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return column;
}

// Numbers, and texts of numbers such as a value, stand right.
bool numeric(const RowSet& rows, std::size_t column) {
  return !rows.rows.empty() &&
         std::all_of(rows.rows.begin(), rows.rows.end(), [&](const std::vector<Json>& row) {
           if (row[column].is_number() || row[column].is_null()) return true;
           const std::string text = cell_text(row[column]);
           return text.find_first_not_of("-.0123456789") == std::string::npos;
         });
}

std::string as_table(const RowSet& rows) {
  std::vector<std::vector<std::string>> texts(1);
  std::vector<Align> alignment;
  const std::size_t shown = rows.readable > 0 ? rows.readable : rows.columns.size();
  for (std::size_t c = 0; c < shown; ++c) {
    texts[0].push_back(head(rows.columns[c]));
    alignment.push_back(numeric(rows, c) ? Align::right : Align::left);
  }
  for (const auto& row : rows.rows) {
    texts.push_back(row_texts(row));
    texts.back().resize(shown);
  }
  return text_table(texts, alignment, true);
}

std::string written(const RowSet& rows, RowFormat format) {
  std::string text;
  const std::vector<std::string_view> columns(rows.columns.begin(), rows.columns.end());
  RowWriter writer(columns, format, [&](std::string_view piece) { text += piece; });
  for (const auto& row : rows.rows) {
    for (const Json& cell : row) {
      if (cell.is_string()) {
        writer.text(cell.get_ref<const std::string&>());
      } else if (cell.is_null()) {
        writer.null();
      } else {
        writer.integer(cell.get<std::int64_t>());
      }
    }
  }
  writer.finish();
  return text;
}

}  // namespace

RowSet query_rows(schema::Statement& query, std::span<const std::string_view> integers) {
  RowSet rows;
  std::vector<bool> is_integer;
  for (int c = 0; c < query.column_count(); ++c) {
    rows.columns.emplace_back(query.column_name(c));
    is_integer.push_back(std::find(integers.begin(), integers.end(), query.column_name(c)) !=
                         integers.end());
  }
  while (query.step()) {
    std::vector<Json>& row = rows.rows.emplace_back();
    for (int c = 0; c < query.column_count(); ++c) {
      if (query.is_null(c)) {
        row.emplace_back(nullptr);
      } else if (is_integer[static_cast<std::size_t>(c)]) {
        row.emplace_back(query.integer(c));
      } else {
        row.emplace_back(std::string(query.text(c)));
      }
    }
  }
  return rows;
}

std::string print_rows(const RowSet& rows, RowFormat format) {
  return format == RowFormat::table ? as_table(rows) : written(rows, format);
}

void add_row_format(CLI::App& cli, RowFormat& format) {
  add_choice(cli, "--format", format,
             {{"table", RowFormat::table}, {"csv", RowFormat::csv}, {"json", RowFormat::json}},
             "table for a terminal, csv or json");
}

void add_database(CLI::App& cli, std::string& file) {
  cli.add_option("--db", file, "the database")->required()->type_name("FILE");
}

}  // namespace app
