#pragma once
// Period expressions: what a label says of time, with what it leaves open. A column heading often
// says one half ("Helår"), the row or the report the other ("2022").
//
//   find_period("Redovisat jan-mars 2022")   first_month 1, last_month 3, year 2022
//   find_period("Utfall fg år")              years_back 1
//   find_period("Verksamhetsstatistik 2022/2023")   year 2022, last_year 2023
// Nothing fails: a text without time gives an empty expression.

#include <optional>
#include <string_view>

#include "parsers/period.h"

namespace parsers {

struct PeriodExpression {
  std::optional<int> year;
  std::optional<int> last_year;         // of "2020-2040", "2022/2023", "dec 2022 - mars 2023"
  int first_month = 0, last_month = 0;  // 1-12; 0: none
  int day = 0;                          // of first_month: a stock at a date
  bool whole_year = false;              // "helår", "årsbudget", "bokslut"
  bool accumulated = false;             // "ack", "t.o.m.": from January on
  bool report_period = false;           // "period", "perioden", "aktuell period"
  bool report_month = false;            // "månaden", "aktuell månad"
  int years_back = 0;                   // "fg år", "samma period föregående år"
  bool operator==(const PeriodExpression&) const = default;

  bool has_months() const { return first_month > 0; }
  bool empty() const { return *this == PeriodExpression{}; }
  // Names a time by itself or together with the report's period.
  bool relative() const {
    return accumulated || report_period || report_month || years_back > 0 || whole_year;
  }
};

PeriodExpression find_period(std::string_view text);

// `first` completed by what only `second` says: the months of one, the year of the other.
PeriodExpression merged(const PeriodExpression& first, const PeriodExpression& second);

// The period, or nothing when it leaves open what the context does not know either.
std::optional<Period> resolve(const PeriodExpression& expression, const PeriodContext& context);

}  // namespace parsers
