#include "app/row_set.h"

#include <algorithm>

#include "app/text_table.h"
#include "schema/csv.h"

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

std::string as_csv(const RowSet& rows) {
  std::string csv = schema::csv_row(rows.columns);
  std::vector<std::string> texts(rows.columns.size());
  for (const auto& row : rows.rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c].is_string()) {
        texts[c] = row[c].get_ref<const std::string&>();
      } else {
        texts[c] = cell_text(row[c]);
      }
    }
    csv += schema::csv_row(texts);
  }
  return csv;
}

std::string as_json(const RowSet& rows) {
  std::string json = "[";
  for (std::size_t r = 0; r < rows.rows.size(); ++r) {
    Json object;
    for (std::size_t c = 0; c < rows.columns.size(); ++c) {
      object[rows.columns[c]] = rows.rows[r][c];
    }
    std::string line = json_line(object);
    line.pop_back();
    json += (r == 0 ? "\n" : ",\n") + line;
  }
  return json + "\n]\n";
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
  switch (format) {
    case RowFormat::csv:
      return as_csv(rows);
    case RowFormat::json:
      return as_json(rows);
    case RowFormat::table:
      break;
  }
  return as_table(rows);
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
