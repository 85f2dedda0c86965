#pragma once
// Table periods: the period of each cell of a table, from its row, its column, the columns beside
// it, the title and the report, in that order; and the measure that goes with it.

#include <optional>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/interpret.h"
#include "parsers/label_meaning.h"
#include "parsers/period.h"
#include "parsers/table.h"

namespace parsers {

// One entry per labelled cell; `rows` and `columns` are the meanings of its paths. Nothing where no
// place tells the time. Contradictions between title and body go to `diagnostics`.
std::vector<std::optional<Period>> table_periods(
    const Table& table, const std::vector<LabelledCell>& labels,
    const std::vector<LabelMeaning>& rows, const std::vector<LabelMeaning>& columns,
    const std::string& kind, const ReportContext& context, extract::Diagnostics& diagnostics);

// The column's measure, else the row's where the row is nothing but a measure, else utfall: what is
// reported without a word is what was.
std::string cell_measure(const LabelMeaning& row, const LabelMeaning& column);

}  // namespace parsers
