#include "corpus/score.h"

#include <catch2/catch.hpp>

namespace {

corpus::Figure figure(std::string row, std::string column, std::string value, int page = 1) {
  corpus::Figure result;
  result.row = std::move(row);
  result.column = std::move(column);
  result.value = *parsers::Decimal::from_string(value);
  result.periods = {"2023-01"};
  result.measure = "utfall";
  result.unit = "antal";
  result.page = page;
  return result;
}

corpus::Truth truth_of(std::vector<corpus::Figure> figures) {
  corpus::Truth truth;
  truth.tables.emplace_back();
  truth.tables[0].figures = std::move(figures);
  return truth;
}

}  // namespace

TEST_CASE("precision, recall and F1 of a count", "[score]") {
  const corpus::Count count{3, 4, 6};
  CHECK(count.precision() == Approx(0.75));
  CHECK(count.recall() == Approx(0.5));
  CHECK(count.f1() == Approx(0.6));
  CHECK(count.wrong() == 1);
  CHECK(corpus::Count{0, 0, 0}.f1() == Approx(1));
  CHECK(corpus::Count{0, 0, 5}.precision() == Approx(0));
  CHECK(corpus::Count{0, 2, 0}.precision() == Approx(0));
  CHECK(corpus::Count{0, 2, 0}.recall() == Approx(1));
}

TEST_CASE("a report read whole scores 1 at every level", "[score]") {
  const std::vector<corpus::Figure> figures = {figure("jan", "A", "4"), figure("feb", "A", "4"),
                                               figure("jan", "B", "4")};
  const auto score = corpus::score_values(truth_of(figures), figures);
  CHECK(score.value == corpus::Count{3, 3, 3});
  CHECK(score.period == corpus::Count{3, 3, 3});
  CHECK(score.full == corpus::Count{3, 3, 3});
}

TEST_CASE("a figure read twice is right once", "[score]") {
  const auto score =
      corpus::score_values(truth_of({figure("jan", "A", "4")}),
                           std::vector{figure("jan", "A", "4"), figure("jan", "A", "4")});
  CHECK(score.value == corpus::Count{1, 2, 1});
}

TEST_CASE("a wrong period lowers the second level only", "[score]") {
  auto read = figure("jan", "A", "4");
  read.periods = {"2022-01"};
  const auto score = corpus::score_values(truth_of({figure("jan", "A", "4")}), std::vector{read});
  CHECK(score.value == corpus::Count{1, 1, 1});
  CHECK(score.period == corpus::Count{0, 1, 1});
  CHECK(score.full == corpus::Count{0, 1, 1});
}

TEST_CASE("matching gives way where another match remains", "[score]") {
  // The first expected figure agrees with both (its leaf is enough), the second with the first
  // only.
  const std::vector<corpus::Figure> expected = {figure("jan", "Antal", "4"),
                                                figure("jan", "Barn / Antal", "4")};
  const std::vector<corpus::Figure> read = {figure("jan", "Barn / Antal", "4"),
                                            figure("jan", "Antal", "4")};
  const auto match = corpus::match_figures(expected, read, corpus::Level::value);
  CHECK(match == std::vector<int>{1, 0});
}

TEST_CASE("pages that are not scored and ignored figures stay out of the count", "[score]") {
  corpus::Truth truth = truth_of({figure("jan", "A", "4")});
  truth.score_pages = {1, 2};
  truth.tables[0].ignored = {figure("Projekt", "Nummer", "1045")};
  const auto score = corpus::score_values(
      truth, std::vector{figure("jan", "A", "4"), figure("Projekt", "Nummer", "1045"),
                         figure("jan", "Z", "9", 3), figure("jan", "Z", "8", 2)});
  CHECK(score.value == corpus::Count{1, 2, 1});
}

TEST_CASE("facts agree by meaning and half of the words", "[score]") {
  corpus::Truth truth;
  truth.facts.push_back({"Andelen arbetad tid av timvikarier", figure("", "", "13")});
  const auto facts = [&](const corpus::Figure& read) {
    return corpus::score_facts(truth, std::vector{read}).found;
  };
  CHECK(facts(figure("arbetad tid", "", "13")) == 1);
  CHECK(facts(figure("sjukfrånvaro", "", "13")) == 0);
  CHECK(facts(figure("arbetad tid", "", "14")) == 0);
  auto other_unit = figure("arbetad tid", "", "13");
  other_unit.unit = "procent";
  CHECK(facts(other_unit) == 0);
}
