// namndata read FILE…: the figures of reports, without a database.

#include <fmt/format.h>

#include "app/commands.h"
#include "app/reading_output.h"
#include "extract/document.h"
#include "parsers/report.h"

namespace app {

namespace {

enum class Format { table, csv, json, jsonl };

void print_report(const std::string& path, Format format, Console& console) {
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(path, diagnostics);
  const parsers::Report report = parsers::read_report(*document, {}, diagnostics);
  switch (format) {
    case Format::table:
      console.out(report_text(report));
      break;
    case Format::csv:
      console.out(report_csv(report));
      break;
    case Format::json:
      console.out(report_json(report, diagnostics.all()));
      break;
    case Format::jsonl:
      console.out(report_jsonl(report));
      break;
  }
  if (format != Format::json) console.diagnostics(path, diagnostics.all());
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
