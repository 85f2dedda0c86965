// namndata compare --db FILE: the same indicator in several municipalities, side by side.

#include <fmt/format.h>

#include "app/commands.h"
#include "app/comparison_output.h"
#include "parsers/period.h"
#include "schema/open_database.h"

namespace app {

namespace {

struct Options {
  std::string database;
  std::vector<std::string> indicators, municipalities, measures;
  std::string county, from, to;
  std::size_t at_least = 1;
  bool sources = false;
  RowFormat format = RowFormat::table;
};

parsers::Period period(const std::string& option, const std::string& text) {
  const auto parsed = parsers::canonical_period(text);
  if (!parsed) {
    throw extract::Error(extract::ErrorCode::bad_argument, option + " " + text,
                         "expected a period such as 2023, 2023-01 or 2022-03-31");
  }
  return *parsed;
}

schema::CompareQuery query(const Options& options) {
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  schema::CompareQuery query;
  query.indicators = schema::indicator_ids(catalogue, options.indicators);
  query.municipalities = schema::municipality_codes(catalogue, options.municipalities);
  query.measures = options.measures;
  query.county_code = options.county;
  if (!options.from.empty()) query.from = period("--from", options.from).start;
  if (!options.to.empty()) query.to = period("--to", options.to).end;
  return query;
}

}  // namespace

ExitStatus run_compare(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  Options options;
  add_database(line.cli, options.database);
  line.cli
      .add_option("--indicator", options.indicators,
                  "id, name or area (see namndata labels --indicators); may be repeated")
      ->type_name("TEXT");
  line.cli.add_option("--municipality", options.municipalities, "name or code; may be repeated")
      ->type_name("TEXT");
  line.cli.add_option("--measure", options.measures, "utfall, budget, prognos, …")
      ->type_name("TEXT");
  line.cli.add_option("--county", options.county, "county code, as 14")->type_name("CODE");
  line.cli.add_option("--from", options.from, "first period, as 2023 or 2023-01")
      ->type_name("PERIOD");
  line.cli.add_option("--to", options.to, "last period")->type_name("PERIOD");
  line.cli
      .add_option("--at-least", options.at_least,
                  "only what stands in so many municipalities for the same period")
      ->type_name("N");
  line.cli.add_flag("--sources", options.sources,
                    "where the figures stand: report, page and box, one row per report");
  add_row_format(line.cli, options.format);
  if (auto over = line.parse(arguments, console)) return *over;

  const schema::CompareQuery wanted = query(options);
  schema::Database database = schema::open_database(options.database, schema::Access::read_only);
  std::vector<schema::ComparedFigure> figures =
      shared_by(schema::compare(database, wanted), options.at_least);
  if (options.sources) {
    schema::add_sources(database, figures);
    console.out(print_rows(source_rows(figures), options.format));
  } else if (options.format == RowFormat::table) {
    console.out(side_by_side(figures));
  } else {
    console.out(print_rows(figure_rows(figures), options.format));
  }
  if (schema::needs_cost_caveat(figures)) console.note(schema::kCostCaveat);
  return ExitStatus::done;
}

}  // namespace app
