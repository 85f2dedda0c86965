// namndata check --db FILE: what does not add up, places that contradict each other, and figures
// that a later report has changed.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/open_database.h"
#include "schema/outside_data.h"

namespace app {

namespace {

constexpr const char* kContradictions =
    "SELECT municipality, board, report, page, contradiction, table_title, row_label, "
    "column_label, "
    "failed_check, mend, terms, measure, period, value, unit, raw, expected, tolerance, box, "
    "municipality_code, report_sha256 FROM contradictions "
    "ORDER BY municipality_code, report, report_sha256, page, contradiction, box, failed_check";

constexpr const char* kRevisions =
    "SELECT municipality, board, label, indicator, measure, period, unit, old_raw, old_report, "
    "old_page, new_raw, new_report, new_page, old_value, new_value, municipality_code, "
    "old_report_sha256, new_report_sha256 FROM revisions "
    "ORDER BY municipality_code, board, label, measure, period, old_report_sha256, old_page, "
    "old_raw";

constexpr std::size_t kReadableRevision = 13;  // columns of the query

constexpr double kGreatestFactor = 1e6;  // of --outside-factor: no count is told beyond any sense

constexpr std::array<std::string_view, 3> kPages = {"page", "old_page", "new_page"};

std::string text_or_empty(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.is_null() ? "" : value.dump();
}

// Each contradiction with its place, its terms line by line, and what would mend it.
std::string contradictions_text(const RowSet& rows) {
  std::string text;
  for (const std::vector<Json>& row : rows.rows) {
    const auto field = [&](std::string_view column) {
      const auto at = std::find(rows.columns.begin(), rows.columns.end(), column);
      return text_or_empty(row[static_cast<std::size_t>(at - rows.columns.begin())]);
    };
    const auto part = [](const std::string& value) { return value.empty() ? "" : value + ", "; };
    if (!text.empty()) text += '\n';
    text += fmt::format("{}{}{}, page {}\n", part(field("municipality")), part(field("board")),
                        field("report"), field("page"));
    if (const std::string title = field("table_title"); !title.empty()) {
      text += fmt::format("  {}\n", title);
    }
    text += fmt::format("  {}\n", field("failed_check"));
    std::istringstream terms(field("terms"));
    for (std::string term; std::getline(terms, term);) text += fmt::format("    {}\n", term);
    if (const std::string mend = field("mend"); !mend.empty()) {
      text += fmt::format("  mended by {}\n", mend);
    }
  }
  return text;
}

// What outside data say is told, but fails no check: they may count otherwise.
bool has_failed(const RowSet& rows) {
  const auto kind = std::find(rows.columns.begin(), rows.columns.end(), "contradiction");
  const auto column = static_cast<std::size_t>(kind - rows.columns.begin());
  return std::any_of(rows.rows.begin(), rows.rows.end(),
                     [&](const std::vector<Json>& row) { return row[column] != "outside"; });
}

}  // namespace

ExitStatus run_check(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file;
  bool revisions = false;
  double outside_factor = 0;
  RowFormat format = RowFormat::table;
  add_database(line.cli, file);
  line.cli.add_flag("--revisions", revisions,
                    "figures that a later report gives another value (status 0)");
  CLI::Option* const factor =
      line.cli
          .add_option("--outside-factor", outside_factor,
                      "counts so many times Kolada's, or its part, are told; kept in the database "
                      "(else 2)")
          ->type_name("N");
  add_row_format(line.cli, format);
  if (auto over = line.parse(arguments, console)) return *over;
  const bool set_factor = !factor->empty();
  if (set_factor && !(outside_factor > 1 && outside_factor <= kGreatestFactor)) {
    throw extract::Error(extract::ErrorCode::bad_argument, "--outside-factor",
                         "expected a number above 1, such as 2 or 1.5");
  }

  schema::Database database = schema::open_database(
      file, set_factor ? schema::Access::read_write : schema::Access::read_only);
  if (set_factor) schema::set_outside_factor(database, outside_factor);
  schema::Statement query = database.prepare(revisions ? kRevisions : kContradictions);
  RowSet rows = query_rows(query, kPages);
  rows.readable = revisions ? kReadableRevision : 0;
  const bool as_text = !revisions && format == RowFormat::table;
  console.out(as_text ? contradictions_text(rows) : print_rows(rows, format));
  return revisions || !has_failed(rows) ? ExitStatus::done : ExitStatus::checks_failed;
}

}  // namespace app
