#include "app/side_by_side.h"

#include <catch2/catch.hpp>

#include "tests/app/compared_figures.h"

using compared::figure;
using compared::sample;
using schema::ComparedFigure;

namespace {

std::string side_by_side(const std::vector<ComparedFigure>& figures, bool per_1000) {
  app::SideBySide table(per_1000);
  for (const ComparedFigure& figure : figures) table.add(figure);
  return table.text();
}

}  // namespace

TEST_CASE("municipalities stand side by side, by code", "[side_by_side]") {
  CHECK(side_by_side(sample(), false) ==
        "INDICATOR      MEASURE  PERIOD   UNIT   Linköping  Mellerud\n"
        "Trygghetslarm  utfall   2023-01  antal     5210 !     300 r\n"
        "Trygghetslarm  utfall   2023-02  antal                  304\n");
}

TEST_CASE("incomplete periods, breaks and denominators are marked", "[side_by_side][issue-5]") {
  auto figures = sample();
  figures[0].revised = false;
  figures[1].status = "verified";
  figures[0].months = 9;
  figures[0].of_months = 12;
  figures[2].months = figures[2].of_months = 12;
  figures[2].series_break = "unit: antal → antal personer";
  CHECK(side_by_side(figures, false) ==
        "INDICATOR      MEASURE  PERIOD   UNIT   Linköping    Mellerud\n"
        "Trygghetslarm  utfall   2023-01  antal       5210  300 (9/12)\n"
        "Trygghetslarm  utfall   2023-02  antal                 |1 304\n"
        "\nBreaks in series:\n"
        "|1 Trygghetslarm, Mellerud, from 2023-02: unit: antal → antal personer\n");
  figures[1].per_1000_inhabitants = "31.40";
  figures[1].population_year = 2024;
  CHECK(side_by_side(figures, true) ==
        "INDICATOR      MEASURE  PERIOD   UNIT               Linköping  Mellerud\n"
        "Trygghetslarm  utfall   2023-01  antal per 1000  31.40 [2024]\n");
}

TEST_CASE("two boards of one municipality get a line each", "[side_by_side]") {
  const auto figures = {figure("1461", "Mellerud", "2023", "1"),
                        figure("1461", "Mellerud", "2023", "2")};
  CHECK(side_by_side(figures, false) ==
        "INDICATOR      MEASURE  PERIOD  UNIT   Mellerud\n"
        "Trygghetslarm  utfall   2023    antal         1\n"
        "Trygghetslarm  utfall   2023    antal         2\n");
}

TEST_CASE("figures in any order and of several units find their lines", "[side_by_side]") {
  std::vector<ComparedFigure> mixed = {
      figure("1461", "Mellerud", "2023-02", "1"), figure("0580", "Linköping", "2023-01", "2"),
      figure("1461", "Mellerud", "2023-01", "3"), figure("1480", "Göteborg", "2023-01", "4")};
  mixed[2].unit = "procent";
  CHECK(side_by_side(mixed, false) ==
        "INDICATOR      MEASURE  PERIOD   UNIT     Linköping  Mellerud  Göteborg\n"
        "Trygghetslarm  utfall   2023-01  antal            2                   4\n"
        "Trygghetslarm  utfall   2023-01  procent                    3\n"
        "Trygghetslarm  utfall   2023-02  antal                      1\n");
  CHECK(side_by_side({}, false) == "INDICATOR  MEASURE  PERIOD  UNIT\n");
}
