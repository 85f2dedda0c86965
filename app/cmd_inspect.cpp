// namndata inspect FILE --page N: a page as SVG with what was read from it drawn over it.

#include <fmt/format.h>

#include <fstream>

#include "app/commands.h"
#include "app/overlay.h"
#include "extract/document.h"
#include "parsers/report.h"

namespace app {

namespace {

enum class Format { svg, html };

OverlayPage overlay_page(const std::string& path, int number) {
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(path, diagnostics);
  if (document->info().is_text) {
    throw extract::Error(extract::ErrorCode::unsupported, path,
                         "is plain text, which has no places to draw");
  }
  if (number > document->page_count()) {
    throw extract::Error(
        extract::ErrorCode::bad_argument, path,
        fmt::format("has {} pages, there is no page {}", document->page_count(), number));
  }
  OverlayPage overlay;
  overlay.report = parsers::read_report(*document, {}, diagnostics);
  overlay.diagnostics = diagnostics.all();  // before the page is read for a second time
  overlay.page = document->page(number);
  return overlay;
}

void write_file(const std::string& path, const std::string& content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  file.close();
  if (!file) {
    throw extract::Error(extract::ErrorCode::file_access, path, "cannot be written");
  }
}

}  // namespace

ExitStatus run_inspect(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file, output;
  int page = 1;
  Format format = Format::svg;
  line.cli.add_option("FILE", file, "a report as PDF")->required();
  line.cli.add_option("--page", page, "page to draw, from 1")
      ->required()
      ->check(CLI::PositiveNumber);
  line.cli.add_option("-o,--output", output, "file to write (else standard output)");
  add_choice(line.cli, "--format", format, {{"svg", Format::svg}, {"html", Format::html}},
             "svg, or html with a checkbox for each layer");
  if (auto over = line.parse(arguments, console)) return *over;

  const OverlayPage overlay = overlay_page(file, page);
  const std::string drawing = format == Format::svg
                                  ? overlay_svg(overlay)
                                  : overlay_html(overlay, fmt::format("{}, page {}", file, page));
  if (output.empty()) {
    console.out(drawing);
  } else {
    write_file(output, drawing);
  }
  return ExitStatus::done;
}

}  // namespace app
