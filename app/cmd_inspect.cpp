// namndata inspect FILE --page N: a page as SVG with what was read from it drawn over it.

#include <fmt/format.h>

#include <optional>

#include "app/commands.h"
#include "app/output_file.h"
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

}  // namespace

ExitStatus run_inspect(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file, output;
  Existing existing = Existing::keep;
  int page = 1;
  Format format = Format::svg;
  line.cli.add_option("FILE", file, "a report as PDF")->required();
  line.cli.add_option("--page", page, "page to draw, from 1")
      ->required()
      ->check(CLI::PositiveNumber);
  line.cli.add_option("-o,--output", output, "file to write (else standard output)");
  add_choice(line.cli, "--format", format, {{"svg", Format::svg}, {"html", Format::html}},
             "svg, or html with a checkbox for each layer");
  add_force(line.cli, existing);
  if (auto over = line.parse(arguments, console)) return *over;

  std::optional<OutputFile> drawn;  // refused before the report is read
  if (!output.empty()) drawn.emplace(output, existing);
  const OverlayPage overlay = overlay_page(file, page);
  const std::string drawing = format == Format::svg
                                  ? overlay_svg(overlay)
                                  : overlay_html(overlay, fmt::format("{}, page {}", file, page));
  if (drawn) {
    drawn->stream() << drawing;
    drawn->commit();
  } else {
    console.out(drawing);
  }
  return ExitStatus::done;
}

}  // namespace app
