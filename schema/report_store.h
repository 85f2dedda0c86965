#pragma once
// Stores and deletes the rows of one report. load.h decides when; these run inside its transaction.
// Rows are checked like foreign input: what does not fit its table is refused.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "schema/database.h"
#include "schema/report_rows.h"

namespace schema {

// The id of a report: the first 63 bits of its SHA-256. REQUIRES: 64 hexadecimal digits.
std::int64_t report_id(std::string_view sha256);

// The id of a page of a report.
std::int64_t page_id(std::int64_t report_id, std::int64_t number);

// How many columns a row of the table has.
std::size_t row_width(RowTable table);

class ReportStore {
 public:
  // For the report with this id, whose own row is stored already; pages count from 1 to `pages`.
  ReportStore(Database& database, std::int64_t report_id, int pages);

  // Throws RowRefused for a row of another width or type, a reference that leads nowhere, a page
  // that the report does not have, a second row with the same key.
  void insert(const Row& row);
  // After the last row: applies corrections, and brings `newest` up to date in all reports that
  // give the same figures.
  void finish();

 private:
  Statement& statement(RowTable table);
  void check_page(const Row& row) const;
  void index_page(const Row& row, std::int64_t id);

  Database& database_;
  std::int64_t report_id_;
  int pages_;
  std::array<std::optional<Statement>, kRowTables> statements_;
  std::optional<Statement> index_;
};

void delete_report_rows(Database& database, std::int64_t report_id);

}  // namespace schema
