#include "corpus/agreement.h"

#include <catch2/catch.hpp>

namespace {

corpus::Figure figure(std::string row, std::string column, std::string value,
                      std::vector<std::string> periods = {}, std::string measure = "",
                      std::string unit = "") {
  corpus::Figure result;
  result.row = std::move(row);
  result.column = std::move(column);
  result.value = *parsers::Decimal::from_string(value);
  result.periods = std::move(periods);
  result.measure = std::move(measure);
  result.unit = std::move(unit);
  return result;
}

bool agree(const corpus::Figure& expected, const corpus::Figure& read, corpus::Level level) {
  return corpus::agree(corpus::ComparableFigure(expected), corpus::ComparableFigure(read), level);
}

}  // namespace

TEST_CASE("labels are the same but for spacing, hyphens, case and footnote marks", "[agreement]") {
  const auto [a, b, same] = GENERATE(table<const char*, const char*, bool>({
      {"Antal avgångar", "antal  AVGÅNGAR", true},
      {"Kontakt- person", "Kontaktperson", true},
      {"Daglig verksamhet*", "Daglig verksamhet", true},
      {"Kostnad¹", "Kostnad", true},
      {"Kostnad¹", "Kostnad1", true},
      {"Kostnad 1)", "Kostnad", true},
      {"Kostnad (2)", "Kostnad2", true},
      {"jan–apr", "jan-apr", true},
      {"Barn och Unga / Anmälningar", "Anmälningar", true},
      {"Anmälningar", "Barn och Unga / Anmälningar", true},
      {"Vuxna / Anmälningar", "Barn och Unga / Anmälningar", true},
      {"Barn och Unga / Anmälningar", "Barn och Unga Anmälningar", true},
      {"Håbo", "Habo", false},
      {"Kostnad", "Kostnader", false},
      {"Kostnad 2022", "Kostnad 2023", false},
      {"Barn och Unga / Anmälningar", "Barn och Unga", false},
      {"", "Summa", false},
  }));
  INFO(a << " | " << b);
  CHECK(corpus::same_label(corpus::label_key(a), corpus::label_key(b)) == same);
}

TEST_CASE("periods are compared as spans of days", "[agreement]") {
  CHECK(corpus::day_span("2023") == "2023-01-01/2023-12-31");
  CHECK(corpus::day_span("2023-01/2023-12") == "2023-01-01/2023-12-31");
  CHECK(corpus::day_span("2024-02") == "2024-02-01/2024-02-29");
  CHECK(corpus::day_span("2023-02") == "2023-02-01/2023-02-28");
  CHECK(corpus::day_span("2022-03-31") == "2022-03-31/2022-03-31");
  CHECK(corpus::day_span("").empty());
}

TEST_CASE("words for units and measures that mean the same", "[agreement]") {
  CHECK(corpus::canonical_unit("kkr") == "tkr");
  CHECK(corpus::canonical_unit("antal personer") == "antal");
  CHECK(corpus::canonical_unit("Mkr") == "mnkr");
  CHECK(corpus::canonical_unit("%") == "procent");
  CHECK(corpus::canonical_unit("mil") == "mil");
  CHECK(corpus::canonical_measure("Bokslut") == "utfall");
  CHECK(corpus::canonical_measure("budget") == "budget");
}

TEST_CASE("each level asks for more", "[agreement]") {
  using corpus::Level;
  const auto expected = figure("jan", "Anmälningar", "1.50", {"2023-01"}, "utfall", "antal");
  const auto [read, level] = GENERATE(table<corpus::Figure, int>({
      {figure("jan", "Anmälningar", "1.5", {"2023-01-01/2023-01-31"}, "utfall", "st"), 3},
      {figure("jan", "Anmälningar", "1.5", {"2023-01"}, "budget", "antal"), 2},
      {figure("jan", "Anmälningar", "1.5", {"2023-01"}, "utfall", "tkr"), 2},
      {figure("jan", "Anmälningar", "1.5", {"2023-02"}, "utfall", "antal"), 1},
      {figure("jan", "Anmälningar", "1.5", {}, "utfall", "antal"), 1},
      {figure("feb", "Anmälningar", "1.5", {"2023-01"}, "utfall", "antal"), 0},
      {figure("jan", "Utredningar", "1.5", {"2023-01"}, "utfall", "antal"), 0},
      {figure("jan", "Anmälningar", "15", {"2023-01"}, "utfall", "antal"), 0},
  }));
  INFO(read.row << " " << read.column << " " << read.value.to_string());
  CHECK(agree(expected, read, Level::value) == (level >= 1));
  CHECK(agree(expected, read, Level::period) == (level >= 2));
  CHECK(agree(expected, read, Level::full) == (level >= 3));
}

TEST_CASE("what the truth leaves open agrees with anything", "[agreement]") {
  const auto open = figure("jan", "Anmälningar", "4");
  CHECK(agree(open, figure("jan", "Anmälningar", "4", {"1999"}, "budget", "mil"),
              corpus::Level::full));
  const auto either = figure("jan", "Anmälningar", "4", {"2023-01", "2023"});
  CHECK(agree(either, figure("jan", "Anmälningar", "4", {"2023"}), corpus::Level::period));
  CHECK_FALSE(agree(either, figure("jan", "Anmälningar", "4", {"2022"}), corpus::Level::period));
}
