#pragma once
// The tagged witness: a table as the file's structure tree gives it (Table, TR, TH, TD with spans), its
// boxes from the words that carry the cells' marked-content ids.
//
// Tags are the author's claim. They are taken only where they hold against what is drawn: the rows fill
// a rectangle, the cells' words stand in the order of the rows and columns, and no word of the region is
// left outside the cells.

#include <optional>

#include "extract/page.h"
#include "parsers/grid.h"
#include "parsers/text_lines.h"

namespace parsers {

struct TagOptions {
  double order_slack = 0.5;   // u: a cell may begin so far before the end of the one before it
  double max_foreign = 0.03;  // share of the region's words that may stand outside the cells
};

// The grid of `table` on its page, or nothing where the tags do not hold.
std::optional<Grid> tagged_grid(const PageWords& words, const extract::TaggedTable& table,
                                const TagOptions& options = {});

}  // namespace parsers
