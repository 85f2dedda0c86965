#include "parsers/relation.h"

#include <catch2/catch.hpp>

using parsers::Decimal;
using parsers::Direction;
using parsers::FigureGrid;
using parsers::GridLines;
using parsers::Outcome;
using parsers::Reading;
using parsers::Relation;

namespace {

// A column of figures: "" is blank, ".." not available.
std::vector<Reading> column_of(const std::vector<std::string>& values, const std::string& unit) {
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < values.size(); ++i) {
    Reading reading;
    reading.table = 0;
    reading.row = static_cast<int>(i);
    reading.column = 0;
    reading.unit = unit;
    reading.value = Decimal::from_string(values[i]);
    if (!reading.value) {
      reading.missing =
          values[i].empty() ? parsers::Missing::blank : parsers::Missing::not_available;
    }
    readings.push_back(reading);
  }
  return readings;
}

}  // namespace

TEST_CASE("rounding explains half a unit for each figure, three deviations at most", "[relation]") {
  CHECK(parsers::rounding_tolerance(2) == 1);
  CHECK(parsers::rounding_tolerance(3) == 1);
  CHECK(parsers::rounding_tolerance(5) == 1);
  CHECK(parsers::rounding_tolerance(6) == 2);
  CHECK(parsers::rounding_tolerance(14) == 3);
  CHECK(parsers::rounding_tolerance(102) == 8);
}

TEST_CASE("a relation at one position", "[relation]") {
  struct Case {
    const char* name;
    std::vector<std::string> values;  // the terms, then the result
    const char* unit;
    Outcome outcome;
  };
  const Case cases[] = {
      {"holds", {"118", "104", "222"}, "tkr", Outcome::holds},
      {"holds up to a rounding", {"118.4", "104.4", "222.9"}, "mnkr", Outcome::holds},
      {"what is counted is not rounded", {"118", "104", "223"}, "antal", Outcome::fails},
      {"fails", {"118", "104", "225"}, "tkr", Outcome::fails},
      {"a blank counts as nothing", {"118", "104", "", "222"}, "tkr", Outcome::holds},
      {"what is not told leaves it untested", {"118", "..", "222"}, "tkr", Outcome::untested},
      {"no result, no test", {"118", "104", ""}, "tkr", Outcome::untested},
      {"zeros say nothing", {"0", "0", "0"}, "tkr", Outcome::vacuous},
      {"a copy says nothing of the sum", {"118", "0", "118"}, "tkr", Outcome::copy},
      {"0 among decimals is 0,0", {"118.4", "0", "118.4"}, "mnkr", Outcome::copy},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const std::vector<Reading> readings = column_of(c.values, c.unit);
    const FigureGrid grid(readings, 0, readings.size());
    const GridLines rows(grid, Direction::rows);
    Relation relation;
    // Rows without any figure are no lines.
    relation.result = rows.size() - 1;
    for (std::size_t line = 0; line + 1 < rows.size(); ++line) relation.terms.push_back({line, 1});
    const bool has_all = rows.size() == c.values.size();
    if (!has_all && c.outcome == Outcome::untested) continue;
    CHECK(parsers::test_relation(relation, rows, 0, readings).outcome == c.outcome);
  }
}

TEST_CASE("figures of different units are not added up", "[relation]") {
  std::vector<Reading> readings = column_of({"118", "104", "222"}, "tkr");
  readings[1].unit = "procent";
  const FigureGrid grid(readings, 0, readings.size());
  const Relation relation{Direction::rows, 2, {{0, 1}, {1, 1}}};
  CHECK(parsers::test_relation(relation, GridLines(grid, Direction::rows), 0, readings).outcome ==
        Outcome::untested);
}

TEST_CASE("large figures prove more than small and round ones", "[relation]") {
  const auto evidence = [](const std::vector<std::string>& values) {
    const std::vector<Reading> readings = column_of(values, "antal");
    const FigureGrid grid(readings, 0, readings.size());
    const Relation relation{Direction::rows, 2, {{0, 1}, {1, 1}}};
    return parsers::test_relation(relation, GridLines(grid, Direction::rows), 0, readings).evidence;
  };
  CHECK(evidence({"3", "4", "7"}) < 1000);
  CHECK(evidence({"3000", "4000", "7000"}) == evidence({"3", "4", "7"}));
  CHECK(evidence({"3118", "4209", "7327"}) > 3000);
}
