#include "app/comparison_output.h"

#include <catch2/catch.hpp>

using schema::ComparedFigure;

namespace {

ComparedFigure figure(const std::string& code, const std::string& name, const std::string& period,
                      const std::string& value) {
  ComparedFigure made;
  made.indicator = "aldre.trygghetslarm";
  made.indicator_name = "Trygghetslarm";
  made.municipality_code = code;
  made.municipality = name;
  made.measure = "utfall";
  made.period = period;
  made.value = value;
  made.unit = "antal";
  made.status = "unverified";
  return made;
}

std::vector<ComparedFigure> sample() {
  std::vector<ComparedFigure> figures = {figure("1461", "Mellerud", "2023-01", "300"),
                                         figure("0580", "Linköping", "2023-01", "5210"),
                                         figure("1461", "Mellerud", "2023-02", "304")};
  figures[0].revised = true;
  figures[1].status = "contradicted";
  return figures;
}

}  // namespace

TEST_CASE("municipalities stand side by side, by code", "[comparison_output]") {
  CHECK(app::side_by_side(sample(), false) ==
        "INDICATOR      MEASURE  PERIOD   UNIT   Linköping  Mellerud\n"
        "Trygghetslarm  utfall   2023-01  antal     5210 !     300 r\n"
        "Trygghetslarm  utfall   2023-02  antal                  304\n");
}

TEST_CASE("incomplete periods, breaks and denominators are marked",
          "[comparison_output][issue-5]") {
  auto figures = sample();
  figures[0].revised = false;
  figures[1].status = "verified";
  figures[0].months = 9;
  figures[0].of_months = 12;
  figures[2].months = figures[2].of_months = 12;
  figures[2].series_break = "unit: antal → antal personer";
  CHECK(app::side_by_side(figures, false) ==
        "INDICATOR      MEASURE  PERIOD   UNIT   Linköping    Mellerud\n"
        "Trygghetslarm  utfall   2023-01  antal       5210  300 (9/12)\n"
        "Trygghetslarm  utfall   2023-02  antal                 |1 304\n"
        "\nBreaks in series:\n"
        "|1 Trygghetslarm, Mellerud, from 2023-02: unit: antal → antal personer\n");
  figures[1].per_1000_inhabitants = "31.40";
  figures[1].population_year = 2024;
  CHECK(app::side_by_side(figures, true) ==
        "INDICATOR      MEASURE  PERIOD   UNIT               Linköping  Mellerud\n"
        "Trygghetslarm  utfall   2023-01  antal per 1000  31.40 [2024]\n");
}

TEST_CASE("two boards of one municipality get a line each", "[comparison_output]") {
  const auto figures = {figure("1461", "Mellerud", "2023", "1"),
                        figure("1461", "Mellerud", "2023", "2")};
  CHECK(app::side_by_side(figures, false) ==
        "INDICATOR      MEASURE  PERIOD  UNIT   Mellerud\n"
        "Trygghetslarm  utfall   2023    antal         1\n"
        "Trygghetslarm  utfall   2023    antal         2\n");
}

TEST_CASE("only what enough municipalities tell is kept", "[comparison_output]") {
  CHECK(app::shared_by(sample(), 1).size() == 3);
  const auto both = app::shared_by(sample(), 2);
  REQUIRE(both.size() == 2);
  CHECK(both[0].period == "2023-01");
  CHECK(both[1].period == "2023-01");
  CHECK(app::shared_by(sample(), 3).empty());
}

TEST_CASE("every source of a figure is a row with its place", "[comparison_output]") {
  auto figures = sample();
  schema::FigureSource source;
  source.report = "rapport";
  source.page = 7;
  source.box = "[1.00, 2.00, 3.00, 4.00]";
  source.value = "300";
  source.raw = "300";
  source.chosen = true;
  figures[0].sources = {source, source};
  const app::RowSet rows = app::source_rows(figures);
  REQUIRE(rows.rows.size() == 2);
  CHECK(app::print_rows(rows, app::RowFormat::csv).find("\"[1.00, 2.00, 3.00, 4.00]\"") !=
        std::string::npos);
}
