#include "parsers/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/months.h"
#include "parsers/period_expression.h"
#include "parsers/period_tokens.h"

namespace parsers {

namespace {

// Periods of other years are slips. A century beyond those that labels may name on either side, so
// that what is read from a label and shifted or turned with the year is a period too.
constexpr int kFirstYear = 1800, kLastYear = 2199;
constexpr int kCompactReach = 5;  // years from the report's in which "2203" is taken for March 2022

int last_day(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// The number of digits at the front of `text`, taken off; -1 when they are not all digits.
int take_number(std::string_view& text, std::size_t length) {
  if (text.size() < length) return -1;
  int value = 0;
  for (const char c : text.substr(0, length)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + c - '0';
  }
  text.remove_prefix(length);
  return value;
}

struct Date {
  int year = 0, month = 0, day = 0;  // 0: not written
};

// "2022", "2022-03" or "2022-03-31", whole.
std::optional<Date> iso_date(std::string_view text) {
  Date date;
  date.year = take_number(text, 4);
  if (date.year < kFirstYear || date.year > kLastYear) return std::nullopt;
  for (int* part : {&date.month, &date.day}) {
    if (text.empty()) break;
    if (text.front() != '-') return std::nullopt;
    text.remove_prefix(1);
    *part = take_number(text, 2);
    if (*part < 1) return std::nullopt;
  }
  if (!text.empty() || date.month > 12) return std::nullopt;
  if (date.day > 0 && date.day > last_day(date.year, date.month)) return std::nullopt;
  return date;
}

int part(const std::string& date, std::size_t from, std::size_t length) {
  std::string_view text = date;
  if (text.size() < from + length) return 0;
  text.remove_prefix(from);
  return std::max(0, take_number(text, length));
}

// Some month that the text names lies outside: "jan feb 2022" is no time.
bool leaves_month_out(const Period& period, std::string_view text) {
  if (start_year(period) != end_year(period)) return false;
  const std::string plain = plain_lower(text);
  const std::vector<PeriodToken> tokens = period_tokens(plain);
  return std::any_of(tokens.begin(), tokens.end(), [&](const PeriodToken& token) {
    const int month = month_number(token.text);
    return month > 0 && (month < start_month(period) || month > end_month(period));
  });
}

}  // namespace

Period month_span(int first_year, int first_month, int last_year, int last_month) {
  Period period;
  period.start = fmt::format("{:04}-{:02}-01", first_year, first_month);
  period.end =
      fmt::format("{:04}-{:02}-{:02}", last_year, last_month, last_day(last_year, last_month));
  const std::string first = period.start.substr(0, 7);
  const std::string last = period.end.substr(0, 7);
  if (first == last) {
    period.text = first;
  } else if (first_month == 1 && last_month == 12) {
    period.text =
        first_year == last_year ? first.substr(0, 4) : first.substr(0, 4) + "/" + last.substr(0, 4);
  } else {
    period.text = first + "/" + last;
  }
  return period;
}

Period whole_year(int year) { return month_span(year, 1, year, 12); }

std::optional<Period> single_day(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > last_day(year, month)) {
    return std::nullopt;
  }
  const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  return Period{date, date, date};
}

std::optional<Period> canonical_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto first = iso_date(text.substr(0, slash));
  if (!first) return std::nullopt;
  if (slash == std::string_view::npos) {
    if (first->day > 0) return single_day(first->year, first->month, first->day);
    if (first->month > 0) return month_span(first->year, first->month, first->year, first->month);
    return whole_year(first->year);
  }
  const auto last = iso_date(text.substr(slash + 1));
  if (!last) return std::nullopt;
  Period period = month_span(first->year, std::max(first->month, 1), last->year,
                             last->month > 0 ? last->month : 12);
  if (first->day > 0) period.start = std::string(text.substr(0, slash));
  if (last->day > 0) period.end = std::string(text.substr(slash + 1));
  if (period.end < period.start) return std::nullopt;
  if (first->day > 0 || last->day > 0) period.text = period.start + "/" + period.end;
  return period;
}

int start_year(const Period& period) { return part(period.start, 0, 4); }
int end_year(const Period& period) { return part(period.end, 0, 4); }
int start_month(const Period& period) { return part(period.start, 5, 2); }
int end_month(const Period& period) { return part(period.end, 5, 2); }

bool is_whole_year(const Period& period) {
  return period.start.ends_with("-01-01") && period.end.ends_with("-12-31") &&
         start_year(period) == end_year(period);
}

Period shifted(const Period& period, int years) {
  if (period.start == period.end) {
    const int year = start_year(period) + years;
    const int month = start_month(period);
    return *single_day(year, month, std::min(part(period.start, 8, 2), last_day(year, month)));
  }
  return month_span(start_year(period) + years, start_month(period), end_year(period) + years,
                    end_month(period));
}

Period year_to_date(const Period& period) {
  const bool years = start_year(period) != end_year(period);
  return month_span(start_year(period), years ? start_month(period) : 1, end_year(period),
                    end_month(period));
}

std::optional<Period> parse_period(std::string_view text, const PeriodContext& context) {
  const CellClass cell_class = classify_cell(text);
  if (cell_class == CellClass::number && context.report) {
    // "2203" is a number to every eye that does not know the report's year.
    std::string_view digits = trim(text);
    if (digits.size() != 4) return std::nullopt;
    const int year = 2000 + take_number(digits, 2);
    const int month = take_number(digits, 2);
    if (month < 1 || month > 12 || year < 2000) return std::nullopt;
    if (std::abs(year - end_year(*context.report)) > kCompactReach) return std::nullopt;
    return month_span(year, month, year, month);
  }
  if (cell_class != CellClass::period && cell_class != CellClass::year) return std::nullopt;
  const std::optional<Period> period = resolve(find_period(text), context);
  return period && leaves_month_out(*period, text) ? std::nullopt : period;
}

}  // namespace parsers
