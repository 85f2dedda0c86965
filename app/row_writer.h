#pragma once
// RowWriter: rows written as they come, as CSV or JSON; for answers of any size.
//
//   RowWriter rows(columns, RowFormat::csv, [&](std::string_view piece) { console.out(piece); });
//   rows.text("0580").text_or_null("").integer(7);   // a cell for each column, row after row
//   rows.finish();

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

enum class RowFormat { table, csv, json };

class RowWriter {
 public:
  // csv: RFC 4180 with a header, null is empty. json: an array with an object per line; bytes that
  // are no UTF-8 become U+FFFD. REQUIRES: not RowFormat::table, whose widths all rows decide.
  RowWriter(std::span<const std::string_view> columns, RowFormat format,
            std::function<void(std::string_view)> out);

  RowWriter& text(std::string_view value);
  RowWriter& text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }
  RowWriter& integer(std::int64_t value);
  RowWriter& null();
  // Writes what is left. REQUIRES: the last row is whole.
  void finish();

 private:
  void begin_cell();
  RowWriter& end_cell();

  std::vector<std::string> starts_;  // what stands before the cell of each column
  RowFormat format_;
  std::function<void(std::string_view)> out_;
  std::size_t column_ = 0;  // of the next cell
  bool first_row_ = true;
  std::string piece_;
};

}  // namespace app
