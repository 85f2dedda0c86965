// Periods: find_period, resolve, merged and parse_period, with and without a context.

#include <array>
#include <optional>
#include <string>

#include "fuzz_target.h"
#include "parsers/codepoint.h"
#include "parsers/months.h"
#include "parsers/period.h"
#include "parsers/period_expression.h"

namespace {

using parsers::Period;
using parsers::PeriodContext;
using parsers::PeriodExpression;

void check_expression(const PeriodExpression& e, std::string_view text) {
  fuzz::check(e.has_months() ? e.first_month <= 12 && e.last_month >= 1 && e.last_month <= 12
                             : e.first_month == 0 && e.last_month == 0,
              "months are 1-12, both or none", text);
  fuzz::check(e.day >= 0 && e.day <= 31 && (e.day == 0 || e.has_months()), "days have a month",
              text);
  fuzz::check(!e.year || (*e.year >= 1900 && *e.year < 2100), "years are of this time", text);
  fuzz::check(!e.last_year || (e.year && *e.last_year >= *e.year && *e.last_year < 2100),
              "spans of years go forwards", text);
  fuzz::check(parsers::merged(e, e) == e, "merging with itself changes nothing", text);
  fuzz::check(parsers::merged(e, {}) == e, "merging with nothing changes nothing", text);
}

void check_period(const Period& period, std::string_view text) {
  fuzz::check(period.start <= period.end, "a period's start is not after its end", text);
  fuzz::check(parsers::canonical_period(period.text) == period, "the text is canonical", text);
}

// The year stands in the text, as four digits or as its last two.
bool names_year(std::string_view text, int year) {
  const std::string digits = std::to_string(year).substr(2);
  return text.find(digits) != std::string_view::npos;
}

void check_alone(const Period& period, std::string_view input) {
  const std::string text = parsers::plain_lower(input);  // without soft hyphens between digits
  fuzz::check(fuzz::has_digit(text), "no year without digits", text);
  const int first = parsers::start_year(period);
  const int last = parsers::end_year(period);
  fuzz::check(names_year(text, first), "the first year is printed", text);
  // "nov-jan 2022" turns with the year, "2017/18" and "2022/2023" print both.
  fuzz::check(last <= first + 1 || names_year(text, last), "the last year is printed", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  static const auto kContexts = std::to_array<PeriodContext>({
      {},
      {.report = parsers::canonical_period("2022-03"), .year = std::nullopt},
      {.report = parsers::canonical_period("2024-02-29"), .year = std::nullopt},
      {.report = parsers::canonical_period("2022-12"), .year = 2021},
      {.report = parsers::canonical_period("2020/2040"), .year = std::nullopt},
      {.report = std::nullopt, .year = 2023},
  });
  const PeriodExpression expression = parsers::find_period(text);
  check_expression(expression, text);
  fuzz::check(parsers::find_period(parsers::plain_lower(text)) == expression,
              "case and kinds of white space do not matter", text);
  for (const PeriodContext& context : kContexts) {
    if (const auto period = parsers::resolve(expression, context)) check_period(*period, text);
    if (const auto period = parsers::parse_period(text, context)) check_period(*period, text);
  }
  if (const auto period = parsers::resolve(expression, {})) check_alone(*period, text);
  if (const auto period = parsers::parse_period(text, {})) check_alone(*period, text);

  const std::vector<std::string_view> lines = fuzz::lines_of(text);
  const PeriodExpression both =
      parsers::merged(parsers::find_period(lines.front()), parsers::find_period(lines.back()));
  check_expression(both, text);
  for (const PeriodContext& context : kContexts) {
    if (const auto period = parsers::resolve(both, context)) check_period(*period, text);
  }
  if (const auto period = parsers::canonical_period(text)) {
    check_period(*period, text);
    fuzz::check(period->start.size() == 10 && period->end.size() == 10, "dates are whole", text);
  }
  const int month = parsers::month_number(text);
  fuzz::check(month >= 0 && month <= 12 && (month == 0 || parsers::is_period_word(text)),
              "a month is a period word", text);
  return 0;
}
