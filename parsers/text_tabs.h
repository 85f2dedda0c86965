#pragma once
// Tables of archived plain text whose cells are parted by tabs: every cell has its place.
//
//   "\tHemvård\t\tBeläggning säbo i %"        boxhead: Hemvård over two columns
//   "\tAntal vårdtagare\tAntal larm\t"
//   "jan\t342\t300\t92,04%"                   row
//   "*** tillsvidareanställda\t\t\t"          footnote

#include <cstddef>
#include <string>
#include <vector>

#include "parsers/table.h"

namespace parsers {

struct TabTable {
  Table table;  // cells and roles; no title
  std::size_t first_line = 0, last_line = 0;
};

struct TabOptions {
  std::size_t min_rows = 2;  // rows with figures
  std::size_t max_boxhead_rows = 5;
};

// From the top. Bulleted lists and other tabbed lines without rows of figures give nothing.
std::vector<TabTable> find_tab_tables(const std::vector<std::string>& lines, int page,
                                      const TabOptions& options);

}  // namespace parsers
