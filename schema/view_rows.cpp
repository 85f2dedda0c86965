#include "schema/view_rows.h"

#include <string>

namespace schema {

namespace {

// Sorting ten million figures costs more than reading them: the reports are sorted instead, and the
// figures of each stand in the table by position.
constexpr std::string_view kReports =
    "SELECT id FROM report ORDER BY municipality_code, document, sha256";

// The columns of the view and the position. `value` is read from value_text, which is worked out
// for every row: once is enough.
constexpr std::string_view kObservations =
    "SELECT o.municipality_code, m.name AS municipality, r.board, r.document AS report, "
    "r.sha256 AS report_sha256, o.page, "
    "CASE WHEN o.x0 IS NULL THEN NULL "
    "ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END AS box, "
    "p.section, p.table_title, p.kind, o.row_label, o.column_label, o.indicator, o.measure, "
    "o.period, o.period_start, o.period_end, NULL AS value, o.value_text, o.unit, "
    "o.base_text AS base_value, o.base_unit, o.raw, "
    "CASE WHEN o.judgement = 'set' THEN NULL ELSE o.missing END AS missing, o.source, o.method, "
    "CASE WHEN o.judgement IN ('set', 'confirmed') THEN 'verified' "
    "WHEN o.judgement = 'wrong' THEN 'contradicted' "
    "WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified' ELSE o.status END AS status, "
    "o.judgement = 'set' AS corrected, o.position "
    "FROM report AS r CROSS JOIN observation AS o ON o.report_id = r.id "
    "JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place "
    "LEFT JOIN municipality AS m ON m.code = o.municipality_code "
    "WHERE r.id = ?1 ORDER BY o.position";

// SELECT of a view by all its columns; numbers with fifteen digits at most, which is what a
// floating point number of SQLite holds exactly, and without a ".0" that nobody printed.
std::string ordered_select(std::string_view view, const std::vector<ExportColumn>& columns) {
  bool has_text = false;
  for (const ExportColumn& column : columns) has_text = has_text || column.name == "value_text";
  std::string list, order;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& name = columns[i].name;
    if (i > 0) list += ", ", order += ", ";
    if (name == "value" && has_text) {
      list += "value_text AS value";
    } else if (columns[i].type == ColumnType::number) {
      list += "CASE typeof(" + name + ") WHEN 'real' THEN printf('%.15g', " + name + ") ELSE " +
              name + " END AS " + name;
    } else {
      list += name;
    }
    order += std::to_string(i + 1);
  }
  return "SELECT " + list + " FROM " + std::string(view) + " ORDER BY " + order;
}

}  // namespace

ViewRows::ViewRows(Database& database, std::string_view view)
    : columns_(export_columns(database, view)), by_report_(view == "observations") {
  if (!by_report_) {
    rows_ = database.prepare(ordered_select(view, columns_));
    return;
  }
  Statement reports = database.prepare(kReports);
  while (reports.step()) reports_.push_back(reports.integer(0));
  value_ = column("value");
  value_text_ = column("value_text");
  rows_ = database.prepare(kObservations);
}

int ViewRows::column(std::string_view name) const {
  for (int i = 0; i < column_count(); ++i) {
    if (columns_[static_cast<std::size_t>(i)].name == name) return i;
  }
  return -1;
}

bool ViewRows::next() {
  if (!by_report_) return rows_->step();
  if (reports_.empty()) return false;
  if (!begun_) {
    begun_ = true;
    rows_->bind(1, reports_.front());
  }
  while (!rows_->step()) {
    if (report_ + 1 == reports_.size()) return false;
    rows_->bind(1, reports_[++report_]);
  }
  return true;
}

}  // namespace schema
