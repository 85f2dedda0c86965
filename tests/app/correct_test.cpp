// Revisions, what was known on a day, and corrections, end to end by the built program. The figures
// were worked out by hand from the two reports below.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

using support::ProcessResult;
using support::run_namndata;
using support::TempDir;
using Json = nlohmann::json;

namespace {

const std::string kMarch =
    "Socialnämnden, Melleruds kommun\nMånadsrapport mars 2023\n\nVerksamhetsstatistik 2023\n"
    "Månad\tTrygghetslarm\tOrosanmälningar barn\n"
    "jan\t281\t45\nfeb\t284\t51\nmars\t290\t38\n";
// February's alarms are restated; 83 is 38 with its digits exchanged.
const std::string kDecember =
    "Socialnämnden, Melleruds kommun\nMånadsrapport december 2023\n\nVerksamhetsstatistik 2023\n"
    "Månad\tTrygghetslarm\tOrosanmälningar barn\n"
    "jan\t281\t45\nfeb\t286\t51\nmars\t290\t83\napr\t291\t40\n";

struct Shelf {
  TempDir dir;
  std::string db = dir.path("a.db");
  Shelf() {
    dir.write("mars.txt", kMarch);
    dir.write("dec.txt", kDecember);
  }
  void ingest() const {
    const ProcessResult result =
        run_namndata({"ingest", dir.path("dec.txt"), dir.path("mars.txt"), "--db", db});
    INFO(result.err);
    REQUIRE(result.status == 0);
  }
  ProcessResult correct(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"correct", "--db", db});
    return run_namndata(arguments);
  }
  // "value status report" of a figure; "" when it is not there.
  std::string compared(const std::string& indicator, const std::string& period,
                       const std::string& as_of = "") const {
    std::vector<std::string> arguments = {"compare", "--db",     db,     "--indicator",
                                          indicator, "--from",   period, "--to",
                                          period,    "--format", "json", "--quiet"};
    if (!as_of.empty()) arguments.insert(arguments.end(), {"--as-of", as_of});
    const ProcessResult result = run_namndata(arguments);
    INFO(result.err);
    REQUIRE(result.status == 0);
    const Json figures = Json::parse(result.out);
    if (figures.empty()) return "";
    const Json& figure = figures.at(0);
    return figure["value"].get<std::string>() + " " + figure["status"].get<std::string>() + " " +
           figure["report"].get<std::string>();
  }
  std::vector<std::string> states() const {
    std::vector<std::string> states;
    for (const Json& row : Json::parse(correct({"--list", "--format", "json"}).out)) {
      states.push_back(row["action"].get<std::string>() + " " + row["state"].get<std::string>());
    }
    return states;
  }
};

const std::string kAlarms = "aldre.trygghetslarm";
const std::string kReports = "ifo.orosanmalningar_barn";

}  // namespace

TEST_CASE("a restated figure, and what was known before", "[correct][issue-5]") {
  const Shelf shelf;
  shelf.ingest();
  CHECK(shelf.compared(kAlarms, "2023-02") == "286 unverified dec");
  CHECK(shelf.compared(kAlarms, "2023-02", "2023-06-30") == "284 unverified mars");
  CHECK(shelf.compared(kAlarms, "2023-04", "2023-06-30") == "");
  CHECK(shelf.compared(kAlarms, "2023-02", "2023-03-30") == "");
  CHECK(shelf.compared(kAlarms, "2023-02", "2023") == "286 unverified dec");
  const Json revisions =
      Json::parse(run_namndata({"check", "--db", shelf.db, "--revisions", "--format", "json"}).out);
  REQUIRE(revisions.size() == 2);
  CHECK(revisions[1]["old_value"] == "284");
  CHECK(revisions[1]["new_value"] == "286");
  const ProcessResult sources =
      run_namndata({"compare", "--db", shelf.db, "--indicator", kAlarms, "--from", "2023-02",
                    "--to", "2023-02", "--as-of", "2023-06-30", "--sources", "--format", "json"});
  const Json told = Json::parse(sources.out);
  REQUIRE(told.size() == 1);
  CHECK(told[0]["report"] == "mars");
  CHECK(run_namndata({"compare", "--db", shelf.db, "--as-of", "igår"}).status == 1);
}

