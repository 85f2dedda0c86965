// namndata compare --db FILE: the same indicator in several municipalities, side by side.

#include <fmt/format.h>

#include "app/commands.h"
#include "app/comparison_chart.h"
#include "app/comparison_output.h"
#include "app/output_file.h"
#include "app/side_by_side.h"
#include "parsers/period.h"
#include "schema/comparison_periods.h"
#include "schema/open_database.h"
#include "schema/series_breaks.h"
#include "schema/similar.h"

namespace app {

namespace {

struct Options {
  std::string database;
  std::vector<std::string> indicators, municipalities, measures;
  std::string county, from, to, as_of, like, chart;
  std::size_t similar = 8, at_least = 1;
  enum class Per { as_printed, month, quarter, year } per = Per::as_printed;
  schema::StockRule stock = schema::StockRule::mean;
  bool per_1000 = false, breaks = false, sources = false;
  Existing existing = Existing::keep;  // of the chart
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
  if (!options.as_of.empty()) query.as_of = period("--as-of", options.as_of).end;
  return query;
}

// The figures as asked for: with breaks and sources, in the wanted periods.
std::vector<schema::ComparedFigure> figures_for(schema::Database& database, const Options& options,
                                                const schema::CompareQuery& wanted) {
  std::vector<schema::ComparedFigure> figures = schema::compare(database, wanted);
  const bool put_together = options.per != Options::Per::as_printed;
  if (options.breaks || put_together || !options.chart.empty()) {
    schema::add_breaks(database, figures);
  }
  if (!put_together) figures = shared_by(std::move(figures), options.at_least);
  if (options.sources) schema::add_sources(database, figures, wanted.as_of);
  if (!put_together) return figures;
  schema::PeriodOptions periods;
  periods.stock = options.stock;
  periods.per = options.per == Options::Per::month     ? schema::Per::month
                : options.per == Options::Per::quarter ? schema::Per::quarter
                                                       : schema::Per::year;
  figures = schema::per_period(figures, periods, schema::Catalogue::builtin());
  schema::add_per_1000(database, figures);
  return shared_by(std::move(figures), options.at_least);
}

void write_chart(const Options& options, const std::vector<schema::ComparedFigure>& figures) {
  ComparisonChartOptions chart;
  chart.per_1000 = options.per_1000;
  OutputFile file(options.chart, options.existing);
  file.stream() << (options.chart.ends_with(".html") ? comparison_html(figures, chart)
                                                     : comparison_svg(figures, chart));
  file.commit();
}

// True when every figure can be written as soon as it is read: nothing asks for others beside it.
bool one_by_one(const Options& options) {
  return options.per == Options::Per::as_printed && options.at_least <= 1 && !options.breaks &&
         !options.sources && options.chart.empty();
}

// Writes figures in the format asked for; the table at the end, when all columns are known.
class Writer {
 public:
  Writer(const Options& options, Console& console) : console_(console), table_(options.per_1000) {
    if (options.format == RowFormat::table) return;
    rows_.emplace(options.format, [&console](std::string_view piece) { console.out(piece); });
  }

  void write(const schema::ComparedFigure& figure) {
    rows_ ? rows_->write(figure) : table_.add(figure);
    costs_ = costs_ || schema::is_cost(figure);
  }
  // True when the caveat on costs belongs beside what was written.
  bool finish() {
    rows_ ? rows_->finish() : console_.out(table_.text());
    return costs_;
  }

 private:
  Console& console_;
  SideBySide table_;
  std::optional<FigureWriter> rows_;  // none: the table
  bool costs_ = false;
};

// Both give true when the caveat on costs belongs beside what they wrote.
bool write_one_by_one(schema::Database& database, const Options& options,
                      const schema::CompareQuery& wanted, Console& console) {
  Writer writer(options, console);
  for (schema::Comparison comparison(database, wanted); comparison.next();) {
    writer.write(comparison.figure());
  }
  return writer.finish();
}

bool write_together(schema::Database& database, const Options& options,
                    const schema::CompareQuery& wanted, Console& console) {
  const std::vector<schema::ComparedFigure> figures = figures_for(database, options, wanted);
  if (!options.chart.empty()) write_chart(options, figures);
  if (options.sources) {
    console.out(print_rows(source_rows(figures), options.format));
    return schema::needs_cost_caveat(figures);
  }
  Writer writer(options, console);
  for (const schema::ComparedFigure& figure : figures) writer.write(figure);
  return writer.finish();
}

void add_options(CLI::App& cli, Options& options) {
  add_database(cli, options.database);
  cli.add_option("--indicator", options.indicators,
                 "id, name or area (see namndata labels --indicators); may be repeated")
      ->type_name("TEXT");
  auto* municipality =
      cli.add_option("--municipality", options.municipalities, "name or code; may be repeated")
          ->type_name("TEXT");
  cli.add_option("--like", options.like,
                 "a municipality and those of the database nearest to it in population")
      ->type_name("TEXT")
      ->excludes(municipality);
  cli.add_option("--similar", options.similar, "so many others with --like (else 8)")
      ->type_name("N");
  cli.add_option("--measure", options.measures, "utfall, budget, prognos, …")->type_name("TEXT");
  cli.add_option("--county", options.county, "county code, as 14")->type_name("CODE");
  cli.add_option("--from", options.from, "first period, as 2023 or 2023-01")->type_name("PERIOD");
  cli.add_option("--to", options.to, "last period")->type_name("PERIOD");
  cli.add_option("--as-of", options.as_of,
                 "what was known then: only reports of that day or earlier, as 2023-06-30")
      ->type_name("DATE");
  using Per = Options::Per;
  add_choice(cli, "--per", options.per,
             {{"month", Per::month}, {"quarter", Per::quarter}, {"year", Per::year}},
             "flows summed and stocks averaged; what is incomplete is marked, as 9/12");
  add_choice(cli, "--stock", options.stock,
             {{"mean", schema::StockRule::mean}, {"last", schema::StockRule::last}},
             "with --per: the mean of a stock, or its last figure");
  cli.add_flag("--per-1000", options.per_1000,
               "per 1,000 inhabitants, with the year of the inhabitants");
  cli.add_option("--at-least", options.at_least,
                 "only what stands in so many municipalities for the same period")
      ->type_name("N");
  cli.add_flag("--breaks", options.breaks,
               "where label, unit, level or footnote of a series change (always with --per)");
  cli.add_flag("--sources", options.sources,
               "where the figures stand: report, page and box, one row per report");
  cli.add_option("--chart", options.chart, "also a chart: FILE.svg, or .html with a table")
      ->type_name("FILE");
  add_force(cli, options.existing);
  add_row_format(cli, options.format);
}

}  // namespace

ExitStatus run_compare(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  Options options;
  add_options(line.cli, options);
  if (auto over = line.parse(arguments, console)) return *over;

  schema::CompareQuery wanted = query(options);
  schema::Database database = schema::open_database(options.database, schema::Access::read_only);
  if (!options.like.empty()) {
    const auto code = schema::municipality_codes(schema::Catalogue::builtin(), {options.like});
    wanted.municipalities = schema::similar_municipalities(database, code[0], options.similar);
  }
  const bool costs = one_by_one(options) ? write_one_by_one(database, options, wanted, console)
                                         : write_together(database, options, wanted, console);
  if (costs) console.note(schema::kCostCaveat);
  return ExitStatus::done;
}

}  // namespace app
