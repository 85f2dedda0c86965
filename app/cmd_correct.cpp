// namndata correct --db FILE …: says of a figure that its value is another, that it is wrong or
// that it is right; lists, writes and reads what has been said.

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>

#include "app/commands.h"
#include "app/output_file.h"
#include "app/row_set.h"
#include "parsers/number.h"
#include "schema/correction_csv.h"
#include "schema/export.h"
#include "schema/find_figure.h"
#include "schema/open_database.h"

namespace app {

namespace {

using extract::Error;
using extract::ErrorCode;
using schema::CorrectionAction;

struct Options {
  std::string database;
  schema::FigureQuestion figure;
  std::string set;
  bool wrong = false, confirm = false, withdraw = false, list = false;
  std::string by, at, reason;
  std::string export_to, import_from;
  Existing existing = Existing::keep;
  RowFormat format = RowFormat::table;
};

constexpr const char* kList =
    "SELECT state, made_at, made_by, action, report, page, row_label, column_label, raw, value, "
    "reason, why_stale, table_title, value_read, id, replaces, report_sha256 FROM corrections "
    "ORDER BY report, report_sha256, page, table_title, row_label, column_label, made_at, id";
constexpr std::size_t kReadable = 12;  // columns of the query
constexpr std::array<std::string_view, 1> kPages = {"page"};

// The one clock of the program: a correction is of the day it is made.
std::string today() {
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

// A value as people write it: 1 234,5 or 1234.5.
std::string decimal_text(const std::string& text) {
  parsers::NumberStyle style;
  style.ungrouped_thousands = true;
  const parsers::Figures read = parsers::parse_figures(text, style);
  if (read.figures.size() != 1 || !read.marks.empty() || !read.remark.empty() ||
      !read.figures[0].unit.empty() || !read.figures[0].qualifier.empty()) {
    throw Error(
        ErrorCode::bad_argument, "--set " + text,
        read.refusal.empty() ? "expected a number alone, in the figure's own unit" : read.refusal);
  }
  return read.figures[0].value.to_string();
}

ExitStatus correct_figure(const Options& options, CorrectionAction action, Console& console) {
  schema::Correction correction;
  correction.action = action;
  if (action == CorrectionAction::set) correction.value = decimal_text(options.set);
  correction.made_by = options.by;
  correction.made_at = options.at.empty() ? today() : options.at;
  correction.reason = options.reason;
  if (options.figure.report.empty() || options.by.empty() || options.reason.empty()) {
    throw Error(ErrorCode::bad_argument, "correct", "needs --report, --by and --reason");
  }
  schema::Database database = schema::open_database(options.database, schema::Access::read_write);
  correction.figure = schema::find_figure(database, options.figure);
  const bool added = schema::add_correction(database, correction);
  database.close();
  const schema::FigureKey& figure = correction.figure;
  console.note(fmt::format("{}, page {}, {} | {}: {}{}{}", options.figure.report, figure.page,
                           figure.row_label, figure.column_label, figure.raw,
                           action == CorrectionAction::set
                               ? " is " + correction.value
                               : fmt::format(": {}", schema::name(action)),
                           added ? "" : " (said before)"));
  return ExitStatus::done;
}

ExitStatus export_corrections(const Options& options, Console& console) {
  schema::Database database = schema::open_database(options.database, schema::Access::read_only);
  std::ostringstream text;
  const std::int64_t rows = schema::export_csv(database, "corrections", text);
  if (options.export_to == "-") {
    console.out(text.str());
  } else {
    OutputFile file(options.export_to, options.existing);
    file.stream() << text.str();
    file.commit();
  }
  console.note(fmt::format("{} corrections", rows));
  return ExitStatus::done;
}

ExitStatus import_corrections(const Options& options, Console& console) {
  std::ifstream file(options.import_from, std::ios::binary);
  if (!file) throw Error(ErrorCode::file_access, options.import_from, "cannot be read");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  schema::Database database = schema::open_database(options.database, schema::Access::read_write);
  const schema::ImportedCorrections done =
      schema::import_corrections(database, text, options.import_from);
  database.close();
  for (const schema::LineFault& fault : done.faults) {
    console.error(options.import_from, "bad-line",
                  fmt::format("line {}: {}", fault.line, fault.message));
  }
  console.note(fmt::format("{} corrections are new, {} were here", done.added, done.unchanged));
  return done.faults.empty() ? ExitStatus::done : ExitStatus::some_failed;
}

ExitStatus list_corrections(const Options& options, Console& console) {
  schema::Database database = schema::open_database(options.database, schema::Access::read_only);
  schema::Statement query = database.prepare(kList);
  RowSet rows = query_rows(query, kPages);
  rows.readable = kReadable;
  console.out(print_rows(rows, options.format));
  return ExitStatus::done;
}

void add_figure(CLI::App& cli, schema::FigureQuestion& figure) {
  cli.add_option("--report", figure.report, "the report's name without ending, or its digest")
      ->type_name("TEXT");
  cli.add_option("--page", figure.page, "page of the figure, from 1")->type_name("N");
  cli.add_option("--row", figure.row, "label of its row, or the last parts of it")
      ->type_name("TEXT");
  cli.add_option("--column", figure.column, "label of its column")->type_name("TEXT");
  cli.add_option("--table", figure.table, "title of its table")->type_name("TEXT");
  cli.add_option("--raw", figure.raw, "its text, exactly as printed")->type_name("TEXT");
}

}  // namespace

ExitStatus run_correct(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  Options options;
  add_database(line.cli, options.database);
  add_figure(line.cli, options.figure);
  CLI::Option_group& action = *line.cli.add_option_group("What to do (one of)");
  const auto* set =
      action.add_option("--set", options.set, "the value is this one, in the figure's unit")
          ->type_name("VALUE");
  action.add_flag("--wrong", options.wrong, "the reading is wrong, the right value is not known");
  action.add_flag("--confirm", options.confirm, "the reading is right");
  action.add_flag("--withdraw", options.withdraw, "what was said of the figure no longer holds");
  action.add_flag("--list", options.list, "what has been said, and whether it is applied or stale");
  action.add_option("--export", options.export_to, "write all corrections, - for standard output")
      ->type_name("CSV");
  action
      .add_option("--import", options.import_from,
                  "read corrections; the same again change nothing")
      ->type_name("CSV");
  action.require_option(1);
  line.cli.add_option("--by", options.by, "who says so")->type_name("NAME");
  line.cli.add_option("--at", options.at, "the day, as 2023-06-30 (default: today)")
      ->type_name("DATE");
  line.cli.add_option("--reason", options.reason, "why")->type_name("TEXT");
  add_force(line.cli, options.existing);
  add_row_format(line.cli, options.format);
  if (auto over = line.parse(arguments, console)) return *over;

  if (options.list) return list_corrections(options, console);
  if (!options.export_to.empty()) return export_corrections(options, console);
  if (!options.import_from.empty()) return import_corrections(options, console);
  if (!set->empty()) return correct_figure(options, CorrectionAction::set, console);
  return correct_figure(options,
                        options.wrong     ? CorrectionAction::wrong
                        : options.confirm ? CorrectionAction::confirm
                                          : CorrectionAction::withdraw,
                        console);
}

}  // namespace app
