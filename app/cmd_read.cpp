// namndata read FILE…: the figures of reports, without a database.

#include <fmt/format.h>

#include "app/commands.h"
#include "app/reading_output.h"
#include "extract/document.h"
#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/identify.h"
#include "schema/match.h"

namespace app {

namespace {

enum class Format { table, csv, json, jsonl };

UnderstoodReport understand(const std::string& path) {
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(path, diagnostics);
  UnderstoodReport understood;
  understood.report = parsers::read_report(*document, {}, diagnostics);
  const schema::Identity identity =
      schema::identify_municipality(understood.report, catalogue, diagnostics);
  understood.municipality = catalogue.municipality(identity.municipality_code);
  understood.observations = schema::match_readings(understood.report, catalogue);
  understood.diagnostics = diagnostics.all();
  return understood;
}

void print_report(const std::string& path, Format format, Console& console) {
  const UnderstoodReport understood = understand(path);
  switch (format) {
    case Format::table:
      console.out(report_text(understood));
      break;
    case Format::csv:
      console.out(report_csv(understood));
      break;
    case Format::json:
      console.out(report_json(understood));
      return;
    case Format::jsonl:
      console.out(report_jsonl(understood));
      break;
  }
  console.diagnostics(path, understood.diagnostics);
}

}  // namespace

ExitStatus run_read(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::vector<std::string> files;
  Format format = Format::table;
  line.cli.add_option("FILE", files, "reports: PDF or archived plain text")->required();
  add_choice(line.cli, "--format", format,
             {{"table", Format::table},
              {"csv", Format::csv},
              {"json", Format::json},
              {"jsonl", Format::jsonl}},
             "table for a terminal, csv, json (one object per file, each on a line) or jsonl "
             "(one observation per line)");
  if (auto over = line.parse(arguments, console)) return *over;

  if (format == Format::csv) console.out(report_csv_header());
  std::size_t failed = 0;
  for (const std::string& file : files) {
    try {
      print_report(file, format, console);
    } catch (const extract::Error& error) {
      if (exit_status(error.code()) != ExitStatus::no_input) throw;
      console.error(error);
      ++failed;
    }
  }
  return exit_status(files.size(), failed);
}

}  // namespace app
