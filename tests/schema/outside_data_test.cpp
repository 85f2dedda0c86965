// Population and Kolada's figures, as they are downloaded.

#include "schema/outside_data.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "tests/schema/sample_report.h"

using sample::reading;
using sample::rows;
using schema::Database;

namespace {

std::vector<std::string> imported(Database& database) {
  return rows(database,
              "SELECT municipality_code, year, persons, source FROM population "
              "WHERE source <> 'catalogue' ORDER BY 1, 2");
}

}  // namespace

TEST_CASE("Population in the forms of SCB's database", "[outside_data][issue-5]") {
  struct Case {
    const char* name;
    std::string text;
  };
  const std::string long_form =
      "\"region\",\"år\",\"Folkmängd\"\n\"00 Riket\",\"2023\",10551707\n"
      "\"14 Västra Götalands län\",\"2023\",1767016\n"
      "\"1461 Mellerud\",\"2023\",9165\n\"1461 Mellerud\",\"2022\",9244\n"
      "\"1438 Dals-Ed\",\"2023\",\"..\"\n";
  std::string latin = long_form;
  for (std::size_t at; (at = latin.find("\xC3")) != std::string::npos;) {
    latin[at + 1] = static_cast<char>(latin[at + 1] | 0x40);
    latin.erase(at, 1);
  }
  std::string semicolons = long_form, tabs = long_form;
  std::replace(semicolons.begin(), semicolons.end(), ',', ';');
  std::replace(tabs.begin(), tabs.end(), ',', '\t');
  for (const Case& c : std::vector<Case>{
           {"comma", long_form},
           {"Latin-1", latin},
           {"semicolon", semicolons},
           {"tab", tabs},
           {"byte order mark", "\xEF\xBB\xBF" + long_form},
           {"years as columns, with a title",
            "\"Folkmängd efter region och år\"\n\n\"region\",\"Folkmängd 2022\",\"Folkmängd "
            "2023\"\n\"00 Riket\",10521556,10551707\n\"1461 Mellerud\",9244,9165\n\n\"Fotnot: "
            "x\"\n"},
           {"bare years", "region;2022;2023\r\n1461 Mellerud;9 244;9 165\r\n"},
           {"a column of codes",
            "regionkod,region,år,Folkmängd\n1461,Mellerud,2022,9244\n1461,Mellerud,2023,9165\n"}}) {
    INFO(c.name);
    Database database = schema::open_database_in_memory();
    const auto done = schema::import_population(database, c.text, "folk.csv");
    CHECK(done.stored == 2);
    CHECK(done.faults.empty());
    CHECK(imported(database) ==
          std::vector<std::string>{"1461|2022|9244|folk.csv", "1461|2023|9165|folk.csv"});
    schema::import_population(database, c.text, "folk.csv");
    CHECK(imported(database).size() == 2);
  }
}

TEST_CASE("An imported year goes before the catalogue's", "[outside_data][issue-5]") {
  Database database = schema::open_database_in_memory();
  sample::load(
      database,
      sample::report("a", "2023-12",
                     {reading({"2023"}, {"Trygghetslarm"}, "2023", "utfall", "25", "antal")}));
  schema::import_population(database, "region,år,Folkmängd\n1461 Mellerud,2023,5000\n", "f.csv");
  // 25 of 5,000 are 5 of 1,000.
  CHECK(rows(database, "SELECT per_1000_inhabitants, population_year FROM comparison") ==
        std::vector<std::string>{"5.0|2023"});
}

TEST_CASE("What is no table of totals is refused, bad lines are told", "[outside_data][issue-5]") {
  Database database = schema::open_database_in_memory();
  const auto refused = [&](const std::string& text) {
    CHECK_THROWS_AS(schema::import_population(database, text, "f.csv"), extract::Error);
  };
  refused("");
  refused("a,b\n1,2\n");
  refused("region,Folkmängd\n1461 Mellerud,9165\n");
  refused(
      "region,kön,år,Folkmängd\n1461 Mellerud,män,2023,4600\n1461 Mellerud,kvinnor,2023,4565\n");
  CHECK(imported(database).empty());
  const auto done =
      schema::import_population(database,
                                "region,år,Folkmängd\n1461 Mellerud,2023,9165\n9999 Ingen,2023,1\n"
                                "1438 Dals-Ed,2023,4 7x\n1438 Dals-Ed,i fjol,4700\n",
                                "f.csv");
  CHECK(done.stored == 1);
  REQUIRE(done.faults.size() == 3);
  CHECK(done.faults[0].line == 3);
  CHECK(done.faults[0].message == "no municipality has the code 9999");
  CHECK(done.faults[1].line == 4);
  CHECK(done.faults[2].line == 5);
}

