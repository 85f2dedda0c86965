#include "app/row_writer.h"

#include <cassert>
#include <charconv>
#include <utility>

#include "schema/csv.h"
#include "schema/json_text.h"

namespace app {

namespace {
// Rows are gathered in pieces of this size before they go out.
constexpr std::size_t kPieceBytes = 1 << 16;
}  // namespace

RowWriter::RowWriter(std::span<const std::string_view> columns, RowFormat format,
                     std::function<void(std::string_view)> out)
    : format_(format), out_(std::move(out)) {
  assert(format != RowFormat::table && !columns.empty());
  for (const std::string_view column : columns) {
    std::string& start = starts_.emplace_back(starts_.empty() ? "" : ",");
    if (format_ == RowFormat::json) {
      if (starts_.size() == 1) start = '{';
      schema::append_json_text(start, column);
      start += ':';
    } else {
      piece_ += start;
      schema::append_csv_field(piece_, column);
    }
  }
  piece_ += format_ == RowFormat::json ? "[" : "\n";
}

RowWriter& RowWriter::text(std::string_view value) {
  begin_cell();
  if (format_ == RowFormat::json) {
    schema::append_json_text(piece_, value);
  } else {
    schema::append_csv_field(piece_, value);
  }
  return end_cell();
}

RowWriter& RowWriter::integer(std::int64_t value) {
  begin_cell();
  char digits[20];
  piece_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  return end_cell();
}

RowWriter& RowWriter::null() {
  begin_cell();
  if (format_ == RowFormat::json) piece_ += "null";
  return end_cell();
}

void RowWriter::finish() {
  assert(column_ == 0);
  if (format_ == RowFormat::json) piece_ += "\n]\n";
  out_(piece_);
  piece_.clear();
}

void RowWriter::begin_cell() {
  if (column_ == 0 && format_ == RowFormat::json) piece_ += first_row_ ? "\n" : ",\n";
  piece_ += starts_[column_];
}

RowWriter& RowWriter::end_cell() {
  if (++column_ < starts_.size()) return *this;
  column_ = 0;
  first_row_ = false;
  piece_ += format_ == RowFormat::json ? "}" : "\n";
  if (piece_.size() >= kPieceBytes) {
    out_(piece_);
    piece_.clear();
  }
  return *this;
}

}  // namespace app
