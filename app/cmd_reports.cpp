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

RowSet file_rows(const std::vector<schema::StoredFile>& files) {
  RowSet rows;
  rows.columns = {"status", "path", "pages", "message", "sha256"};
  rows.readable = 4;
  for (const schema::StoredFile& file : files) {
    rows.rows.push_back({file.status, file.path, file.pages > 0 ? Json(file.pages) : Json(nullptr),
                         file.message, text_or_null(file.sha256)});
  }
  return rows;
}

}  // namespace

ExitStatus run_reports(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file;
  bool files = false, paths = false;
  schema::FileFilter filter;
  RowFormat format = RowFormat::table;
  add_database(line.cli, file);
  line.cli.add_flag("--files", files, "every file given to ingest, with its status");
  line.cli.add_flag("--failed", filter.failed, "the files that could not be read, or only in part");
  line.cli.add_option("--status", filter.statuses, "the files with this status; may be repeated")
      ->type_name("WORD");
  line.cli.add_flag("--paths", paths, "only the files' paths, a line each, as ingest - takes them");
  add_row_format(line.cli, format);
  if (auto over = line.parse(arguments, console)) return *over;

  schema::Database database = schema::open_database(file, schema::Access::read_only);
  if (!files && !paths && !filter.failed && filter.statuses.empty()) {
    console.out(print_rows(report_rows(database), format));
    return ExitStatus::done;
  }
  const std::vector<schema::StoredFile> found = schema::list_files(database, filter);
  if (!paths) {
    console.out(print_rows(file_rows(found), format));
    return ExitStatus::done;
  }
  for (const schema::StoredFile& one : found) console.out(one.path + '\n');
  return ExitStatus::done;
}

}  // namespace app
