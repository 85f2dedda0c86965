#pragma once
// Labels of a table's data cells: the path of headings above each and of row labels beside it.
//
//   |                | Hemvård           |          column_path {"Hemvård", "Antal larm"}
//   |                | Antal larm | Mil  |          row_path    {"Total sjukfrånvaro", "Män"}
//   | Total sjukfr.  |        300 |      |
//   |   Män          |        120 |   …  |

#include <vector>

#include "parsers/table.h"

namespace parsers {

// One entry per data cell that has labels, row-major, empty cells included. A cell without a row label,
// or without a heading where there are several columns, is left out. REQUIRES: boxhead_rows, stub_columns and
// the cells' roles are set.
std::vector<LabelledCell> label_cells(const Table& table);

}  // namespace parsers