TEST_CASE("Kolada's totals are kept, and counts far from them are told",
          "[outside_data][issue-5]") {
  const auto kolada = [](const std::string& value) {
    return R"({"count": 3, "values": [
      {"kpi": "N21702", "municipality": "1461", "period": 2023, "values": [
        {"count": 1, "gender": "K", "status": "", "value": 1.0, "isdeleted": false},
        {"count": 1, "gender": "T", "status": "", "value": )" +
           value + R"(, "isdeleted": false}]},
      {"kpi": "N21702", "municipality": "0014", "period": 2023, "values": [
        {"gender": "T", "value": 5}]},
      {"kpi": "N21702", "municipality": "1461", "period": 2022, "values": [
        {"gender": "T", "value": null}]}], "next_url": null})";
  };
  struct Case {
    const char* value;
    bool told;
  };
  // The mean of 90 and 110 is 100: told below half of Kolada's and above double.
  for (const Case& c : {Case{"100.0", false}, Case{"200", false}, Case{"201", true},
                        Case{"50", false}, Case{"49.5", true}, Case{"1000", true}}) {
    INFO(c.value);
    Database database = schema::open_database_in_memory();
    sample::load(
        database,
        sample::report(
            "a", "2023-12",
            {reading({"jan"}, {"Personer med hemtjänst"}, "2023-01", "utfall", "90", "antal"),
             reading({"feb"}, {"Personer med hemtjänst"}, "2023-02", "utfall", "110", "antal")}));
    database.run("UPDATE observation SET indicator = 'aldre.hemtjanst_brukare', newest = 1");
    const auto done = schema::import_kolada(database, kolada(c.value), "k.json");
    CHECK(done.stored == 1);
    CHECK(done.skipped == 2);
    const auto told = rows(database,
                           "SELECT contradiction, municipality, value, failed_check, "
                           "replace(terms, char(10), '; ') FROM contradictions");
    CHECK(told.size() == (c.told ? 1u : 0u));
    if (std::string(c.value) == "201") {
      CHECK(told ==
            std::vector<std::string>{
                "outside|Mellerud|100.0|Personer med hemtjänst 2023: mean of 2 months 100.0, "
                "Kolada N21702 201|2023-01: 90 (a, p. 1); 2023-02: 110 (a, p. 1)"});
    }
    CHECK(rows(database, "SELECT DISTINCT status FROM observations") ==
          std::vector<std::string>{"unverified"});
  }
}

TEST_CASE("How far is far from Kolada's is set once for a database", "[outside_data][issue-5]") {
  Database database = schema::open_database_in_memory();
  sample::load(database, sample::report("a", "2023-12",
                                        {reading({"2023"}, {"Personer med hemtjänst"}, "2023",
                                                 "utfall", "100", "antal")}));
  database.run("UPDATE observation SET indicator = 'aldre.hemtjanst_brukare', newest = 1");
  schema::import_kolada(database,
                        R"({"values": [{"kpi": "N21702", "municipality": "1461", "period": 2023,
                            "values": [{"gender": "T", "value": 160}]}]})",
                        "k.json");
  const auto told = [&] { return rows(database, "SELECT tolerance FROM contradictions"); };
  CHECK(told().empty());
  schema::set_outside_factor(database, 1.5);
  CHECK(told() == std::vector<std::string>{"factor 1.5"});
  schema::set_outside_factor(database, 1.6);  // 160 is 1.6 × 100: not beyond
  CHECK(told().empty());
}

TEST_CASE("What is not Kolada's stores nothing", "[outside_data]") {
  Database database = schema::open_database_in_memory();
  for (const char* text : {"", "[1]", "{}", R"({"values": [{"kpi": "N1"}]})", "<html>"}) {
    INFO(text);
    CHECK_THROWS_AS(schema::import_kolada(database, text, "k.json"), extract::Error);
  }
  CHECK(database.integer("SELECT count(*) FROM kolada") == 0);
}
