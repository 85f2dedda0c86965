#pragma once
// Sign convention: how a table prints costs, revenue and deviations, told by its identities.
//
//   Intäkter 373,6 + Kostnader -360,5 = Resultat 13,1       costs are printed negative
//   Kostnader 407 671, Intäkter -71 602, Netto 336 069      revenue is printed negative
//   Avvikelse = Budget - Utfall, net costs positive         a positive deviation is a better result
//
// In one convention for comparison, costs and revenue are positive and a deviation is positive when
// the result is better than budgeted. A table whose identities tell nothing keeps its signs.

#include <span>
#include <vector>

#include "parsers/identity.h"
#include "parsers/reading.h"
#include "parsers/table.h"

namespace parsers {

// Of one table, whose identities these are; `readings` are all of the report.
SignConvention infer_signs(std::span<const Identity> identities, std::span<const Reading> readings);

// 1, or -1 where the convention for comparison has the opposite sign of what is printed. Amounts of
// money alone are turned; a "Resultat" is none of the three and stays as printed.
int comparison_sign(const SignConvention& convention, const Reading& reading);

// Sets the convention of each table and the comparison's sign of each reading.
void set_signs(std::vector<Table>& tables, std::vector<Reading>& readings,
               std::span<const Identity> identities);

}  // namespace parsers
