// namndata tables FILE…: the recovered tables, before anything is understood of their figures.

#include <algorithm>

#include "app/commands.h"
#include "app/markup.h"
#include "app/page_range.h"
#include "app/table_output.h"
#include "extract/document.h"
#include "parsers/kind.h"
#include "parsers/table_recovery.h"

namespace app {

namespace {

enum class Format { text, csv, json, html };

// All pages are read whichever are asked for: margins and continued tables depend on the
// neighbours, and a table must not depend on --pages.
void print_tables(const std::string& path, const PageRange& pages, Format format,
                  Console& console) {
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(path, diagnostics);
  parsers::TableRecovery recovery;
  for (int n = 1; n <= document->page_count(); ++n) recovery.add_page(document->page(n));
  parsers::Recovery result = recovery.finish();
  parsers::set_kinds(result.tables);
  for (extract::Diagnostic& diagnostic : result.diagnostics) diagnostics.add(std::move(diagnostic));

  std::erase_if(result.tables, [&](const parsers::Table& table) {
    return std::none_of(table.cells.begin(), table.cells.end(),
                        [&](const parsers::Cell& cell) { return pages.contains(cell.page); });
  });
  const std::string& name = document->info().name;
  switch (format) {
    case Format::text:
      console.out(tables_text(name, result.tables));
      break;
    case Format::csv:
      console.out(tables_csv(result.tables));
      break;
    case Format::json:
      console.out(tables_json(name, result.tables));
      break;
    case Format::html:
      console.out(tables_html(name, result.tables));
      break;
  }
  console.diagnostics(path, diagnostics.all());
}

}  // namespace

ExitStatus run_tables(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::vector<std::string> files;
  std::string pages = "all";
  Format format = Format::text;
  line.cli.add_option("FILE", files, "reports: PDF or archived plain text")->required();
  line.cli.add_option("--pages", pages, "pages to print, as 1-3,5 or all")->type_name("LIST");
  add_choice(line.cli, "--format", format,
             {{"text", Format::text},
              {"csv", Format::csv},
              {"json", Format::json},
              {"html", Format::html}},
             "text for a terminal, csv (grids with an empty line between), json (one object "
             "per file, each on a line) or html");
  if (auto over = line.parse(arguments, console)) return *over;
  const auto range = PageRange::from_string(pages);
  if (!range) {
    throw extract::Error(extract::ErrorCode::bad_argument, "--pages " + pages,
                         "expected a list of pages such as 1-3,5");
  }

  if (format == Format::html) console.out(html_head("Tables"));
  std::size_t failed = 0;
  for (const std::string& file : files) {
    try {
      print_tables(file, *range, format, console);
    } catch (const extract::Error& error) {
      if (exit_status(error.code()) != ExitStatus::no_input) throw;
      console.error(error);
      ++failed;
    }
  }
  if (format == Format::html) console.out(html_tail());
  return exit_status(files.size(), failed);
}

}  // namespace app
