#pragma once
// Truth: what is to be read from a sample report, as its expected.json says. The format is told in
// README.md.

#include <string>
#include <vector>

#include "parsers/decimal.h"

namespace corpus {

// One figure with its labels (paths joined by " / ") and meaning. Empty strings: the truth leaves
// it open.
struct Figure {
  std::string row, column;
  std::vector<std::string> periods;  // several where more than one is right
  std::string measure;
  parsers::Decimal value;
  std::string unit;
  int page = 0;  // 0 unknown
};

struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  std::string text;
};

struct ExpectedTable {
  std::string id, title, kind;
  std::vector<int> pages;  // from 1; empty where the table has no figures
  std::vector<Figure> figures;
  std::vector<Figure> ignored;  // neither right nor wrong: project numbers and the like
  std::vector<GridCell> cells;  // empty where the truth gives no grid
};

// A figure of the running text.
struct Fact {
  std::string label;
  Figure figure;
};

struct Truth {
  std::string document, municipality_code, board, title, period;
  std::vector<int> score_pages;  // tables of these pages are listed whole; empty: all pages
  std::vector<ExpectedTable> tables;
  std::vector<Fact> facts;
};

// Throws extract::Error (file_access, bad_argument) naming the file and what is wrong in it.
Truth load_truth(const std::string& path);

}  // namespace corpus
