#pragma once
// Zones: what stands side by side on a page is read apart, so that neither becomes a part of the
// other: two tables on the same lines, a table in one of two columns of text, a comment or a chart
// beside a table.
//
//   Verksamhetsstatistik                          zone 1
//
//   Hemtjänst  2023  2022 | Boende   2023  2022   zones 2 and 3
//   Personer    120   131 | Platser    40    42
//   Timmar      518   530 | Dygn      912   930
//
// The method is the recursive cut of a page at its white bands (Nagy and Seth's X-Y cut), but a
// band cuts only where what stands on its sides can be read apart: tables have white bands of their
// own.

#include <vector>

#include "parsers/gutter_sides.h"
#include "parsers/page_gutters.h"
#include "parsers/ruling_lines.h"
#include "parsers/text_lines.h"

namespace parsers {

struct ZoneOptions {
  GutterOptions gutters;
  SideOptions sides;
  double block_gap = 1.5;  // u: white space over the whole width parts blocks
  double piece_gap =
      1.3;  // × usual line distance: a wider one parts lines, where more speaks for it
  double frame_gap = 2.0;  // u: a rule so near above and another below hold the lines together
};

// The zones of `lines` (sorted from the top) in reading order, each with lines sorted from the top;
// every piece is in one zone. A horizontal ruling that runs across a band ends it. `charts` are
// areas of drawings.
std::vector<std::vector<TextLine>> find_zones(std::vector<TextLine> lines, const RulingSet& rulings,
                                              const std::vector<extract::Rect>& charts, double unit,
                                              const ZoneOptions& options);

}  // namespace parsers
