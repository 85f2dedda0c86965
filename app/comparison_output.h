#pragma once
// The formats of `namndata compare`.

#include <string>
#include <vector>

#include "app/row_set.h"
#include "schema/compare.h"

namespace app {

// The figures whose indicator, measure, period and unit stand in at least `at_least`
// municipalities.
std::vector<schema::ComparedFigure> shared_by(std::vector<schema::ComparedFigure> figures,
                                              std::size_t at_least);

// For a terminal: a line per indicator, measure, period and unit; a column per municipality. `r`
// behind a figure says that another report gives another value, `!` that a check contradicts it.
std::string side_by_side(const std::vector<schema::ComparedFigure>& figures);

// A row per figure.
RowSet figure_rows(const std::vector<schema::ComparedFigure>& figures);

// Where the figures stand: a row per report that gives one. REQUIRES: schema::add_sources.
RowSet source_rows(const std::vector<schema::ComparedFigure>& figures);

}  // namespace app
