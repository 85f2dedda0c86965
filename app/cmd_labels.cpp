// namndata labels --db FILE: labels of figures that no indicator of the catalogue claims, most seen
// first, with suggestions if wanted; or the indicators.

#include <fmt/format.h>

#include <array>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/open_database.h"
#include "schema/suggest.h"

namespace app {

namespace {

constexpr std::array<std::string_view, 1> kCounts = {"times_seen"};

RowSet indicator_rows() {
  RowSet rows;
  rows.columns = {"indicator", "name", "area", "unit", "kind", "definition"};
  for (const schema::Indicator& indicator : schema::Catalogue::builtin().indicators()) {
    rows.rows.push_back({indicator.id, indicator.name, indicator.area, indicator.unit,
                         schema::name(indicator.aggregation), indicator.definition});
  }
  return rows;
}

// The labels with the nearest indicator and why; those without one too.
RowSet suggestion_rows(schema::Database& database) {
  RowSet rows;
  rows.columns = {"times_seen", "label", "unit",   "suggestion",
                  "likeness",   "alias", "reason", "unmatched_because",
                  "example"};
  schema::Statement query = database.prepare(
      "SELECT count(*), o.series_label, o.unit, "
      "min(r.document || ', p. ' || o.page || ': ' || o.raw), min(o.match_reason) "
      "FROM observation AS o JOIN report AS r ON r.id = o.report_id "
      "WHERE o.indicator IS NULL AND o.digits IS NOT NULL "
      "GROUP BY o.series_label, o.unit ORDER BY count(*) DESC, o.series_label, o.unit");
  while (query.step()) {
    const schema::UnmatchedLabel label{{std::string(query.text(1))}, std::string(query.text(2))};
    const auto found = schema::suggest(schema::Catalogue::builtin(), label);
    const Json none(nullptr);
    rows.rows.push_back({query.integer(0), label.parts.front(), label.unit,
                         found ? Json(found->indicator) : none, found ? Json(found->percent) : none,
                         found ? Json(found->alias) : none, found ? Json(found->reason) : none,
                         std::string(query.text(4)), std::string(query.text(3))});
  }
  return rows;
}

}  // namespace

ExitStatus run_labels(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file;
  bool indicators = false, suggest = false;
  RowFormat format = RowFormat::table;
  auto* database_option = line.cli.add_option("--db", file, "the database")->type_name("FILE");
  line.cli.add_flag("--indicators", indicators, "the catalogue's indicators; needs no database");
  line.cli.add_flag("--suggest", suggest, "with the nearest indicator and why; nothing is applied");
  add_row_format(line.cli, format);
  if (auto over = line.parse(arguments, console)) return *over;

  if (indicators) {
    console.out(print_rows(indicator_rows(), format));
    return ExitStatus::done;
  }
  if (database_option->empty()) {
    throw extract::Error(extract::ErrorCode::bad_argument, "labels", "needs --db or --indicators");
  }
  schema::Database database = schema::open_database(file, schema::Access::read_only);
  if (suggest) {
    console.out(print_rows(suggestion_rows(database), format));
    return ExitStatus::done;
  }
  schema::Statement query = database.prepare(
      "SELECT times_seen, label, example FROM unmatched_labels ORDER BY times_seen DESC, label");
  console.out(print_rows(query_rows(query, kCounts), format));
  return ExitStatus::done;
}

}  // namespace app
