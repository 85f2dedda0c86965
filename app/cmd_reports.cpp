// namndata reports --db FILE: the reports in a database, or the files that were given to ingest.

#include <fmt/format.h>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/open_database.h"
#include "schema/reports.h"

namespace app {

namespace {

RowSet report_rows(schema::Database& database) {
  RowSet rows;
  rows.columns = {
      "municipality_code", "municipality", "board",        "period", "title",  "document", "pages",
      "figures",           "matched",      "contradicted", "status", "sha256", "paths"};
  rows.readable = 11;
  for (const schema::StoredReport& report : schema::list_reports(database)) {
    rows.rows.push_back({text_or_null(report.municipality_code), text_or_null(report.municipality),
                         text_or_null(report.board), text_or_null(report.period), report.title,
                         report.document, report.pages, report.observations, report.matched,
                         report.contradicted, report.status, report.sha256,
                         fmt::format("{}", fmt::join(report.paths, "; "))});
  }
  return rows;
}

RowSet file_rows(schema::Database& database) {
  RowSet rows;
  rows.columns = {"status", "path", "pages", "message", "sha256"};
  rows.readable = 4;
  for (const schema::StoredFile& file : schema::list_files(database)) {
    rows.rows.push_back({file.status, file.path, file.pages > 0 ? Json(file.pages) : Json(nullptr),
                         file.message, text_or_null(file.sha256)});
  }
  return rows;
}

}  // namespace

ExitStatus run_reports(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file;
  bool files = false;
  RowFormat format = RowFormat::table;
  add_database(line.cli, file);
  line.cli.add_flag("--files", files, "every file given to ingest, with its status");
  add_row_format(line.cli, format);
  if (auto over = line.parse(arguments, console)) return *over;

  schema::Database database = schema::open_database(file, schema::Access::read_only);
  console.out(print_rows(files ? file_rows(database) : report_rows(database), format));
  return ExitStatus::done;
}

}  // namespace app
