// One municipality's year, from reports to answers, by the built program: restated and misread
// figures, what was known when, a year that is not over, inhabitants, labels that could mean two
// things, a correction and its going stale, exports and search. Every figure expected below was
// worked out by hand from the two reports.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

using support::ProcessResult;
using support::run_namndata;
using support::TempDir;
using Json = nlohmann::json;

namespace {

const std::string kJune =
    "Socialnämnden, Melleruds kommun\nMånadsrapport juni 2023\n\n"
    "Verksamhetsstatistik 2023\n"
    "Månad\tTrygghetslarm\tOrosanmälningar barn\tAntal vårdtagare\n"
    "jan\t281\t45\t7\n"
    "feb\t284\t51\t9\n"
    "mars\t290\t38\t8\n"
    "apr\t291\t40\t6\n"
    "maj\t295\t33\t5\n"
    "juni\t297\t29\t4\n";
// February's alarms are restated (284 → 286); March's 83 reports are 38 with its digits exchanged.
const std::string kSeptember =
    "Socialnämnden, Melleruds kommun\nMånadsrapport september 2023\n\n"
    "Nämnden prövar en idé om kvällsöppet i Åmål för ungdomar med ärenden hos socialtjänsten.\n\n"
    "Verksamhetsstatistik 2023\n"
    "Månad\tTrygghetslarm\tOrosanmälningar barn\tAntal vårdtagare\n"
    "jan\t281\t45\t7\n"
    "feb\t286\t51\t9\n"
    "mars\t290\t83\t8\n"
    "apr\t291\t40\t6\n"
    "maj\t295\t33\t5\n"
    "juni\t297\t29\t4\n"
    "juli\t298\t17\t3\n"
    "aug\t301\t22\t2\n"
    "sept\t304\t44\t1\n";

const std::string kAlarms = "aldre.trygghetslarm";
const std::string kConcerns = "ifo.orosanmalningar_barn";

struct Shelf {
  TempDir dir;
  std::string db = dir.path("a.db");

