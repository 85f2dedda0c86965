#include "schema/comparison_periods.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "parsers/period.h"
#include "schema/label_matcher.h"
#include "schema/match.h"
#include "schema/series_numbers.h"

namespace schema {

namespace {

// Months counted from January of the year 0; the end is the month after the last.
struct Span {
  int first = 0, end = 0;
  int length() const { return end - first; }
};

std::optional<Span> span_of(const std::string& period) {
  const auto parsed = parsers::canonical_period(period);
  if (!parsed) return std::nullopt;
  return Span{parsers::start_year(*parsed) * 12 + parsers::start_month(*parsed) - 1,
              parsers::end_year(*parsed) * 12 + parsers::end_month(*parsed)};
}

bool is_day(const std::string& period) {
  return period.size() == 10 && period.find('/') == std::string::npos;
}

int months_in(Per per) { return per == Per::year ? 12 : per == Per::quarter ? 3 : 1; }

// A figure that lies within the period, with its place in time.
struct Part {
  const ComparedFigure* figure;
  Span span;
  parsers::Decimal value;
};

// The parts that cover most months without overlap; of those, with fewer or with more parts.
std::vector<Part> best_cover(std::vector<Part> parts, bool few) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.span.end < b.span.end; });
  struct Best {
    int months = 0, count = 0;
    std::vector<std::size_t> chosen;
  };
  std::vector<Best> best(parts.size() + 1);  // of the first i parts
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::size_t before = i;
    while (before > 0 && parts[before - 1].span.end > parts[i].span.first) --before;
    Best with = best[before];
    with.months += parts[i].span.length();
    ++with.count;
    with.chosen.push_back(i);
    const Best& without = best[i];
    const bool better = with.months != without.months
                            ? with.months > without.months
                            : (few ? with.count < without.count : with.count > without.count);
    best[i + 1] = better ? with : without;
  }
  std::vector<Part> cover;
  for (const std::size_t i : best.back().chosen) cover.push_back(parts[i]);
  return cover;
}

std::optional<parsers::Decimal> sum(const std::vector<Part>& parts) {
  std::optional<parsers::Decimal> total = parsers::Decimal{};
  for (const Part& part : parts) {
    if (total) total = add(*total, part.value);
  }
  return total;
}

// Weighted by months, one decimal more than the parts have, half away from zero.
std::optional<parsers::Decimal> mean(const std::vector<Part>& parts) {
  std::optional<parsers::Decimal> total = parsers::Decimal{};
  int weight = 0;
  for (const Part& part : parts) {
    for (int month = 0; total && month < part.span.length(); ++month) {
      total = add(*total, part.value);
    }
    weight += part.span.length();
  }
  if (!total || weight == 0) return std::nullopt;
  const auto tenfold = parsers::scaled({total->digits, 0}, 1);
  if (!tenfold) return std::nullopt;
  const std::int64_t digits = tenfold->digits;
  const std::int64_t half = digits < 0 ? -(weight / 2) : weight / 2;
  return parsers::Decimal{(digits + half) / weight, total->scale + 1};
}

// A figure with its place in time; nothing when its period is not understood.
struct Dated {
  const ComparedFigure* figure;
  std::optional<Span> span;
};

// The unit that all figures of a series are printed in; "" for several.
std::string common_unit(const std::vector<Dated>& series) {
  const std::string& first = series.front().figure->unit;
  const bool same = std::all_of(series.begin(), series.end(),
                                [&](const Dated& dated) { return dated.figure->unit == first; });
  return same ? first : "";
}

class Series {
 public:
  Series(std::vector<Dated> figures, const Indicator& indicator, const PeriodOptions& options)
      : figures_(std::move(figures)), indicator_(indicator), options_(options) {
    unit_ = common_unit(figures_);
    const bool number = !is_money(indicator.unit) && units_agree(indicator.unit, unit_);
    if (unit_.empty() || number) unit_ = is_money(indicator.unit) ? "kr" : indicator.unit;
  }

  void append_to(std::vector<ComparedFigure>& result) const {
    const int months = months_in(options_.per);
    std::map<int, std::vector<Part>> buckets;
    for (const auto& [figure, span] : figures_) {
      const auto value = in_unit(*figure);
      if (!span || !value || span->first / months != (span->end - 1) / months) continue;
      buckets[span->first / months].push_back({figure, *span, *value});
    }
    for (const auto& [bucket, parts] : buckets) {
      if (auto figure = whole(bucket * months, months, parts)) result.push_back(std::move(*figure));
    }
  }

 private:
  // The value in the series' unit; nothing when its unit is another thing than the indicator's.
  std::optional<parsers::Decimal> in_unit(const ComparedFigure& figure) const {
    const auto value = parsers::Decimal::from_string(figure.value);
    if (!value || figure.unit == unit_) return value;
    if (is_money(indicator_.unit)) {
      return is_money(figure.unit) ? base_value(value, figure.unit).value : std::nullopt;
    }
    // "Beviljade timmar" in a table of numbers is printed as a number.
    const bool number = figure.unit == "antal" && counted_per_inhabitant(indicator_.unit);
    return number || units_agree(indicator_.unit, figure.unit) ? value : std::nullopt;
  }

