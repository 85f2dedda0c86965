#include "schema/compare.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "tests/schema/sample_report.h"

using sample::load;
using sample::reading;
using sample::report;

namespace {

parsers::Report alarms(const std::string& name, const std::string& when, const std::string& value) {
  return report(name, when,
                {reading({"jan"}, {"Trygghetslarm"}, "2019-01", "utfall", value, "antal"),
                 reading({"Nettokostnad"}, {"Utfall"}, "2019", "utfall", "1.5", "mnkr")});
}

}  // namespace

TEST_CASE("Figures side by side, with their sources", "[compare]") {
  schema::Database database = schema::open_database_in_memory();
  load(database, alarms("a", "2019-02", "281"));
  load(database, alarms("b", "2019-12", "282"));
  load(database, alarms("c", "2019-12", "900"), "0580");

  schema::CompareQuery query;
  query.indicators = {"aldre.trygghetslarm"};
  std::vector<schema::ComparedFigure> figures = schema::compare(database, query);
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].municipality == "Linköping");
  CHECK(figures[0].value == "900");
  CHECK(figures[0].population_year == 2019);
  CHECK_FALSE(figures[0].revised);
  CHECK(figures[1].municipality == "Mellerud");
  CHECK(figures[1].value == "282");
  CHECK(figures[1].revised);
  schema::add_sources(database, figures);
  REQUIRE(figures[1].sources.size() == 2);
  CHECK(figures[1].sources[0].report == "b");
  CHECK(figures[1].sources[0].chosen);
  CHECK(figures[1].sources[1].value == "281");
  CHECK_FALSE(schema::needs_cost_caveat(figures));

  query.municipalities = {"1461"};
  CHECK(schema::compare(database, query).size() == 1);
  query.municipalities = {};
  query.county_code = "05";
  CHECK(schema::compare(database, query).size() == 1);
  query.county_code = "";
  query.to = "2018-12-31";
  CHECK(schema::compare(database, query).empty());
  query.to = "2019-01-31";
  query.from = "2019-01-01";
  query.measures = {"utfall"};
  CHECK(schema::compare(database, query).size() == 2);
  query.measures = {"budget"};
  CHECK(schema::compare(database, query).empty());
}

TEST_CASE("Per 1,000 inhabitants is rounded half away from zero", "[compare]") {
  schema::Database database = schema::open_database_in_memory();
  load(database, alarms("a", "2019-02", "281"));
  database.run(
      "UPDATE population SET persons = 8000 WHERE municipality_code = '1461' AND year = 2019");
  const auto figures = schema::compare(database, {});
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].indicator == "aldre.trygghetslarm");
  CHECK(figures[0].per_1000_inhabitants == "35.13");      // 35.125
  CHECK(figures[1].per_1000_inhabitants == "187500.00");  // 1.5 mnkr in kr
  CHECK(schema::needs_cost_caveat(figures));
}

TEST_CASE("Names and ids of a question", "[compare]") {
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  CHECK(schema::municipality_codes(catalogue, {"Mellerud", "0580", "Håbo kommun"}) ==
        std::vector<std::string>{"1461", "0580", "0305"});
  CHECK_THROWS_WITH(schema::municipality_codes(catalogue, {"Meller"}),
                    "Meller: no municipality is named so; did you mean Mellerud?");
  CHECK(schema::indicator_ids(catalogue, {"Trygghetslarm"}) ==
        std::vector<std::string>{"aldre.trygghetslarm"});
  CHECK(schema::indicator_ids(catalogue, {"IFO"}).size() > 10);
  CHECK_THROWS_AS(schema::indicator_ids(catalogue, {"no.such"}), extract::Error);
}