  // Reads the reports, and 8,000 inhabitants on 31 December 2023.
  explicit Shelf(const std::string& september) {
    run({"ingest", dir.write("juni.txt", kJune), dir.write("september.txt", september)});
    run({"import", "population", dir.write("folk.csv", "Region;2023\n1461 Mellerud;8000\n")});
  }
  // What the command prints; the database is added to its options.
  std::string run(std::vector<std::string> arguments, int status = 0) const {
    arguments.insert(arguments.end(), {"--db", db});
    const ProcessResult result = run_namndata(arguments);
    INFO(result.err);
    REQUIRE(result.status == status);
    return result.out;
  }
  // "value months/of_months per_1000 [population_year]" of 2023, put together from its months.
  std::string year(const std::string& indicator, const std::string& as_of = "") const {
    std::vector<std::string> arguments = {"compare", "--indicator", indicator, "--per",
                                          "year",    "--format",    "json"};
    if (!as_of.empty()) arguments.insert(arguments.end(), {"--as-of", as_of});
    const Json figures = Json::parse(run(arguments));
    REQUIRE(figures.size() == 1);
    const Json& f = figures[0];
    return f["value"].get<std::string>() + " " + f["months"].dump() + "/" + f["of_months"].dump() +
           " " + f["per_1000_inhabitants"].get<std::string>() + " [" + f["population_year"].dump() +
           "]";
  }
  // The pages on which a word stands, with the text around it.
  Json search(const std::string& word) const {
    return Json::parse(run({"search", word, "--format", "json"}));
  }
};

bool has(const std::string& text, const std::string& piece) {
  INFO(text);
  INFO(piece);
  return text.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("the story of a year, from reports to answers", "[compare][issue-5]") {
  const Shelf shelf(kSeptember);

  SECTION("an incomplete year is marked, never filled, and has its denominator's year") {
    // 281 + 286 + 290 + 291 + 295 + 297 + 298 + 301 + 304 = 2,643; / 9 = 293.67, a stock;
    // 293.67 / 8 = 36.71.
    CHECK(shelf.year(kAlarms) == "293.7 9/12 36.71 [2023]");
    // 45 + 51 + 83 + 40 + 33 + 29 + 17 + 22 + 44 = 364, a flow; 364 / 8 = 45.5.
    CHECK(shelf.year(kConcerns) == "364 9/12 45.50 [2023]");
    const std::string printed =
        shelf.run({"compare", "--indicator", kConcerns, "--per", "year", "--per-1000"});
    CHECK(has(printed, " 45.50 [2023] (9/12) r\n"));  // r: March is told otherwise in June
  }

  SECTION("what was known in June") {
    // 281 + 284 + 290 + 291 + 295 + 297 = 1,738; / 6 = 289.67; / 8 = 36.21.
    CHECK(shelf.year(kAlarms, "2023-06-30") == "289.7 6/12 36.21 [2023]");
    // 45 + 51 + 38 + 40 + 33 + 29 = 236; / 8 = 29.5.
    CHECK(shelf.year(kConcerns, "2023-06-30") == "236 6/12 29.50 [2023]");
  }

  SECTION("restated figures are told with both reports") {
    const Json revisions = Json::parse(shelf.run({"check", "--revisions", "--format", "json"}));
    REQUIRE(revisions.size() == 2);
    for (const Json& revision : revisions) {
      const bool alarms = revision["indicator"] == kAlarms;
      CHECK(revision["period"] == (alarms ? "2023-02" : "2023-03"));
      CHECK(revision["old_value"] == (alarms ? "284" : "38"));
      CHECK(revision["old_report"] == "juni");
      CHECK(revision["new_value"] == (alarms ? "286" : "83"));
      CHECK(revision["new_report"] == "september");
    }
  }

  SECTION("a label that could be home care's or a home's stays unmatched, with a suggestion") {
    const Json labels = Json::parse(shelf.run({"labels", "--suggest", "--format", "json"}));
    REQUIRE(labels.size() == 1);
    CHECK(labels[0]["label"] == "Antal vårdtagare");
    CHECK(labels[0]["times_seen"] == 15);  // 6 months in June's report, 9 in September's
    CHECK(labels[0]["suggestion"] == "aldre.hemtjanst_brukare");
    CHECK(has(labels[0]["reason"], "the alias needs around it: (hemvård|hemtjänst)"));
    CHECK(labels[0]["unmatched_because"] == "known label in another context or unit");
    // 7 + 9 + 8 + … are in no comparison.
    CHECK_FALSE(shelf.run({"compare", "--format", "csv"}).find("hemtj") != std::string::npos);
  }

  SECTION("a correction is applied, goes out, and is stale where its report has changed") {
    shelf.run({"correct", "--report", "september", "--row", "mars", "--column",
               "Orosanmälningar barn", "--set", "38", "--by", "Ada", "--at", "2023-11-01",
               "--reason", "omkastade siffror"});
    // 364 - 83 + 38 = 319; / 8 = 39.875. In June nothing was wrong.
    CHECK(shelf.year(kConcerns) == "319 9/12 39.88 [2023]");
    CHECK(shelf.year(kConcerns, "2023-06-30") == "236 6/12 29.50 [2023]");
    const std::string rows = shelf.run({"export", "--view", "observations"});
    CHECK(has(rows,
              ",mars,Orosanmälningar barn,ifo.orosanmalningar_barn,utfall,2023-03,"
              "2023-03-01,2023-03-31,38,38,antal,38,antal,83,,table,text,verified,1\n"));
    const std::string csv = shelf.dir.path("corrections.csv");
    shelf.run({"correct", "--export", csv});

    // The municipality prints the report anew, with 39 for March: another file, of which Ada has
    // said nothing.
    std::string reprinted = kSeptember;
    reprinted.replace(reprinted.find("290\t83"), 6, "290\t39");
    const Shelf later(reprinted);
    later.run({"correct", "--import", csv});
    // 364 - 83 + 39 = 320; / 8 = 40.
    CHECK(later.year(kConcerns) == "320 9/12 40.00 [2023]");
    const Json said = Json::parse(later.run({"correct", "--list", "--format", "json"}));
    REQUIRE(said.size() == 1);
    CHECK(said[0]["state"] == "stale");
    CHECK(said[0]["why_stale"] == "the report is not in the database");
    // Ada's words are kept as they were, should the first report come back.
    CHECK(said[0]["value"] == "38");
  }

  SECTION("the exports have the figures of the comparison") {
    const std::string months =
        shelf.run({"export", "--format", "json-stat", "--granularity", "month"});
    const Json cube = Json::parse(months);
    CHECK(cube["size"] == Json::parse("[2, 1, 9, 1]"));  // indicators, municipality, months, utfall
    CHECK(cube["value"] ==
          Json::parse("[281,286,290,291,295,297,298,301,304, 45,51,83,40,33,29,17,22,44]"));
    // 281 / 8 = 35.125.
    CHECK(has(shelf.run({"export", "--view", "comparison"}),
              "1461,Mellerud,Socialnämnden,aldre.trygghetslarm,utfall,2023-01,281,281,antal,35.13,"
              "2023,september,"));
    const std::string excel = shelf.run({"export", "--view", "comparison", "--excel-sv"});
    CHECK(has(excel, ";utfall;'2023-01;281;281;antal;35,13;2023;september;"));
  }

  SECTION("search: the letters of Swedish are letters of their own, in any case") {
    for (const std::string word : {"Åmål", "åmål", "ÅMÅL", "Ärenden", "idé", "IDÉ"}) {
      INFO(word);
      const Json hits = shelf.search(word);
      REQUIRE(hits.size() == 1);
      CHECK(hits[0]["report"] == "september");
      CHECK(hits[0]["page"] == 1);
      CHECK(hits[0]["municipality"] == "Mellerud");
    }
    for (const std::string word : {"Amal", "arenden", "ide", "åmal", "kvallsoppet"}) {
      INFO(word);
      CHECK(shelf.search(word).empty());
    }
    CHECK(shelf.search("trygghetslarm").size() == 2);
    CHECK(shelf.search("kvällsöppet i åmål").size() == 1);
    CHECK(shelf.search("åmål i kvällsöppet").empty());
    CHECK(shelf.run({"search", "ÅMÅL"}) ==
          "Mellerud, Socialnämnden, september, page 1\n"
          "  …en idé om kvällsöppet i [Åmål] för ungdomar med ärenden hos socialtjänsten…\n");
  }
}
