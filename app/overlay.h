#pragma once
// Overlay: one page as a drawing of what was read from it: the visual debugger.
//
// Layers, each a <g id="…">: images, fills, paths, rulings, words, tables, cells. What is known of
// a thing stands in its <title> (shown under the pointer).

#include <string>
#include <vector>

#include "extract/diagnostics.h"
#include "extract/page.h"
#include "parsers/report.h"

namespace app {

struct OverlayPage {
  extract::Page page;
  // Of the whole document; only what is on the page is drawn.
  parsers::Report report;
  std::vector<extract::Diagnostic> diagnostics;
};

// An SVG document in the page's own points.
std::string overlay_svg(const OverlayPage& overlay);
// The same in an HTML page with a checkbox per layer and the tables' reasons beside.
std::string overlay_html(const OverlayPage& overlay, const std::string& title);

}  // namespace app
