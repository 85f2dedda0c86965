#include "schema/inhabitants.h"

#include <algorithm>
#include <iterator>

namespace schema {

namespace {

// A denominator may be this many years off the figure's; its year is always shown.
constexpr int kMaxYearsOff = 5;
constexpr int kPer1000Decimals = 2;

}  // namespace

Inhabitants::Inhabitants(Database& database) {
  Statement select =
      database.prepare("SELECT municipality_code, year, persons FROM population ORDER BY 1, 2");
  while (select.step()) {
    by_municipality_[std::string(select.text(0))].push_back(
        {static_cast<int>(select.integer(1)), select.integer(2)});
  }
}

std::optional<Inhabitants::Known> Inhabitants::nearest(const std::string& municipality_code,
                                                       int year) const {
  const auto found = by_municipality_.find(municipality_code);
  if (found == by_municipality_.end()) return std::nullopt;
  const std::vector<Known>& years = found->second;
  const auto after = std::lower_bound(years.begin(), years.end(), year,
                                      [](const Known& known, int y) { return known.year < y; });
  std::optional<Known> best;
  if (after != years.end() && after->year - year <= kMaxYearsOff) best = *after;
  if (after == years.begin()) return best;
  const Known& before = *std::prev(after);
  if (year - before.year > kMaxYearsOff) return best;
  if (!best || year - before.year <= best->year - year) best = before;
  return best;
}

std::string per_1000(const parsers::Decimal& value, std::int64_t persons) {
  __int128 numerator = value.digits;
  for (int i = 0; i < 3 + kPer1000Decimals; ++i) numerator *= 10;
  __int128 denominator = persons;
  for (int i = 0; i < value.scale; ++i) denominator *= 10;
  const bool negative = numerator < 0;
  const __int128 rounded =
      ((negative ? -numerator : numerator) * 2 + denominator) / (denominator * 2);
  const auto digits = static_cast<std::int64_t>(rounded);
  return parsers::Decimal{negative ? -digits : digits, kPer1000Decimals}.to_string();
}

}  // namespace schema
