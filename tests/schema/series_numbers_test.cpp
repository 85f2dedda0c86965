#include "schema/series_numbers.h"

#include <catch2/catch.hpp>

TEST_CASE("A series is an indicator, a measure, a municipality and a board", "[compare]") {
  schema::ComparedFigure first;
  first.indicator = "aldre.trygghetslarm";
  first.measure = "utfall";
  first.municipality_code = "1461";
  schema::ComparedFigure budget = first, elsewhere = first, board = first, later = first;
  budget.measure = "budget";
  elsewhere.municipality_code = "0580";
  board.board = "Socialnämnden";
  later.period = "2023";
  later.unit = "antal";
  // The texts of two must not run together.
  schema::ComparedFigure shifted = first;
  shifted.indicator += shifted.measure;
  shifted.measure.clear();

  schema::SeriesNumbers series;
  CHECK(series.of(first) == 0);
  CHECK(series.of(budget) == 1);
  CHECK(series.of(elsewhere) == 2);
  CHECK(series.of(board) == 3);
  CHECK(series.of(shifted) == 4);
  CHECK(series.of(later) == 0);
  CHECK(series.of(board) == 3);
}
