#include "schema/match.h"

#include <catch2/catch.hpp>

#include "schema/catalogue.h"
#include "tests/schema/sample_report.h"

using parsers::Decimal;
using sample::reading;
using sample::report;

TEST_CASE("Money is also kept in kronor, exactly", "[match]") {
  struct Case {
    const char* value;
    const char* unit;
    const char* base;
    const char* base_unit;
  };
  for (const Case& c :
       {Case{"1664006", "tkr", "1664006000", "kr"}, Case{"-1633.7", "mnkr", "-1633700000", "kr"},
        Case{"12.3456789", "mnkr", "12345678.9", "kr"}, Case{"1.5", "mdkr", "1500000000", "kr"},
        Case{"12.50", "kr", "12.50", "kr"}, Case{"92.04", "procent", "92.04", "procent"},
        Case{"0", "tkr", "0", "kr"}}) {
    INFO(c.value << ' ' << c.unit);
    const schema::BaseValue base = schema::base_value(Decimal::from_string(c.value), c.unit);
    REQUIRE(base.value);
    CHECK(compare(*base.value, *Decimal::from_string(c.base)) == 0);
    CHECK(base.unit == c.base_unit);
  }
  CHECK_FALSE(schema::base_value(std::nullopt, "tkr").value);
  CHECK_FALSE(schema::base_value(Decimal{999'999'999'999'999'999, 0}, "mnkr").value);
}

TEST_CASE("Two values for one indicator in a report's tables: the mapping is dropped", "[match]") {
  auto one = reading({"jan"}, {"Trygghetslarm"}, "2023-01", "utfall", "7", "antal");
  auto two = one;
  two.value = Decimal{8, 0};
  auto same = one;
  auto prose = two;
  prose.source = parsers::Source::prose;
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  CHECK(schema::match_readings(report("a", "2023", {one, same, prose}), catalogue)[0].indicator ==
        "aldre.trygghetslarm");
  const auto ambiguous = schema::match_readings(report("a", "2023", {one, two}), catalogue);
  CHECK(ambiguous[0].indicator == "");
  CHECK_THAT(ambiguous[0].match_reason,
             Catch::StartsWith("ambiguous: the report has several values"));
  CHECK(ambiguous[0].series != ambiguous[1].series);
  two.measure = "budget";
  CHECK(schema::match_readings(report("a", "2023", {one, two}), catalogue)[1].indicator ==
        "aldre.trygghetslarm");
}

TEST_CASE("A figure in parentheses is not the one beside it", "[match]") {
  auto one = reading({"jan"}, {"Trygghetslarm"}, "2023-01", "utfall", "345", "antal");
  auto beside = one;
  beside.value = Decimal{28, 0};
  beside.qualifier = "i parentes";
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  const auto both = schema::match_readings(report("a", "2023", {one, beside}), catalogue);
  CHECK(both[0].indicator == "aldre.trygghetslarm");
  CHECK(both[1].indicator == "");
  CHECK(both[0].series != both[1].series);
  beside.measure = "målvärde";  // a heading "Utfall (mål)" has told the two apart
  CHECK(schema::match_readings(report("a", "2023", {one, beside}), catalogue)[1].indicator ==
        "aldre.trygghetslarm");
}

TEST_CASE("The series is the same where the same is measured", "[match]") {
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  const auto series = [&](parsers::Reading r) {
    return schema::match_reading(r, "", r.table_title, catalogue).series;
  };
  const auto a = series(reading({"jan-23"}, {"Grupp", "Okänt"}, "2023-01", "utfall", "1", "antal"));
  CHECK(a == series(reading({"feb"}, {"Grupp", "Okänt*"}, "2023-02", "utfall", "2", "antal")));
  CHECK(a !=
        series(reading({"jan-23"}, {"Annan grupp", "Okänt"}, "2023-01", "utfall", "1", "antal")));
  CHECK(
      series(reading({"jan"}, {"Hemtjänst", "Antal trygghetslarm"}, "2023-01", "", "1", "antal")) ==
      series(reading({"Trygghetslarm"}, {"Jan"}, "2023-01", "", "1", "antal")));
}
