#pragma once
// The formats of `namndata compare`.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/row_set.h"
#include "schema/compare.h"

namespace app {

// The figures whose indicator, measure, period and unit stand in at least `at_least`
// municipalities.
std::vector<schema::ComparedFigure> shared_by(std::vector<schema::ComparedFigure> figures,
                                              std::size_t at_least);

// A row per figure, as CSV or JSON.
class FigureWriter {
 public:
  FigureWriter(RowFormat format, std::function<void(std::string_view)> out);
  void write(const schema::ComparedFigure& figure);
  void finish() { rows_.finish(); }

 private:
  void integer_or_null(bool known, int value);

  RowWriter rows_;
};

// Where the figures stand: a row per report that gives one. REQUIRES: schema::add_sources.
RowSet source_rows(const std::vector<schema::ComparedFigure>& figures);

}  // namespace app
