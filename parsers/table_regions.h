#pragma once
// TableRegion: where on a page a table may stand, and what drew attention to it. Structure is the
// grid's task, and whether it is a table at all is the verdict's.

#include <vector>

#include "parsers/ruling_lines.h"
#include "parsers/text_lines.h"

namespace parsers {

enum class Witness {
  crossings,  // horizontal and vertical rulings that cross
  rules,      // horizontal rules or bands of equal extent with text between
  text_band,  // lines that share gutters, no rulings needed
};

struct TableRegion {
  Witness witness = Witness::text_band;
  extract::Rect box;
  std::vector<extract::Ruling> horizontal;  // rulings of the region, sorted by position
  std::vector<extract::Ruling> vertical;
  std::vector<TextLine> lines;              // the text in it, whole pieces only
};

struct RegionOptions {
  double crossing = 3.0;        // points: rulings meet when they end so near each other
  double equal_extent = 0.5;    // u: rules of one table end within this
  double open_row = 30;         // points: a row without verticals is at most so high
  double rule_gap = 40;         // u: and stand at most so far apart
  double row_gap = 2.5;         // × median line distance: a wider gap ends a text band
  std::size_t min_band_lines = 2;
};

// Regions of rulings that cross (connected components), top to bottom.
std::vector<TableRegion> find_crossing_regions(const PageWords& words, const std::vector<TextLine>& lines,
                                               const RulingSet& rulings,
                                               const RegionOptions& options);

// Regions between horizontal `rules` of equal extent (booktabs, bands) that hold rows of text.
std::vector<TableRegion> find_rule_regions(const PageWords& words, const std::vector<TextLine>& lines,
                                           const std::vector<extract::Ruling>& rules,
                                           const RegionOptions& options);

// Regions of consecutive lines that look like rows; `rules` near them are handed on.
std::vector<TableRegion> find_text_bands(const PageWords& words, const std::vector<TextLine>& lines,
                                         const std::vector<extract::Ruling>& rules,
                                         const RegionOptions& options);

// The pieces of `lines` whose middle lies in `box`, as lines.
std::vector<TextLine> lines_within(const std::vector<TextLine>& lines, const extract::Rect& box);

}  // namespace parsers
