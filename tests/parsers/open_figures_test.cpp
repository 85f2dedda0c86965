#include "parsers/open_figures.h"

#include <catch2/catch.hpp>

using parsers::Decimal;
using parsers::DecimalsSeen;
using parsers::NumberStyle;
using parsers::Reading;

namespace {

std::string shown(const std::vector<Decimal>& values) {
  std::string text;
  for (const Decimal& value : values) text += (text.empty() ? "" : " or ") + value.to_string();
  return text;
}

// A column of figures over their sum; "1.234" and the like are open.
std::vector<Reading> column_of(const std::vector<std::string>& printed,
                               const std::vector<std::vector<Decimal>>& open) {
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    Reading reading;
    reading.table = 0;
    reading.row = static_cast<int>(i);
    reading.column = 0;
    reading.row_path = {i + 1 == printed.size() ? "Summa" : "rad " + std::to_string(i)};
    reading.column_path = {"Utfall"};
    reading.raw = printed[i];
    reading.unit = "mnkr";
    reading.open = open[i];
    if (reading.open.empty()) {
      reading.value = Decimal::from_string(printed[i]);
    } else {
      reading.missing = parsers::Missing::text;
    }
    readings.push_back(reading);
  }
  return readings;
}

}  // namespace

TEST_CASE("which printed digits leave two values open", "[open_figures]") {
  const NumberStyle unknown, grouping{.point = NumberStyle::Mark::group};
  const DecimalsSeen one_decimal = {0, 5, 1}, two_decimals = {0, 0, 6}, mixed = {2, 3, 1};
  CHECK(shown(parsers::open_values("1.234", unknown, {}, false)) == "1234 or 1.234");
  CHECK(shown(parsers::open_values("1.234", grouping, {}, false)) == "");
  CHECK(shown(parsers::open_values("471,51", unknown, one_decimal, true)) == "471.51 or 471.5");
  // Glyphs show that nothing is raised; the others have two decimals too, or no common form.
  CHECK(shown(parsers::open_values("471,51", unknown, one_decimal, false)) == "");
  CHECK(shown(parsers::open_values("471,51", unknown, two_decimals, true)) == "");
  CHECK(shown(parsers::open_values("471,51", unknown, mixed, true)) == "");
  CHECK(shown(parsers::open_values("471,50", unknown, one_decimal, true)) == "");
  CHECK(shown(parsers::open_values("471,5", unknown, one_decimal, true)) == "");
}

TEST_CASE("the sum settles an open figure", "[open_figures]") {
  struct Case {
    const char* sum;
    const char* value;  // "": stays open
  };
  for (const Case& c : {Case{"1762", "1234"}, Case{"529.234", "1.234"}, Case{"9999", ""}}) {
    INFO(c.sum);
    std::vector<Reading> readings =
        column_of({"118", "1.234", "410", c.sum}, {{}, {{1234, 0}, {1234, 3}}, {}, {}});
    extract::Diagnostics diagnostics;
    parsers::settle_open_figures(readings, diagnostics);
    const Reading& settled = readings[1];
    CHECK((settled.value ? settled.value->to_string() : "") == c.value);
    CHECK(settled.missing.has_value() == std::string(c.value).empty());
    CHECK(diagnostics.all().size() == (std::string(c.value).empty() ? 1 : 0));
  }
}

TEST_CASE("a mark that is glued to its figure is told by the sum", "[open_figures]") {
  std::vector<Reading> readings = column_of({"18.1", "471,51", "41.0", "12.4", "543.0"},
                                            {{}, {{47151, 2}, {4715, 1}}, {}, {}, {}});
  extract::Diagnostics diagnostics;
  parsers::settle_open_figures(readings, diagnostics);
  REQUIRE(readings[1].value);
  CHECK(readings[1].value->to_string() == "471.5");
  CHECK(readings[1].checks.size() == 1);
}

TEST_CASE("without a sum an open figure is told and not guessed", "[open_figures]") {
  std::vector<Reading> readings = column_of({"118", "1.234"}, {{}, {{1234, 0}, {1234, 3}}});
  extract::Diagnostics diagnostics;
  parsers::settle_open_figures(readings, diagnostics);
  CHECK_FALSE(readings[1].value);
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "unread-figure");
  CHECK(diagnostics.all()[0].message.find("1234 or 1.234") != std::string::npos);
}
