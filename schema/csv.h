#pragma once
// CSV as RFC 4180 has it: comma, double quotes, UTF-8 (a byte order mark is skipped), LF or CRLF.
//
//   for (const CsvRow& row : parse_csv(text, "manifest.csv"))  use(row.fields, row.line);

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace schema {

struct CsvRow {
  int line = 0;  // of the file, where the row begins; from 1
  std::vector<std::string> fields;
};

// All rows, the header too; empty lines are skipped. Throws extract::Error(bad_argument) naming
// `place` and the line for a quote that is not closed, a quote inside an unquoted field, or text
// after a closing quote. Fields of others may stand apart by another `separator`.
std::vector<CsvRow> parse_csv(std::string_view text, const std::string& place,
                              char separator = ',');

// The same with a header: rows whose fields are found by column name.
class CsvTable {
 public:
  // Which rows are wanted of a large file.
  using Filter = std::function<bool(const CsvTable& head, const CsvRow& row)>;

  // Throws as parse_csv does, and for two columns of one name or a row with more fields than
  // columns. Rows that the filter leaves out are not kept in memory.
  static CsvTable parse(std::string_view text, const std::string& place,
                        const Filter& filter = nullptr);
  bool has_column(std::string_view name) const;
  const std::vector<std::string>& columns() const { return columns_; }
  std::size_t size() const { return rows_.size(); }
  const CsvRow& row(std::size_t row) const { return rows_[row]; }
  int line(std::size_t row) const { return rows_[row].line; }
  // "" when the column is missing or the row is short.
  const std::string& field(std::size_t row, std::string_view column) const;
  const std::string& field(const CsvRow& row, std::string_view column) const;
  const std::string& place() const { return place_; }

 private:
  std::string place_;
  std::vector<std::string> columns_;
  std::vector<CsvRow> rows_;
};

// Appends `field` as RFC 4180 writes it: quoted only where it must be.
void append_csv_field(std::string& out, std::string_view field);
// One row with a line feed.
std::string csv_row(const std::vector<std::string>& fields);

}  // namespace schema
