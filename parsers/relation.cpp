#include "parsers/relation.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace parsers {

namespace {

// One row of nine digits proves no more than this: figures that belong together for other reasons
// (a copy, a share) are no coincidence either.
constexpr int kMostEvidence = 4000;

std::int64_t power_of_ten(int power) {
  std::int64_t value = 1;
  for (; power > 0; --power) value *= 10;
  return value;
}

// The largest power of ten that divides them all, `least` at least: round figures tell less.
std::int64_t common_unit(std::span<const std::int64_t> values, std::int64_t least) {
  std::int64_t unit = least;
  const auto divides = [&](std::int64_t by) {
    return std::all_of(values.begin(), values.end(),
                       [by](std::int64_t value) { return value % by == 0; });
  };
  while (unit < 1'000'000'000'000 && divides(unit * 10)) unit *= 10;
  return unit;
}

bool is_number_of_things(const std::string& unit) { return unit.starts_with("antal"); }

// Forecasts come out of a model and are rounded, whatever they count.
bool is_counted(const Reading& reading) {
  return is_number_of_things(reading.unit) && reading.measure != "prognos";
}

// The printed figures of one position that are not zero, and what they have in common.
struct Members {
  std::vector<std::int64_t> values;
  std::size_t printed = 0;
  int decimals = 0;
  bool counted = true;  // all are whole numbers of things
  std::string unit;
  bool units_agree = true;

  void add(const GridFigure& figure, std::span<const Reading> readings) {
    if (figure.state != GridFigure::State::printed) return;
    ++printed;
    if (figure.value == 0) return;
    values.push_back(figure.value);
    decimals = std::max(decimals, figure.decimals);
    const std::string& own = readings[figure.reading].unit;
    counted &= is_counted(readings[figure.reading]) && figure.decimals == 0;
    if (own.empty()) return;
    if (unit.empty()) unit = own;
    // "antal personer" and "antal" count the same way.
    units_agree &= own == unit || (is_number_of_things(own) && is_number_of_things(unit));
  }
};

int evidence_of(const Members& members, std::int64_t tolerance, std::int64_t quantum) {
  const std::int64_t unit = common_unit(members.values, quantum);
  std::int64_t largest = 0;
  for (const std::int64_t value : members.values) largest = std::max(largest, std::abs(value));
  const double chances = static_cast<double>(largest) / static_cast<double>(unit);
  const double hits = 2 * static_cast<double>(tolerance / unit) + 1;
  if (chances <= hits) return 0;
  return std::min(kMostEvidence, static_cast<int>(std::lround(1000 * std::log10(chances / hits))));
}

}  // namespace

std::int64_t rounding_tolerance(std::size_t figures) {
  const auto most = static_cast<std::int64_t>(figures / 2);
  std::int64_t deviations = 1;  // the largest d with d² ≤ 9 × figures / 12
  while (4 * (deviations + 1) * (deviations + 1) <= 3 * static_cast<std::int64_t>(figures)) {
    ++deviations;
  }
  return std::min(most, deviations);
}

RelationTest test_relation(const Relation& relation, const GridLines& lines, std::size_t position,
                           std::span<const Reading> readings) {
  RelationTest test;
  const GridFigure& result = lines.at(relation.result, position);
  if (result.state != GridFigure::State::printed) return test;
  Members members;
  std::size_t printed_terms = 0;
  test.difference = result.value;
  for (const RelationTerm& term : relation.terms) {
    const GridFigure& figure = lines.at(term.line, position);
    if (figure.state == GridFigure::State::unknown) return test;
    if (figure.state == GridFigure::State::printed) ++printed_terms;
    members.add(figure, readings);
    test.difference -= term.sign * figure.value;
  }
  if (printed_terms == 0) return test;
  const std::size_t terms = members.values.size();
  members.add(result, readings);
  if (!members.units_agree) return test;
  const std::int64_t quantum = power_of_ten(lines.scale() - members.decimals);
  if (!members.counted) test.tolerance = quantum * rounding_tolerance(members.values.size());
  if (std::abs(test.difference) > test.tolerance) {
    test.outcome = Outcome::fails;
  } else if (terms < 2) {
    test.outcome = terms == 0 ? Outcome::vacuous : Outcome::copy;
  } else {
    test.outcome = Outcome::holds;
    test.evidence = evidence_of(members, test.tolerance, quantum);
  }
  return test;
}

RelationEvidence weigh_relation(const Relation& relation, const GridLines& lines,
                                std::span<const Reading> readings) {
  RelationEvidence weight;
  std::set<std::vector<std::int64_t>> seen;
  for (std::size_t position = 0; position < lines.length(); ++position) {
    const RelationTest test = test_relation(relation, lines, position, readings);
    if (test.outcome != Outcome::holds && test.outcome != Outcome::fails) continue;
    std::vector<std::int64_t> values = {lines.at(relation.result, position).value};
    for (const RelationTerm& term : relation.terms) {
      values.push_back(lines.at(term.line, position).value);
    }
    if (!seen.insert(std::move(values)).second) continue;
    if (test.outcome == Outcome::holds) {
      ++weight.holds;
      weight.evidence += test.evidence;
    } else {
      ++weight.fails;
    }
  }
  return weight;
}

}  // namespace parsers
