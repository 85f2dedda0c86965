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

// For a terminal: a line per indicator, measure, period and unit; a column per municipality. `r`
// behind a figure says that another report gives another value, `!` that a check contradicts it,
// `(9/12)` that 9 of the period's 12 months are known, `|1` that the series breaks before it, for
// the reason told below as number 1. With per_1000 the values are per 1,000 inhabitants, with the
// year of the inhabitants in brackets; figures that are not counted so are left out.
std::string side_by_side(const std::vector<schema::ComparedFigure>& figures, bool per_1000);

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
