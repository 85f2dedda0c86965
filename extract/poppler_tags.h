#pragma once
// TagTree: the tables of a tagged PDF as its structure tree tells them (Table, TR, TH, TD, RowSpan,
// ColSpan). Only marked-content ids are known here; the Words that carry them have the text.
// The tree is the author's claim and may be hostile: cycles, depth and size are bounded.
// Structure: ISO 32000-1, 14.7 and 14.8.4.3.4.

#include <cstddef>
#include <unordered_map>
#include <vector>

#include "extract/content_ids.h"
#include "extract/page.h"

class PDFDoc;

namespace extract {

class TagTree {
 public:
  // Reads the whole tree, once. A document without one costs nothing.
  explicit TagTree(PDFDoc& document);

  // The tables with content on page `number`, in the tree's order. A row is on every page where one
  // of its cells has content; a row without any follows the row before it.
  std::vector<TaggedTable> tables_on(int number, ContentIds& content_ids) const;

  struct Content {
    int page = 0;
    int form = 0;  // object number of the form XObject it stands in, 0: the page itself
    int mcid = -1;
  };
  struct Cell {
    bool header = false;
    int row_span = 1, column_span = 1;
    std::vector<Content> content;
  };
  struct Row {
    bool head = false;
    std::vector<Cell> cells;
  };
  struct Table {
    std::vector<Row> rows;
  };

 private:
  struct RowPlace {
    std::size_t table = 0, row = 0;
  };

  void index_rows();

  std::vector<Table> tables_;
  std::unordered_map<int, std::vector<RowPlace>> rows_on_;  // by page, in the tree's order
};

}  // namespace extract
