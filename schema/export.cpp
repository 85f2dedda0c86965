#include "schema/export.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "schema/csv.h"

namespace schema {

namespace {

constexpr auto kViews = std::to_array<std::string_view>({
    "observations",
    "comparison",
    "comparison_sources",
    "files",
    "reports",
    "revisions",
    "contradictions",
    "identities",
    "confirmations",
    "corrections",
    "unmatched_labels",
});

// Rows are gathered in pieces of this size before they go to the stream.
constexpr std::size_t kPieceBytes = 1 << 16;

std::int64_t write_rows(Statement& select, std::ostream& out) {
  std::string piece;
  const int columns = select.column_count();
  for (int i = 0; i < columns; ++i) {
    if (i > 0) piece += ',';
    append_csv_field(piece, select.column_name(i));
  }
  piece += '\n';
  std::int64_t rows = 0;
  for (; select.step(); ++rows) {
    for (int i = 0; i < columns; ++i) {
      if (i > 0) piece += ',';
      append_csv_field(piece, select.text(i));
    }
    piece += '\n';
    if (piece.size() >= kPieceBytes) {
      out << piece;
      piece.clear();
    }
  }
  out << piece;
  return rows;
}

}  // namespace

std::int64_t export_csv(Database& database, std::ostream& out) {
  // The view's columns, with the value as exact decimal text. Reports in the order of their
  // content's digest within a municipality, figures in the order of the report.
  Statement select = database.prepare(
      "SELECT o.municipality_code, m.name AS municipality, r.board, r.document AS report, "
      "r.sha256 AS report_sha256, o.page, "
      "CASE WHEN o.x0 IS NULL THEN NULL "
      "ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END AS box, "
      "p.section, p.table_title, p.kind, o.row_label, o.column_label, o.indicator, o.measure, "
      "o.period, o.period_start, o.period_end, o.value_text AS value, o.value_text, o.unit, "
      "o.base_text AS base_value, o.base_unit, o.raw, "
      "CASE WHEN o.judgement = 'set' THEN NULL ELSE o.missing END AS missing, o.source, o.method, "
      "CASE WHEN o.judgement IN ('set', 'confirmed') THEN 'verified' "
      "WHEN o.judgement = 'wrong' THEN 'contradicted' "
      "WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified' ELSE o.status END AS "
      "status, "
      "o.judgement = 'set' AS corrected "
      "FROM report AS r CROSS JOIN observation AS o ON o.report_id = r.id "
      "JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place "
      "LEFT JOIN municipality AS m ON m.code = o.municipality_code "
      "ORDER BY r.municipality_code, r.document, r.sha256, o.position");
  return write_rows(select, out);
}

std::int64_t export_view_csv(Database& database, std::string_view view, std::ostream& out) {
  if (view == "observations") return export_csv(database, out);
  std::string order;
  {
    Statement select = database.prepare("SELECT * FROM " + std::string(view) + " LIMIT 0");
    for (int i = 1; i <= select.column_count(); ++i) {
      order += (i > 1 ? ", " : "") + std::to_string(i);
    }
  }
  Statement select = database.prepare("SELECT * FROM " + std::string(view) + " ORDER BY " + order);
  return write_rows(select, out);
}

bool is_exportable(std::string_view view) {
  return std::find(kViews.begin(), kViews.end(), view) != kViews.end();
}

}  // namespace schema