  bool summable() const {
    return counted_per_inhabitant(indicator_.unit) && indicator_.unit != "antal personer";
  }

  std::optional<ComparedFigure> whole(int first, int months, const std::vector<Part>& parts) const {
    const parsers::Period period = parsers::month_span(
        first / 12, first % 12 + 1, (first + months - 1) / 12, (first + months - 1) % 12 + 1);
    std::vector<Part> used;
    std::string how;
    for (const Part& part : parts) {
      if (part.span.length() == months && !is_day(part.figure->period)) used = {part};
    }
    const bool flow = indicator_.aggregation == Aggregation::flow;
    std::optional<parsers::Decimal> value;
    int known = months;
    if (!used.empty()) {
      value = used.front().value;
    } else if (flow && !summable()) {
      for (const Part& part : parts) {
        const bool longer = used.empty() || part.span.length() > used.front().span.length();
        if (part.span.first == first && longer) used = {part};
      }
      if (used.empty()) return std::nullopt;
      value = used.front().value;
      known = used.front().span.length();
      how = "part";
    } else if (flow) {
      used = best_cover(parts, true);
      value = sum(used);
      known = 0;
      for (const Part& part : used) known += part.span.length();
      how = "sum";
    } else if (options_.stock == StockRule::last) {
      used = {*std::max_element(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
        return std::tie(a.span.end, a.figure->period_end) <
               std::tie(b.span.end, b.figure->period_end);
      })};
      value = used.front().value;
      known = used.front().span.end - first;
      how = "last";
    } else {
      used = best_cover(parts, false);
      value = mean(used);
      known = 0;
      for (const Part& part : used) known += part.span.length();
      how = "mean";
      if (months == 1) {  // a date stands for its month
        value = used.front().value;
        how = "last";
      }
    }
    if (!value) return std::nullopt;
    return put_together(period, used, *value, how, known, months);
  }

  ComparedFigure put_together(const parsers::Period& period, const std::vector<Part>& used,
                              const parsers::Decimal& value, const std::string& how, int known,
                              int months) const {
    const Part& latest =
        *std::max_element(used.begin(), used.end(),
                          [](const Part& a, const Part& b) { return a.span.end < b.span.end; });
    ComparedFigure figure = *latest.figure;
    figure.period = period.text;
    figure.period_start = period.start;
    figure.period_end = period.end;
    figure.value = value.to_string();
    figure.unit = unit_;
    figure.how = how;
    figure.months = known;
    figure.of_months = months;
    figure.per_1000_inhabitants.clear();
    figure.population_year.reset();
    figure.series_break.clear();
    figure.sources.clear();
    for (const Part& part : used) {
      figure.revised = figure.revised || part.figure->revised;
      // The weakest part decides.
      if (part.figure->status == "contradicted" ||
          (part.figure->status == "unverified" && figure.status == "verified")) {
        figure.status = part.figure->status;
      }
      if (figure.series_break.empty()) figure.series_break = part.figure->series_break;
      figure.sources.insert(figure.sources.end(), part.figure->sources.begin(),
                            part.figure->sources.end());
    }
    return figure;
  }

  std::vector<Dated> figures_;
  const Indicator& indicator_;
  const PeriodOptions& options_;
  std::string unit_;
};

// The figures of each series.
std::vector<std::vector<Dated>> by_series(const std::vector<ComparedFigure>& figures) {
  std::vector<std::vector<Dated>> groups;
  SeriesNumbers series;
  std::map<std::string, std::optional<Span>> spans;  // of the periods
  for (const ComparedFigure& figure : figures) {
    const auto [span, is_new] = spans.try_emplace(figure.period);
    if (is_new) span->second = span_of(figure.period);
    const std::size_t number = series.of(figure);
    if (number == groups.size()) groups.emplace_back();
    groups[number].push_back({&figure, span->second});
  }
  return groups;
}

// In the order of compare(). Sorts pointers: figures are large.
std::vector<ComparedFigure> in_order(std::vector<ComparedFigure> figures) {
  std::vector<ComparedFigure*> order;
  order.reserve(figures.size());
  for (ComparedFigure& figure : figures) order.push_back(&figure);
  std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
    return std::tie(a->indicator, a->measure, a->municipality_code, a->period_start, a->period_end,
                    a->board) < std::tie(b->indicator, b->measure, b->municipality_code,
                                         b->period_start, b->period_end, b->board);
  });
  std::vector<ComparedFigure> sorted;
  sorted.reserve(figures.size());
  for (ComparedFigure* figure : order) sorted.push_back(std::move(*figure));
  return sorted;
}

}  // namespace

std::vector<ComparedFigure> per_period(const std::vector<ComparedFigure>& figures,
                                       const PeriodOptions& options, const Catalogue& catalogue) {
  std::vector<ComparedFigure> result;
  for (std::vector<Dated>& series : by_series(figures)) {
    const Indicator* indicator = catalogue.indicator(series.front().figure->indicator);
    if (indicator == nullptr) continue;
    Series(std::move(series), *indicator, options).append_to(result);
  }
  return in_order(std::move(result));
}

}  // namespace schema