TEST_CASE("a figure is set right, marked wrong, confirmed, and taken back", "[correct][issue-5]") {
  const Shelf shelf;
  shelf.ingest();
  const std::vector<std::string> figure = {"--report", "dec",  "--page", "1",
                                           "--row",    "mars", "--by",   "Ada"};
  const auto say = [&](std::vector<std::string> more) {
    more.insert(more.begin(), figure.begin(), figure.end());
    return shelf.correct(more);
  };
  const ProcessResult ambiguous = say({"--wrong", "--reason", "omkastade siffror"});
  CHECK(ambiguous.status == 1);
  CHECK(ambiguous.err.find("2 figures are meant") != std::string::npos);
  CHECK(ambiguous.err.find("mars | Trygghetslarm: 290") != std::string::npos);
  CHECK(ambiguous.err.find("mars | Orosanmälningar barn: 83") != std::string::npos);
  CHECK(shelf.states().empty());

  const std::string column = "orosanmälningar barn";
  CHECK(
      say({"--column", column, "--wrong", "--reason", "omkastade", "--at", "2024-02-01"}).status ==
      0);
  CHECK(shelf.compared(kReports, "2023-03") == "38 unverified mars");
  CHECK(
      say({"--column", column, "--set", "38", "--reason", "sidan", "--at", "2024-02-02"}).status ==
      0);
  CHECK(shelf.compared(kReports, "2023-03") == "38 verified dec");
  CHECK(shelf.states() == std::vector<std::string>{"wrong replaced", "set applied"});
  CHECK(say({"--column", column, "--withdraw", "--reason", "fel sida", "--at", "2024-02-03"})
            .status == 0);
  CHECK(shelf.compared(kReports, "2023-03") == "83 unverified dec");
  CHECK(
      say({"--column", column, "--confirm", "--reason", "står så", "--at", "2024-02-04"}).status ==
      0);
  CHECK(shelf.compared(kReports, "2023-03") == "83 verified dec");
}

TEST_CASE("wrong words to correct change nothing", "[correct][issue-5]") {
  const Shelf shelf;
  shelf.ingest();
  const std::vector<std::string> figure = {"--report", "dec",      "--row",
                                           "apr",      "--column", "Trygghetslarm"};
  for (const std::vector<std::string>& bad : std::vector<std::vector<std::string>>{
           {},
           {"--wrong"},
           {"--wrong", "--by", "Ada"},
           {"--wrong", "--confirm", "--by", "Ada", "--reason", "x"},
           {"--set", "1.234", "--by", "Ada", "--reason", "x"},
           {"--set", "12 tkr", "--by", "Ada", "--reason", "x"},
           {"--set", "många", "--by", "Ada", "--reason", "x"},
           {"--set", "12", "--by", "Ada", "--reason", "x", "--at", "i går"},
           {"--set", "12", "--by", "Ada", "--reason", "x", "--table", "En annan"}}) {
    std::vector<std::string> arguments = figure;
    arguments.insert(arguments.end(), bad.begin(), bad.end());
    const ProcessResult result = shelf.correct(arguments);
    INFO(result.err);
    CHECK(result.status == 1);
  }
  CHECK(shelf.states().empty());
  CHECK(shelf.correct({"--import", shelf.dir.path("none.csv")}).status == 5);
}

