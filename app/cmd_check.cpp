// namndata check --db FILE: the figures that do not add up, or that a later report has changed.

#include <fmt/format.h>

#include <array>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/open_database.h"

namespace app {

namespace {

constexpr const char* kContradictions =
    "SELECT municipality, board, report, page, row_label, column_label, measure, period, value, "
    "unit, failed_check, box, municipality_code, report_sha256 FROM contradictions "
    "ORDER BY municipality_code, report, report_sha256, page, box, failed_check";

constexpr const char* kRevisions =
    "SELECT municipality, board, label, indicator, measure, period, unit, old_raw, old_report, "
    "old_page, new_raw, new_report, new_page, old_value, new_value, municipality_code, "
    "old_report_sha256, new_report_sha256 FROM revisions "
    "ORDER BY municipality_code, board, label, measure, period, old_report_sha256, old_page, "
    "old_raw";

// Columns of these queries that are for reading.
constexpr std::size_t kReadableContradiction = 11, kReadableRevision = 13;

constexpr std::array<std::string_view, 3> kPages = {"page", "old_page", "new_page"};

}  // namespace

ExitStatus run_check(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file;
  bool revisions = false;
  RowFormat format = RowFormat::table;
  add_database(line.cli, file);
  line.cli.add_flag("--revisions", revisions,
                    "figures that a later report gives another value (status 0)");
  add_row_format(line.cli, format);
  if (auto over = line.parse(arguments, console)) return *over;

  schema::Database database = schema::open_database(file, schema::Access::read_only);
  schema::Statement query = database.prepare(revisions ? kRevisions : kContradictions);
  RowSet rows = query_rows(query, kPages);
  rows.readable = revisions ? kReadableRevision : kReadableContradiction;
  console.out(print_rows(rows, format));
  return revisions || rows.rows.empty() ? ExitStatus::done : ExitStatus::checks_failed;
}

}  // namespace app
