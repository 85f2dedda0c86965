#pragma once
// Period: the time a figure is about, and the ways Swedish reports write it.
//
//   parse_period("jan-mars 2022", {})                    2022-01/2022-03
//   parse_period("feb", {.year = 2023})                  2023-02
//   parse_period("helår", {.report = 2022-03})           2022
//   parse_period("samma period föregående år", {.report = 2022-03})   2021-01/2021-03

#include <optional>
#include <string>
#include <string_view>

namespace parsers {

// A span of whole days or one day. `text` is the canonical form: "2023", "2023-01",
// "2022-01/2022-03", "2022-03-31".
struct Period {
  std::string text;
  std::string start;  // ISO date of the first day
  std::string end;    // ISO date of the last day
  bool operator==(const Period&) const = default;
};

// The whole months from first_month of first_year to last_month of last_year, in the shortest
// canonical form. REQUIRES: months 1-12, years 1000-9999, not backwards.
Period month_span(int first_year, int first_month, int last_year, int last_month);
Period whole_year(int year);
// Nothing when there is no such day.
std::optional<Period> single_day(int year, int month, int day);
// Reads the canonical forms, as they stand in manifests and `text`, of the years 1800-2199; nothing
// on anything else.
std::optional<Period> canonical_period(std::string_view text);

int start_year(const Period& period);
int end_year(const Period& period);
int start_month(const Period& period);
int end_month(const Period& period);
bool is_whole_year(const Period& period);
// The same days another number of years later (negative: earlier).
Period shifted(const Period& period, int years);
// What has passed of the year when the period ends: its January to its last month. "2022-03",
// "2022-03-31" and "2022-02/2022-03" give "2022-01/2022-03"; several years stay as they are.
Period year_to_date(const Period& period);

// What is known where a label leaves something open.
struct PeriodContext {
  std::optional<Period> report;  // the report's own period
  std::optional<int> year;       // of the row, the column or the title: for "feb" without a year
};

// The period that the whole text names, resolved by the context; nothing when the text is something
// else, or when what it leaves open is not known.
std::optional<Period> parse_period(std::string_view text, const PeriodContext& context);

}  // namespace parsers