TEST_CASE("corrections go out, come back before the reports, and are told when stale",
          "[correct][issue-5]") {
  const Shelf shelf;
  shelf.ingest();
  shelf.correct({"--report", "dec", "--row", "mars", "--column", "Orosanmälningar barn", "--set",
                 "38", "--by", "Ada", "--at", "2024-02-01", "--reason", "omkastade siffror"});
  const std::string file = shelf.dir.path("c.csv");
  CHECK(shelf.correct({"--export", file}).status == 0);
  const std::string text = support::read_file(file);
  CHECK(shelf.correct({"--export", "-"}).out == text);

  // Another database: first the corrections, one of them made against another reading, then the
  // reports.
  Shelf other;
  std::string row = text.substr(text.find('\n') + 1);
  row.erase(0, row.find(','));  // a new one: without id
  row.replace(row.find(",83,83,set,38,"), 14, ",88,88,set,39,");
  other.dir.write("c.csv", text + row + ",,\n");
  const ProcessResult imported = other.correct({"--import", other.dir.path("c.csv")});
  CHECK(imported.status == 20);
  CHECK(imported.err.find("line 4: action must be") != std::string::npos);
  other.ingest();
  CHECK(other.compared(kReports, "2023-03") == "38 verified dec");
  const Json list = Json::parse(other.correct({"--list", "--format", "json"}).out);
  REQUIRE(list.size() == 2);
  for (const Json& said : list) {
    if (said["value"] == "38") {
      CHECK(said["state"] == "applied");
    } else {
      CHECK(said["state"] == "stale");
      CHECK(said["why_stale"] == "the figure is read otherwise now: 83");
    }
  }
  // The same file again, and the two databases' own, change nothing.
  const std::string before = other.correct({"--export", "-"}).out;
  other.correct({"--import", other.dir.path("c.csv")});
  other.correct({"--import", file});
  CHECK(other.correct({"--export", "-"}).out == before);
}

TEST_CASE("imported population is the denominator; Kolada's counts are told, and fail no check",
          "[import][issue-5]") {
  const Shelf shelf;
  shelf.ingest();
  shelf.dir.write("folk.csv",
                  "\"region\";\"år\";\"Folkmängd\"\n\"00 Riket\";\"2023\";10551707\n"
                  "\"1461 Mellerud\";\"2023\";8000\n");
  const ProcessResult population =
      run_namndata({"import", "population", shelf.dir.path("folk.csv"), "--db", shelf.db});
  INFO(population.err);
  CHECK(population.status == 0);
  CHECK(population.err.find("1 values stored, 1 left out") != std::string::npos);
  const Json figures =
      Json::parse(run_namndata({"compare", "--db", shelf.db, "--indicator", kAlarms, "--from",
                                "2023-03", "--to", "2023-03", "--format", "json", "--quiet"})
                      .out);
  REQUIRE(figures.size() == 1);
  CHECK(figures[0]["per_1000_inhabitants"] == "36.25");  // 290 / 8
  CHECK(figures[0]["population_year"] == 2023);

  shelf.dir.write("home.txt",
                  "Socialnämnden, Melleruds kommun\nMånadsrapport februari 2023\n\n"
                  "Verksamhetsstatistik 2023\nMånad\tPersoner i särskilt boende\n"
                  "jan\t100\nfeb\t110\n");
  run_namndata({"ingest", shelf.dir.path("home.txt"), "--db", shelf.db});
  shelf.dir.write("kolada.json",
                  "{\"values\": [{\"kpi\": \"N23805\", \"municipality\": \"1461\", "
                  "\"period\": 2023, \"values\": [{\"gender\": \"T\", \"value\": 1050}]}]}");
  CHECK(
      run_namndata({"import", "kolada", shelf.dir.path("kolada.json"), "--db", shelf.db}).status ==
      0);
  const ProcessResult check = run_namndata({"check", "--db", shelf.db});
  CHECK(check.status == 0);
  CHECK(check.out.find("mean of 2 months 105.0, Kolada N23805 1050") != std::string::npos);

  // 1,050 is 10 × 105.
  CHECK(run_namndata({"check", "--db", shelf.db, "--outside-factor", "10"}).out.empty());
  CHECK(run_namndata({"check", "--db", shelf.db}).out.empty());
  CHECK(run_namndata({"check", "--db", shelf.db, "--outside-factor", "9.5"}).out.find("Kolada") !=
        std::string::npos);
  for (const char* bad : {"1", "0.5", "-2", "nan", "inf", "två"}) {
    CHECK(run_namndata({"check", "--db", shelf.db, "--outside-factor", bad}).status == 1);
  }

  CHECK(run_namndata({"import", "weather", "x", "--db", shelf.db}).status == 1);
  CHECK(run_namndata({"import", "kolada", shelf.dir.path("folk.csv"), "--db", shelf.db}).status ==
        1);
  CHECK(run_namndata({"import", "kolada", shelf.dir.path("none"), "--db", shelf.db}).status == 5);
}
