#include "schema/reports.h"

#include <algorithm>

#include "schema/load.h"

namespace schema {

namespace {

constexpr const char* kFiles =
    "SELECT f.path, r.sha256, f.status, f.message, r.pages, m.name FROM file AS f "
    "LEFT JOIN report AS r ON r.id = f.report_id "
    "LEFT JOIN municipality AS m ON m.code = r.municipality_code";

StoredFile file_of(const Statement& row) {
  return {std::string(row.text(0)), std::string(row.text(1)),         std::string(row.text(2)),
          std::string(row.text(3)), static_cast<int>(row.integer(4)), std::string(row.text(5))};
}

}  // namespace

std::vector<StoredReport> list_reports(Database& database) {
  Statement select = database.prepare(
      "SELECT r.sha256, r.document, r.municipality_code, m.name, r.board, r.title, r.period, "
      "r.pages, "
      "r.status, count(o.position), count(o.indicator), "
      "total(o.status = 'contradicted'), r.id "
      "FROM report AS r LEFT JOIN municipality AS m ON m.code = r.municipality_code "
      "LEFT JOIN observation AS o ON o.report_id = r.id GROUP BY r.id "
      "ORDER BY r.municipality_code, r.period_end, r.period_start, r.document, r.sha256");
  Statement paths = database.prepare("SELECT path FROM file WHERE report_id = ?1 ORDER BY path");
  std::vector<StoredReport> reports;
  while (select.step()) {
    StoredReport report;
    report.sha256 = select.text(0);
    report.document = select.text(1);
    report.municipality_code = select.text(2);
    report.municipality = select.text(3);
    report.board = select.text(4);
    report.title = select.text(5);
    report.period = select.text(6);
    report.pages = static_cast<int>(select.integer(7));
    report.status = select.text(8);
    report.observations = static_cast<int>(select.integer(9));
    report.matched = static_cast<int>(select.integer(10));
    report.contradicted = static_cast<int>(select.integer(11));
    paths.bind(1, select.integer(12));
    while (paths.step()) report.paths.emplace_back(paths.text(0));
    reports.push_back(std::move(report));
  }
  return reports;
}

std::vector<StoredFile> list_files(Database& database, const FileFilter& filter) {
  Statement select = database.prepare(std::string(kFiles) + " ORDER BY f.path");
  std::vector<StoredFile> files;
  while (select.step()) {
    StoredFile file = file_of(select);
    const bool failed = file.sha256.empty() || file.status == kPartial;
    const bool wanted = filter.statuses.empty() ||
                        std::find(filter.statuses.begin(), filter.statuses.end(), file.status) !=
                            filter.statuses.end();
    if (wanted && (failed || !filter.failed)) files.push_back(std::move(file));
  }
  return files;
}

StoredFile stored_file(Database& database, const std::string& path) {
  Statement select = database.prepare(std::string(kFiles) + " WHERE f.path = ?1");
  select.bind(1, path);
  select.step();
  return file_of(select);
}

}  // namespace schema
