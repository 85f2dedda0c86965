#pragma once
// Figures of a comparison brought to months, quarters or years. What a report prints for the whole
// period stands as printed; else flows are summed and stocks averaged or taken at the end. A period
// that is not covered whole keeps what is known and says so: nothing is filled in.
//
//   PeriodOptions options;
//   options.per = Per::year;
//   figures = per_period(std::move(figures), options, catalogue);   // January to September known:
//   figures[0].how, .months, .of_months                             // "sum", 9, 12

#include <vector>

#include "schema/catalogue.h"
#include "schema/compare.h"

namespace schema {

enum class Per { month, quarter, year };
enum class StockRule { mean, last };

struct PeriodOptions {
  Per per = Per::year;
  StockRule stock = StockRule::mean;
};

// One figure per indicator, municipality, board, measure and period, in the order of compare().
//
// * A flow is the sum of the parts that cover most months without overlap; of two ways to do that
//   the one with fewer parts. Shares, and flows that count persons (the same person may be in two
//   parts), are not summed: they stand as printed, or as printed from the period's beginning.
// * A stock is the mean of its parts, weighted by their months, with one decimal more than printed;
//   or the part that ends last. A date counts for its month.
// * Amounts of money in several units become kronor, numbers take the indicator's unit.
// * `months` of `of_months` are covered. Figures longer than the period are left out, and so are
//   those whose unit is not the indicator's.
// Call add_per_1000 and add_breaks first and after as wanted: per 1,000 inhabitants is emptied, a
// break of a part is a break of the whole.
std::vector<ComparedFigure> per_period(const std::vector<ComparedFigure>& figures,
                                       const PeriodOptions& options, const Catalogue& catalogue);

}  // namespace schema
