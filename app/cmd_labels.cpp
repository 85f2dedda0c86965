// namndata labels --db FILE: labels of figures that no indicator of the catalogue claims, most seen
// first; or the indicators.

#include <fmt/format.h>

#include <array>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/open_database.h"

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

}  // namespace

ExitStatus run_labels(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file;
  bool indicators = false;
  RowFormat format = RowFormat::table;
  auto* database_option = line.cli.add_option("--db", file, "the database")->type_name("FILE");
  line.cli.add_flag("--indicators", indicators, "the catalogue's indicators; needs no database");
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
  schema::Statement query = database.prepare(
      "SELECT times_seen, label, example FROM unmatched_labels ORDER BY times_seen DESC, label");
  console.out(print_rows(query_rows(query, kCounts), format));
  return ExitStatus::done;
}

}  // namespace app
