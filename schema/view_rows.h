#pragma once
// ViewRows: the rows of a view in the order and form in which every export writes them. Figures are
// exact decimal texts, never floating point; the same database gives the same rows in the same
// order.
//
//   ViewRows rows(database, "observations");
//   while (rows.next()) for (int i = 0; i < rows.column_count(); ++i) use(rows.text(i));

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "schema/database.h"
#include "schema/export_columns.h"

namespace schema {

class ViewRows {
 public:
  // REQUIRES: is_exportable(view), or a table whose columns are to be written as they are.
  // `observations` come by municipality, report and place in the report, others by all columns.
  ViewRows(Database& database, std::string_view view);

  const std::vector<ExportColumn>& columns() const { return columns_; }
  int column_count() const { return static_cast<int>(columns_.size()); }
  // The column of that name; -1 when there is none.
  int column(std::string_view name) const;

  bool next();
  // Of the present row; a text holds until next().
  bool is_null(int column) const { return rows_->is_null(read_from(column)); }
  std::string_view text(int column) const { return rows_->text(read_from(column)); }
  // Of `observations` only: which report of the database, and which figure of it.
  std::int64_t report_id() const { return reports_[report_]; }
  std::int64_t position() const { return rows_->integer(column_count()); }

 private:
  int read_from(int column) const { return column == value_ ? value_text_ : column; }

  std::vector<ExportColumn> columns_;
  std::vector<std::int64_t> reports_;  // of `observations`, in their order
  std::size_t report_ = 0;
  bool by_report_ = false;
  bool begun_ = false;
  int value_ = -1, value_text_ = -1;  // of `observations`
  std::optional<Statement> rows_;
};

}  // namespace schema
