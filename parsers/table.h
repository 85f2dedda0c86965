#pragma once
// Table: a recovered table as plain data: cells with spans on a grid, with their roles. What the four
// witnesses (tagged, lattice, stream, text) give and the verdict chooses among.

#include <optional>
#include <string>
#include <vector>

#include "extract/geometry.h"

namespace parsers {

// How a table or figure was read.
enum class Method { tagged, lattice, stream, text, ocr };
const char* name(Method method);

enum class CellRole { boxhead, stub, data };
const char* name(CellRole role);

struct Cell {
  int row = 0, column = 0;          // of its upper left grid position
  int row_span = 1, column_span = 1;
  // One space for each space or line break, hyphenation at line ends mended. Raised digits are
  // superscript characters ("471,5¹"), so that they never enter a number.
  std::string text;
  extract::Rect box;                // around its words; the grid's box where it is empty
  int page = 0;
  CellRole role = CellRole::data;
  bool bold = false;                // every word of it
  bool tags_agree = false;          // the file's tags, read apart, give the same text at the same place
  double indent = 0;                // points from its column's left-most label; stub cells only
  bool operator==(const Cell&) const = default;
};

// Signs as printed: 1 positive, -1 negative, 0 not known; `deviation` is 1 where a positive deviation
// is a better result. sign_convention.h infers it.
struct SignConvention {
  int costs = 0;
  int revenue = 0;
  int net = 0;  // net costs, what rows that name neither print in accounts
  int deviation = 0;
  std::string evidence;  // the identities it is told by, "; " between; "" none
  bool operator==(const SignConvention&) const = default;
};

struct Table {
  int page = 0;                     // first page
  extract::Rect box;                // on the first page
  std::string title;                // caption line above, or the stub head that serves as one
  std::string section;              // nearest heading above the title
  std::string kind;                 // kinds in docs/glossary.md: driftredovisning, personal, …
  Method method = Method::stream;
  std::string reason;               // why this witness was chosen, one line
  int rows = 0, columns = 0;
  std::vector<double> column_edges;   // points, columns + 1; empty for plain text and joined columns
  int boxhead_rows = 0;             // leading rows of column headings
  int stub_columns = 0;             // leading columns of row labels
  std::optional<int> continued_from;  // index of the table on an earlier page that this one goes on
                                      // from, where the two could not be joined
  std::vector<std::string> captions;  // lines above that belong to it: "Belopp anges i tkr"
  std::vector<std::string> notes;     // footnotes below: "** Antal verkställda timmar"
  SignConvention signs;             // of its amounts of money, where its identities tell
  std::vector<Cell> cells;          // row-major; every grid position is covered by exactly one
  bool operator==(const Table&) const = default;
};

// The labels of one data cell, outermost heading first.
struct LabelledCell {
  std::size_t cell = 0;             // index into Table::cells
  std::vector<std::string> row_path;
  std::vector<std::string> column_path;
  bool operator==(const LabelledCell&) const = default;
};

}  // namespace parsers
