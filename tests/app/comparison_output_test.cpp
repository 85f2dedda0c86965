#include "app/comparison_output.h"

#include <catch2/catch.hpp>

#include "tests/app/compared_figures.h"

using compared::sample;

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
