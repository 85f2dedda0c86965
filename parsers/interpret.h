#pragma once
// Interpretation: the cells of a recovered table as readings: figure or missing mark, measure,
// period and unit, each from the place that says it most closely. Rules with examples:
// docs/normalisation.md.
//
//   |        | Bokslut 2022 (tkr) | Avvikelse |     Intäkter / Bokslut 2022 (tkr): -70181, utfall,
//   2022, tkr | Intäkter | -70 181          |     9 314 |     Intäkter / Avvikelse: 9314,
//   avvikelse, 2022, tkr

#include <optional>
#include <string>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/period.h"
#include "parsers/reading.h"
#include "parsers/table.h"

namespace parsers {

// What the report knows beyond the table.
struct ReportContext {
  std::optional<Period> period;     // of the report
  std::string period_place;         // where it says so, for contradictions: "title"
  std::string money_unit;           // of amounts in tables that state none themselves; "" unknown
  bool percent_is_printed = false;  // its indicator tables print "%" where they mean it
  int table = -1;                   // index of the table in the report
};

// A reading for each figure, and for each cell without one in a column that has some. Row-major; a
// cell with two figures gives two readings. Columns of codes ("Projektnr") give none. A cell with
// digits that is no certain figure is kept as missing=text with an "unread-figure"; a title that
// names another year than the months of its table is a "period-contradiction".
std::vector<Reading> interpret_table(const Table& table, const std::vector<LabelledCell>& labels,
                                     const ReportContext& context,
                                     extract::Diagnostics& diagnostics);

// A context for each table of a report, from what the tables say of each other. `tables` have
// kinds. The unit of money is that of the nearest table of the same kind before it that states one,
// else the only one that the report states.
std::vector<ReportContext> report_contexts(const std::vector<Table>& tables,
                                           const std::optional<Period>& period,
                                           const std::string& period_place);

// The unit of money or other unit that the table states for all of its figures: in its title, a
// caption, an unmarked note or the head of its row labels; "" none.
std::string table_unit(const Table& table);

}  // namespace parsers
