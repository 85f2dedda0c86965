#include "app/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/markup.h"

namespace app {

using extract::Rect;
using parsers::Cell;
using parsers::CellRole;
using parsers::Table;

namespace {

constexpr std::array kLayers = {"images", "fills", "paths",    "rulings",    "words",
                                "tables", "cells", "readings", "diagnostics"};

constexpr const char* kStyle =
    "text{font-family:sans-serif;fill:#000}"
    "#images rect{fill:#ccc;stroke:#888}"
    "#paths rect{fill:none;stroke:#b8b;stroke-dasharray:2 2;stroke-width:.5}"
    "#rulings line{stroke:#d00}"
    "#words rect{fill:none;stroke:#69c;stroke-width:.2}"
    "#words .invisible{stroke-dasharray:1 1}"
    "#tables rect{fill:none;stroke:#080;stroke-width:1.5;stroke-dasharray:6 3}"
    "#tables text{font-size:6px;fill:#080}"
    "#cells rect{fill-opacity:.25;stroke-width:.6}"
    "#cells .boxhead{fill:#f80;stroke:#f80}"
    "#cells .stub{fill:#08f;stroke:#08f}"
    "#cells .data{fill:#0b4;stroke:#0b4}"
    "#readings rect{fill:#fff;fill-opacity:0;stroke-width:1.2;stroke:#444}"
    "#readings .verified{stroke:#063}"
    "#readings .contradicted{stroke:#d00}"
    "#diagnostics rect{fill:none;stroke:#c0c;stroke-dasharray:3 2}"
    "#diagnostics text{font-size:6px;fill:#c0c}";

std::string rect(const Rect& box, const std::string& attributes, const std::string& title) {
  return fmt::format(
      "<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"{}><title>{}</title>"
      "</rect>\n",
      box.x0, box.y0, std::max(0.0, box.width()), std::max(0.0, box.height()), attributes,
      escaped(title));
}

std::string css_color(const extract::Color& color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

std::string images(const extract::Page& page) {
  std::string svg;
  for (const auto& image : page.images) svg += rect(image.box, "", "image");
  return svg;
}

std::string fills(const extract::Page& page) {
  std::string svg;
  for (const auto& fill : page.fills) {
    const std::string color = css_color(fill.color);
    svg += rect(fill.box, fmt::format(" fill=\"{}\" fill-opacity=\".5\"", color), "fill " + color);
  }
  return svg;
}

std::string paths(const extract::Page& page) {
  std::string svg;
  for (const auto& path : page.paths) {
    svg += rect(path.box, "", fmt::format("path: {} lines, {} curves", path.lines, path.curves));
  }
  return svg;
}

std::string rulings(const extract::Page& page) {
  // A hairline is drawn this thick, so that it can be seen and pointed at.
  constexpr double kThinnest = 0.5;
  std::string svg;
  for (const auto& ruling : page.rulings) {
    const Rect at = ruling.horizontal
                        ? Rect{ruling.from, ruling.position, ruling.to, ruling.position}
                        : Rect{ruling.position, ruling.from, ruling.position, ruling.to};
    const bool stroke = ruling.source == extract::Ruling::Source::stroke;
    svg += fmt::format(
        "<line x1=\"{:.2f}\" y1=\"{:.2f}\" x2=\"{:.2f}\" y2=\"{:.2f}\" stroke-width=\"{:.2f}\"{}>"
        "<title>{} {:.2f} thick{}</title></line>\n",
        at.x0, at.y0, at.x1, at.y1, std::max(kThinnest, ruling.thickness),
        ruling.dashed ? " stroke-dasharray=\"2 2\"" : "", stroke ? "stroke" : "fill",
        ruling.thickness, ruling.dashed ? ", dashed" : "");
  }
  return svg;
}

// Where the text of a word starts and how it is turned.
std::string text_place(const extract::Word& word) {
  switch (word.rotation) {
    case 90:
      return fmt::format("translate({:.2f} {:.2f}) rotate(90)", word.box.x0, word.box.y0);
    case 180:
      return fmt::format("translate({:.2f} {:.2f}) rotate(180)", word.box.x1, word.box.y0);
    case 270:
      return fmt::format("translate({:.2f} {:.2f}) rotate(270)", word.box.x1, word.box.y1);
    default:
      return fmt::format("translate({:.2f} {:.2f})", word.box.x0, word.baseline);
  }
}

std::string words(const extract::Page& page) {
  std::string svg;
  for (const auto& word : page.words) {
    const bool upright = word.rotation == 0 || word.rotation == 180;
    svg += rect(word.box, word.invisible ? " class=\"invisible\"" : "",
                fmt::format("{} | {:.1f} pt{}{}{}{}{}", word.text, word.font_size,
                            word.bold ? ", bold" : "", word.italic ? ", italic" : "",
                            word.invisible ? ", invisible" : "", word.artifact ? ", artifact" : "",
                            word.content_id >= 0 ? fmt::format(", mcid {}", word.content_id) : ""));
    svg += fmt::format(
        "<text transform=\"{}\" font-size=\"{:.2f}\" textLength=\"{:.2f}\" "
        "lengthAdjust=\"spacingAndGlyphs\"{}>{}</text>\n",
        text_place(word), word.font_size, upright ? word.box.width() : word.box.height(),
        word.bold ? " font-weight=\"bold\"" : "", escaped(word.text));
  }
  return svg;
}

// The part of a table that is on the page: around its cells there.
Rect box_on(const Table& table, int page) {
  if (table.page == page) return table.box;
  Rect box;
  for (const Cell& cell : table.cells) {
    if (cell.page == page) box = extract::unite(box, cell.box);
  }
  return box;
}

std::string summary(const Table& table) {
  return fmt::format("{} [{}{}{}] {} rows, {} columns, boxhead {}, stub {}: {}",
                     table.title.empty() ? "(no title)" : table.title, table.kind,
                     table.kind.empty() ? "" : ", ", parsers::name(table.method), table.rows,
                     table.columns, table.boxhead_rows, table.stub_columns, table.reason);
}

std::string table_boxes(const OverlayPage& overlay) {
  std::string svg;
  for (const Table& table : overlay.report.tables) {
    const Rect box = box_on(table, overlay.page.number);
    if (box == Rect{}) continue;
    svg += rect(box, "", summary(table));
    svg += fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\">{}: {}</text>\n", box.x0, box.y0 - 2,
                       parsers::name(table.method), escaped(table.reason));
  }
  return svg;
}

std::string cells(const OverlayPage& overlay) {
  std::string svg;
  for (const Table& table : overlay.report.tables) {
    for (const Cell& cell : table.cells) {
      if (cell.page != overlay.page.number) continue;
      svg += rect(cell.box, fmt::format(" class=\"{}\"", parsers::name(cell.role)),
                  fmt::format("row {}+{}, column {}+{}, {}: {}", cell.row, cell.row_span,
                              cell.column, cell.column_span, parsers::name(cell.role), cell.text));
    }
  }
  return svg;
}

std::string reading_text(const parsers::Reading& reading) {
  return fmt::format("{} | {} = {} {} ({}) | period {}, measure {} | {}{}{}",
                     fmt::join(reading.row_path, " / "), fmt::join(reading.column_path, " / "),
                     reading.value ? reading.value->to_string() : parsers::name(*reading.missing),
                     reading.unit, reading.raw, reading.period ? reading.period->text : "unknown",
                     reading.measure.empty() ? "unknown" : reading.measure,
                     parsers::name(reading.status), reading.checks.empty() ? "" : ": ",
                     fmt::join(reading.checks, "; "));
}

std::string readings(const OverlayPage& overlay) {
  std::string svg;
  for (const parsers::Reading& reading : overlay.report.readings) {
    if (reading.page != overlay.page.number) continue;
    svg += rect(reading.box, fmt::format(" class=\"{}\"", parsers::name(reading.status)),
                reading_text(reading));
  }
  return svg;
}

std::string diagnostics(const OverlayPage& overlay) {
  std::string svg;
  for (const extract::Diagnostic& diagnostic : overlay.diagnostics) {
    if (diagnostic.page != overlay.page.number || !diagnostic.box) continue;
    svg += rect(*diagnostic.box, "", diagnostic.code + ": " + diagnostic.message);
    svg += fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\">{}</text>\n", diagnostic.box->x0,
                       diagnostic.box->y1 + 6, escaped(diagnostic.message));
  }
  return svg;
}

std::string layer(const std::string& id, const std::string& content) {
  return fmt::format("<g id=\"{}\">\n{}</g>\n", id, content);
}

}  // namespace

