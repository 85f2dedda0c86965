#include "schema/csv.h"

#include <algorithm>

#include "extract/error.h"

namespace schema {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

[[noreturn]] void fail(const std::string& place, int line, const std::string& message) {
  throw extract::Error(extract::ErrorCode::bad_argument, place,
                       "line " + std::to_string(line) + ": " + message);
}

// Reads one file, character by character; `at` is the next one.
struct Reader {
  std::string_view text;
  const std::string& place;
  char separator;
  std::size_t at = 0;
  int line = 1;

  bool end() const { return at == text.size(); }
  bool line_end() const { return text[at] == '\n' || text.substr(at, 2) == "\r\n"; }

  void take_line_end() {
    at += text[at] == '\r' ? 2 : 1;
    ++line;
  }

  std::string quoted_field() {
    const int opened = line;
    std::string field;
    for (++at; !end(); ++at) {
      if (text[at] == '"') {
        if (text.substr(at, 2) != "\"\"") {
          ++at;
          if (!end() && text[at] != separator && !line_end()) {
            fail(place, line, "text after a closing quote");
          }
          return field;
        }
        ++at;
      }
      if (text[at] == '\n') ++line;
      field += text[at];
    }
    fail(place, opened, "a quote is not closed");
  }

  std::string plain_field() {
    const std::size_t begin = at;
    while (!end() && text[at] != separator && !line_end()) {
      if (text[at] == '"') fail(place, line, "a quote inside a field that is not quoted");
      ++at;
    }
    return std::string(text.substr(begin, at - begin));
  }

  CsvRow row() {
    CsvRow result{line, {}};
    while (true) {
      result.fields.push_back(!end() && text[at] == '"' ? quoted_field() : plain_field());
      if (end() || text[at] != separator) return result;
      ++at;
    }
  }
};

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text, const std::string& place, char separator) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Reader reader{text, place, separator};
  std::vector<CsvRow> rows;
  while (!reader.end()) {
    if (!reader.line_end()) rows.push_back(reader.row());
    if (!reader.end()) reader.take_line_end();
  }
  return rows;
}

CsvTable CsvTable::parse(std::string_view text, const std::string& place) {
  CsvTable table;
  table.place_ = place;
  table.rows_ = parse_csv(text, place);
  if (table.rows_.empty()) return table;
  table.columns_ = std::move(table.rows_.front().fields);
  table.rows_.erase(table.rows_.begin());
  for (auto column = table.columns_.begin(); column != table.columns_.end(); ++column) {
    if (std::find(table.columns_.begin(), column, *column) != column) {
      fail(place, 1, "two columns are named " + *column);
    }
  }
  for (const CsvRow& row : table.rows_) {
    if (row.fields.size() > table.columns_.size()) {
      fail(place, row.line,
           std::to_string(row.fields.size()) + " fields for " +
               std::to_string(table.columns_.size()) + " columns");
    }
  }
  return table;
}

bool CsvTable::has_column(std::string_view name) const {
  return std::find(columns_.begin(), columns_.end(), name) != columns_.end();
}

const std::string& CsvTable::field(std::size_t row, std::string_view column) const {
  static const std::string kEmpty;
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  const auto index = static_cast<std::size_t>(found - columns_.begin());
  const std::vector<std::string>& fields = rows_[row].fields;
  return index < fields.size() ? fields[index] : kEmpty;
}

void append_csv_field(std::string& out, std::string_view field) {
  // One pass over short fields: an export has millions of them.
  if (std::none_of(field.begin(), field.end(),
                   [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; })) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) row += ',';
    append_csv_field(row, fields[i]);
  }
  row += '\n';
  return row;
}

}  // namespace schema
