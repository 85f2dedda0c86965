#pragma once
// Tables as text, for tests: the grid with its spans and roles, and the labels of its data cells.
//
//   Nyckeltal || 2022 | <        '||' ends the stub, a line of '=' the boxhead
//   ^         || jan  | feb      '<' goes on from the left, '^' from above
//   ===
//   Antal     || 12   | 13

#include <string>
#include <string_view>

#include "parsers/page_tables.h"
#include "parsers/table.h"

namespace support {

std::string grid_text(const parsers::Table& table);

// A table written as a grid: texts and spans, no roles yet. A text that begins with ".." is
// indented, one between asterisks bold; lines of '=' do not count.
parsers::Table table_of(std::string_view written);

// One line per filled data cell: "row path : column path = text", parts joined by " / ".
std::string label_text(const parsers::Table& table);

// A grid as written in a test: spaces around bars and at the ends of lines do not count, nor do
// blank lines, nor the length of the line under the boxhead.
std::string plain_grid(std::string_view written);

// The grids of all tables, a blank line between; without a table: "no table: <reasons>".
std::string page_text(const parsers::PageTables& found);

}  // namespace support
