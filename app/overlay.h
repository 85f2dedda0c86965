#pragma once
// Overlay: one page as a drawing of what was read from it: the visual debugger.
//
// Layers, each a <g id="…">: images, fills, paths, rulings, words, tables, cells. What is known of
// a thing stands in its <title> (shown under the pointer).

#include <string>
#include <vector>

#include "extract/page.h"
#include "parsers/table.h"

namespace app {

struct OverlayPage {
  extract::Page page;
  std::vector<parsers::Table> tables;  // of the whole document; only what is on the page is drawn
};

// An SVG document in the page's own points.
std::string overlay_svg(const OverlayPage& overlay);
// The same in an HTML page with a checkbox per layer and the tables' reasons beside.
std::string overlay_html(const OverlayPage& overlay, const std::string& title);

}  // namespace app
