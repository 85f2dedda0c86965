#pragma once
// Grid → Table: cell texts, and which cells are boxhead, stub and data.
//
// The boxhead ends where the first row of figures begins; the stub is as many leading columns as it
// takes to tell the rows apart (Embley and Nagy's minimum indexing point): a first column that repeats
// or stands blank needs the next one, a first column that is unique does not.

#include "parsers/grid.h"
#include "parsers/table.h"
#include "parsers/text_lines.h"

namespace parsers {

// Cells with text, box, bold and indent; boxhead_rows, stub_columns and roles set.
Table make_table(const PageWords& words, const Grid& grid);

// Sets boxhead_rows and stub_columns, each from the cells or as known when ≥ 0, and the roles.
// REQUIRES: rows, columns and the cells' texts and spans are set.
void set_roles(Table& table, int known_boxhead_rows, int known_stub_columns = -1);

// Position → index into table.cells, row-major; spans cover all their positions.
std::vector<std::size_t> cell_positions(const Table& table);

}  // namespace parsers
