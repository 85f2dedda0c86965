#include "schema/compare.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "schema/comparison_rows.h"
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

// Each with the name of its report.
std::vector<std::string> values_in_order(schema::Database& database,
                                         const schema::CompareQuery& query) {
  std::vector<std::string> values;
  for (schema::Comparison comparison(database, query); comparison.next();) {
    values.push_back(comparison.figure().value + " " + comparison.figure().report);
  }
  return values;
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

TEST_CASE("Boards of a municipality stand in order, figure after figure", "[compare][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  const auto of_board = [](const std::string& name, const std::string& board, const char* value) {
    parsers::Report report = alarms(name, "2019-12", value);
    report.board = board;
    return report;
  };
  load(database, of_board("a", "Vård- och omsorgsnämnden", "3"));
  load(database, of_board("b", "Socialnämnden", "2"));
  load(database, of_board("c", "Omsorgsnämnden", "1"));
  load(database, of_board("d", "Socialnämnden", "9"), "0580");
  schema::CompareQuery query;
  query.indicators = {"aldre.trygghetslarm"};
  for (const char* as_of : {"", "2020-01-01"}) {
    query.as_of = as_of;
    CHECK(values_in_order(database, query) == std::vector<std::string>{"9 d", "1 c", "2 b", "3 a"});
  }
}

TEST_CASE("A municipality's periods come one after the other", "[compare][issue-6]") {
  schema::Database database = schema::open_database_in_memory();
  const auto months = [](const std::string& name, const char* january, const char* february) {
    return report(name, "2019-12",
                  {reading({"feb"}, {"Trygghetslarm"}, "2019-02", "utfall", february, "antal"),
                   reading({"jan"}, {"Trygghetslarm"}, "2019-01", "utfall", january, "antal")});
  };
  load(database, months("a", "281", "282"));
  load(database, months("b", "900", "901"), "0580");
  schema::CompareQuery query;
  query.indicators = {"aldre.trygghetslarm"};
  for (const char* as_of : {"", "2020-01-01"}) {
    query.as_of = as_of;
    CHECK(values_in_order(database, query) ==
          std::vector<std::string>{"900 b", "901 b", "281 a", "282 a"});
  }
}

TEST_CASE("A comparison reads one index in its order", "[compare][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  const auto plan = [&database](const schema::CompareQuery& query) {
    const schema::ComparisonRows rows = schema::comparison_rows(query);
    schema::Statement explain =
        rows.prepare(database, "EXPLAIN QUERY PLAN " + schema::figures_sql(rows));
    std::string text;
    while (explain.step()) text += std::string(explain.text(3)) + '\n';
    return text;
  };
  schema::CompareQuery query;
  query.indicators = {"aldre.trygghetslarm"};
  const std::string index = "SEARCH o USING COVERING INDEX observation_comparison (indicator";
  CHECK(plan(query) == index + "=?)\n");
  query.indicators.push_back("ifo.orosanmalningar_barn");
  CHECK(plan(query) == index + "=?)\n");
  query.measures = {"utfall"};
  query.municipalities = {"1461", "0580"};
  query.from = "2019-01-01";
  CHECK(plan(query).starts_with(index));
  CHECK(plan(query).find("TEMP B-TREE") == std::string::npos);
  // What older reports say is found without reading all figures.
  query.as_of = "2023-06-30";
  CHECK(plan(query).find("observation_figure") != std::string::npos);
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

TEST_CASE("As of a day, the newest of the reports until then counts", "[compare][issue-5]") {
  // 281 in February, 282 in December; in May the file has a mark instead of the figure.
  for (const bool turned : {false, true}) {
    schema::Database database = schema::open_database_in_memory();
    std::vector<parsers::Report> reports = {alarms("feb", "2019-02", "281"),
                                            alarms("maj", "2019-05", "-"),
                                            alarms("dec", "2019-12", "282")};
    if (turned) std::swap(reports[0], reports[2]);
    for (const parsers::Report& r : reports) load(database, r);
    struct Case {
      const char* as_of;
      const char* value;  // "" none
      bool revised;
      std::size_t sources;
    };
    for (const Case& c : {Case{"2019-02-27", "", false, 0}, Case{"2019-02-28", "281", false, 1},
                          Case{"2019-12-30", "281", false, 1}, Case{"2019-12-31", "282", true, 2},
                          Case{"", "282", true, 2}}) {
      INFO(c.as_of);
      schema::CompareQuery query;
      query.indicators = {"aldre.trygghetslarm"};
      query.as_of = c.as_of;
      auto figures = schema::compare(database, query);
      REQUIRE(figures.size() == (c.sources == 0 ? 0u : 1u));
      if (figures.empty()) continue;
      CHECK(figures[0].value == c.value);
      CHECK(figures[0].revised == c.revised);
      schema::add_sources(database, figures, query.as_of);
      REQUIRE(figures[0].sources.size() == c.sources);
      CHECK(figures[0].sources[0].chosen);
      CHECK(figures[0].sources[0].value == c.value);
      if (c.sources == 2) CHECK_FALSE(figures[0].sources[1].chosen);
    }
  }
}

TEST_CASE("As of a day, a report without a period has its file's date, or none",
          "[compare][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  parsers::Report dated = alarms("a", "2019-12", "281");
  dated.period.reset();
  dated.info.creation_date = "2019-04-03";
  parsers::Report undated = alarms("b", "2019-12", "282");
  undated.period.reset();
  load(database, dated);
  load(database, undated);
  schema::CompareQuery query;
  query.indicators = {"aldre.trygghetslarm"};
  query.as_of = "2019-04-02";
  CHECK(schema::compare(database, query).empty());
  query.as_of = "2030-01-01";
  const auto figures = schema::compare(database, query);
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].report == "a");
}