std::string overlay_svg(const OverlayPage& overlay) {
  const extract::Page& page = overlay.page;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.2f}\" height=\"{1:.2f}\" "
      "viewBox=\"0 0 {0:.2f} {1:.2f}\">\n<style>{2}</style>\n"
      "<rect width=\"{0:.2f}\" height=\"{1:.2f}\" fill=\"#fff\"/>\n",
      page.width, page.height, kStyle);
  svg += layer("images", images(page));
  svg += layer("fills", fills(page));
  svg += layer("paths", paths(page));
  svg += layer("rulings", rulings(page));
  svg += layer("words", words(page));
  svg += layer("tables", table_boxes(overlay));
  svg += layer("cells", cells(overlay));
  svg += layer("readings", readings(overlay));
  svg += layer("diagnostics", diagnostics(overlay));
  return svg + "</svg>\n";
}

std::string overlay_html(const OverlayPage& overlay, const std::string& title) {
  std::string html = html_head(title);
  html += fmt::format("<h1>{}</h1>\n<p>", escaped(title));
  for (const char* id : kLayers) {
    html += fmt::format(
        "<label><input type=\"checkbox\" checked onchange=\"document.getElementById('{0}')"
        ".style.display=this.checked?'':'none'\"> {0}</label>\n",
        id);
  }
  html += "</p>\n<ul>\n";
  for (const Table& table : overlay.report.tables) {
    if (box_on(table, overlay.page.number) == Rect{}) continue;
    html += fmt::format("<li>{}</li>\n", escaped(summary(table)));
  }
  for (const extract::Diagnostic& diagnostic : overlay.diagnostics) {
    if (diagnostic.page != overlay.page.number) continue;
    html += fmt::format("<li>{} {}: {}</li>\n", extract::name(diagnostic.severity), diagnostic.code,
                        escaped(diagnostic.message));
  }
  return html + "</ul>\n" + overlay_svg(overlay) + html_tail();
}

}  // namespace app
