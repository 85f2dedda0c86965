#include "schema/csv.h"

#include <algorithm>
#include <utility>

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

template <typename Use>
void for_each_row(std::string_view text, const std::string& place, char separator, const Use& use) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Reader reader{text, place, separator};
  while (!reader.end()) {
    if (!reader.line_end()) use(reader.row());
    if (!reader.end()) reader.take_line_end();
  }
}

void check_columns(const std::vector<std::string>& columns, const std::string& place) {
  for (auto column = columns.begin(); column != columns.end(); ++column) {
    if (std::find(columns.begin(), column, *column) != column) {
      fail(place, 1, "two columns are named " + *column);
    }
  }
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text, const std::string& place, char separator) {
  std::vector<CsvRow> rows;
  for_each_row(text, place, separator, [&](CsvRow row) { rows.push_back(std::move(row)); });
  return rows;
}

CsvTable CsvTable::parse(std::string_view text, const std::string& place, const Filter& filter) {
  CsvTable table;
  table.place_ = place;
  bool is_header = true;
  for_each_row(text, place, ',', [&](CsvRow row) {
    if (std::exchange(is_header, false)) {
      table.columns_ = std::move(row.fields);
      check_columns(table.columns_, place);
      return;
    }
    if (row.fields.size() > table.columns_.size()) {
      fail(place, row.line,
           std::to_string(row.fields.size()) + " fields for " +
               std::to_string(table.columns_.size()) + " columns");
    }
    if (!filter || filter(table, row)) table.rows_.push_back(std::move(row));
  });
  return table;
}

bool CsvTable::has_column(std::string_view name) const {
  return std::find(columns_.begin(), columns_.end(), name) != columns_.end();
}

const std::string& CsvTable::field(std::size_t row, std::string_view column) const {
  return field(rows_[row], column);
}

const std::string& CsvTable::field(const CsvRow& row, std::string_view column) const {
  static const std::string kEmpty;
  const auto found = std::find(columns_.begin(), columns_.end(), column);
  const auto index = static_cast<std::size_t>(found - columns_.begin());
  return index < row.fields.size() ? row.fields[index] : kEmpty;
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
