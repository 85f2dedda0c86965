#pragma once
// Grid: the structure of one table region before its cells have roles: rows × columns, each position
// covered by exactly one cell, each word of the region in exactly one cell.

#include <cstddef>
#include <string>
#include <vector>

#include "extract/geometry.h"
#include "parsers/table.h"

namespace parsers {

struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::vector<std::size_t> words;  // indices into Page::words, in reading order
  extract::Rect area;              // the grid's box, not that of the words
};

struct Grid {
  Method method = Method::stream;
  extract::Rect box;
  std::vector<double> column_edges;  // columns + 1 of them, ascending
  std::vector<double> row_edges;     // rows + 1 of them, ascending
  std::vector<GridCell> cells;       // row-major
  // Of the inner edges between filled cells, the share that is drawn: 1 is a full lattice.
  double ruled_share = 0;
  // Boxhead rows as the builder saw them (rules, tags); -1: not known, to be found from the cells.
  int boxhead_rows = -1;
  std::string reason;

  int rows() const { return static_cast<int>(row_edges.size()) - 1; }
  int columns() const { return static_cast<int>(column_edges.size()) - 1; }
};

}  // namespace parsers
