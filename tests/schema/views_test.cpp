// The views that outside users rely on: their columns are a contract.

#include <catch2/catch.hpp>

#include "tests/schema/sample_report.h"

using sample::load;
using sample::reading;
using sample::report;
using sample::rows;
using schema::Database;

namespace {

parsers::Report monthly(const std::string& name, const std::string& when, const std::string& jan,
                        const std::string& unit = "antal") {
  return report(
      name, when,
      {reading({"jan"}, {"Barn och Unga", "Anmälningar Unga"}, "2023-01", "utfall", jan, unit)});
}

}  // namespace

TEST_CASE("The views have the columns of the contract", "[views]") {
  Database database = schema::open_database_in_memory();
  struct Case {
    const char* view;
    std::vector<std::string> columns;
    bool exactly;
  };
  for (const Case& c : std::vector<Case>{
           {"observations",
            {"municipality_code",
             "municipality",
             "board",
             "report",
             "report_sha256",
             "page",
             "box",
             "section",
             "table_title",
             "kind",
             "row_label",
             "column_label",
             "indicator",
             "measure",
             "period",
             "period_start",
             "period_end",
             "value",
             "value_text",
             "unit",
             "base_value",
             "base_unit",
             "raw",
             "missing",
             "source",
             "method",
             "status",
             "corrected"},
            true},
           {"comparison",
            {"municipality_code", "municipality", "indicator", "measure", "period", "value", "unit",
             "per_1000_inhabitants", "population_year", "report", "page", "status"},
            false},
           {"files", {"path", "report_sha256", "status", "message", "pages"}, true},
           {"reports",
            {"report_sha256", "municipality_code", "board", "title", "period", "pages", "status"},
            true},
           {"unmatched_labels", {"label", "times_seen", "example"}, true},
           {"revisions",
            {"municipality_code", "board", "indicator", "label", "measure", "period", "unit",
             "old_value", "old_report", "new_value", "new_report"},
            false},
           {"contradictions",
            {"contradiction", "municipality_code", "report", "page", "value", "failed_check",
             "mend", "terms"},
            false},
           {"identities", {"report", "number", "outcome", "text", "sign", "value"}, false},
           {"confirmations", {"report", "page", "value", "confirmed_by"}, false}}) {
    INFO(c.view);
    std::vector<std::string> columns;
    schema::Statement select =
        database.prepare("SELECT * FROM " + std::string(c.view) + " LIMIT 0");
    for (int i = 0; i < select.column_count(); ++i) columns.emplace_back(select.column_name(i));
    if (c.exactly) CHECK(columns == c.columns);
    for (const std::string& column : c.columns) {
      INFO(column);
      CHECK(std::count(columns.begin(), columns.end(), column) == 1);
    }
  }
}

TEST_CASE("The newest report wins; the same value is one row with two sources", "[views]") {
  Database database = schema::open_database_in_memory();
  load(database, monthly("dec", "2023-12", "45"));
  load(database, monthly("feb", "2023-01/2023-02", "45"));
  CHECK(rows(database,
             "SELECT municipality_code, indicator, measure, period, value_text, unit, report "
             "FROM comparison") ==
        std::vector<std::string>{"1461|ifo.orosanmalningar_barn|utfall|2023-01|45|antal|dec"});
  CHECK(rows(database, "SELECT report, chosen FROM comparison_sources ORDER BY report") ==
        std::vector<std::string>{"dec|1", "feb|0"});
  CHECK(rows(database, "SELECT * FROM revisions").empty());
}

TEST_CASE("Another number of decimals is a revision when the value differs", "[views]") {
  struct Case {
    const char* before;
    const char* after;
    bool revised;
  };
  for (const Case& c :
       {Case{"92", "92.04", true}, Case{"92", "92.00", false}, Case{"92", "93", true}}) {
    INFO(c.before << " " << c.after);
    Database database = schema::open_database_in_memory();
    load(database, monthly("feb", "2023-02", c.before));
    load(database, monthly("dec", "2023-12", c.after));
    const auto found =
        rows(database, "SELECT old_value, old_report, new_value, new_report FROM revisions");
    CHECK(found.size() == (c.revised ? 1u : 0u));
    if (c.revised && !found.empty()) {
      CHECK(found[0] == std::string(c.before) + "|feb|" + c.after + "|dec");
    }
  }
}

TEST_CASE("Labels that the catalogue does not know are revised too", "[views]") {
  Database database = schema::open_database_in_memory();
  parsers::Report old_report =
      report("a", "2023-02", {reading({"jan"}, {"Något eget"}, "2023-01", "utfall", "1", "antal")});
  parsers::Report new_report = report(
      "b", "2023-12", {reading({"jan-23"}, {"Något  eget*"}, "2023-01", "utfall", "2", "antal")});
  old_report.readings[0].table_title = "Statistik 2022";
  new_report.readings[0].table_title = "Statistik 2022/2023";
  load(database, old_report);
  load(database, new_report);
  CHECK(rows(database, "SELECT indicator, label, old_value, new_value FROM revisions") ==
        std::vector<std::string>{"-|Något eget|1|2"});
  CHECK(rows(database, "SELECT label, times_seen FROM unmatched_labels ORDER BY label") ==
        std::vector<std::string>{"Något eget|2"});
}

TEST_CASE("Boards and municipalities are kept apart; without a municipality there is no comparison",
          "[views]") {
  Database database = schema::open_database_in_memory();
  parsers::Report other_board = monthly("b", "2023-12", "50");
  other_board.board = "Omsorgsnämnden";
  load(database, monthly("a", "2023-02", "45"));
  load(database, other_board);
  load(database, monthly("c", "2023-12", "60"), "0580");
  load(database, monthly("d", "2024-12", "70"), "");
  CHECK(
      rows(database, "SELECT municipality_code, board, value_text FROM comparison ORDER BY 1, 2") ==
      std::vector<std::string>{"0580|Socialnämnden|60", "1461|Omsorgsnämnden|50",
                               "1461|Socialnämnden|45"});
  CHECK(rows(database, "SELECT * FROM revisions").empty());
}

TEST_CASE("Per 1,000 inhabitants, with the year of the denominator", "[views]") {
  Database database = schema::open_database_in_memory();
  load(database, monthly("a", "2019-12", "45"));
  database.run("UPDATE observation SET period_end = '2019-12-31'");
  const double persons = static_cast<double>(database.integer(
      "SELECT persons FROM population WHERE municipality_code = '1461' AND year = 2019"));
  schema::Statement select =
      database.prepare("SELECT per_1000_inhabitants, population_year FROM comparison");
  REQUIRE(select.step());
  CHECK(select.real(0) == Approx(45000.0 / persons).margin(0.005));
  CHECK(select.integer(1) == 2019);
  // 2023 is missing: the nearest year that is known, and it is told.
  database.run("UPDATE observation SET period_end = '2023-12-31'");
  CHECK(rows(database, "SELECT population_year FROM comparison") ==
        std::vector<std::string>{"2024"});
  database.run("UPDATE observation SET unit = 'procent'");
  CHECK(rows(database, "SELECT per_1000_inhabitants, population_year FROM comparison") ==
        std::vector<std::string>{"-|-"});
}

namespace {

// Two parts and a sum that is printed with the wrong sign.
parsers::Report with_a_failed_sum() {
  parsers::Report r = report("a", "2023-12",
                             {reading({"Intäkter"}, {"Utfall"}, "2023", "utfall", "40", "tkr"),
                              reading({"Bidrag"}, {"Utfall"}, "2023", "utfall", "4", "tkr"),
                              reading({"Summa"}, {"Utfall"}, "2023", "utfall", "-44", "tkr")});
  parsers::Identity identity;
  identity.result = 2;
  identity.terms = {{0, 1}, {1, 1}};
  identity.expected = {44, 0};
  identity.tolerance = {1, 0};
  identity.outcome = parsers::IdentityOutcome::fails;
  identity.mends = {{2, parsers::MendKind::sign, {44, 0}}};
  identity.text = "Summa = Intäkter + Bidrag: -44 ≠ 44";
  r.identities = {identity};
  for (parsers::Reading& figure : r.readings) figure.status = parsers::Status::contradicted;
  return r;
}

}  // namespace

TEST_CASE("Failed identities are listed with their terms and mend", "[views]") {
  Database database = schema::open_database_in_memory();
  load(database, with_a_failed_sum());
  CHECK(rows(database,
             "SELECT contradiction, report, page, row_label, value, failed_check, expected, mend, "
             "replace(terms, char(10), '; ') FROM contradictions") ==
        std::vector<std::string>{"arithmetic|a|1|Summa|-44|Summa = Intäkter + Bidrag: -44 ≠ 44|44|"
                                 "sign of \"Summa\" under \"Utfall\", 44 instead of -44|"
                                 "+ Intäkter, Utfall (p. 1): 40; + Bidrag, Utfall (p. 1): 4"});
  CHECK(rows(database,
             "SELECT outcome, sign, row_label, value FROM identities ORDER BY sign, value") ==
        std::vector<std::string>{"fails|0|Summa|-44", "fails|1|Bidrag|4", "fails|1|Intäkter|40"});
  CHECK(rows(database, "SELECT DISTINCT status FROM observations") ==
        std::vector<std::string>{"contradicted"});
}

TEST_CASE("Places that name different periods are contradictions too", "[views]") {
  Database database = schema::open_database_in_memory();
  extract::Diagnostic diagnostic;
  diagnostic.code = "period-contradiction";
  diagnostic.page = 7;
  diagnostic.message = "the title names 2022, the months 2023";
  parsers::Report r = monthly("a", "2023-02", "45");
  r.pages = 8;
  const std::vector<extract::Diagnostic> diagnostics = {diagnostic};
  load(database, r, {.path = "", .manifest = nullptr, .diagnostics = diagnostics});
  CHECK(rows(database, "SELECT contradiction, report, page, failed_check FROM contradictions") ==
        std::vector<std::string>{"period|a|7|the title names 2022, the months 2023"});
}

TEST_CASE("The same value in two reports verifies both, in any order of loading", "[views]") {
  for (const bool turned : {false, true}) {
    Database database = schema::open_database_in_memory();
    std::vector<parsers::Report> reports = {monthly("feb", "2023-01/2023-02", "45"),
                                            monthly("dec", "2023-12", "45")};
    if (turned) std::swap(reports[0], reports[1]);
    for (const parsers::Report& r : reports) load(database, r);
    CHECK(rows(database, "SELECT report, status FROM observations ORDER BY report") ==
          std::vector<std::string>{"dec|verified", "feb|verified"});
    CHECK(rows(database, "SELECT status FROM comparison") == std::vector<std::string>{"verified"});
    CHECK(rows(database, "SELECT report, confirmed_by FROM confirmations ORDER BY report") ==
          std::vector<std::string>{"dec|feb", "feb|dec"});
  }
}

TEST_CASE("Another value, unit or municipality confirms nothing", "[views]") {
  Database database = schema::open_database_in_memory();
  load(database, monthly("dec", "2023-12", "45"));
  load(database, monthly("feb", "2023-01/2023-02", "46"));
  load(database, monthly("mars", "2023-03", "45", "procent"));
  load(database, monthly("maj", "2023-05", "45"), "1462");
  CHECK(rows(database, "SELECT DISTINCT status FROM observations") ==
        std::vector<std::string>{"unverified"});
}

TEST_CASE("A figure that its table contradicts stays so when another report repeats it",
          "[views]") {
  Database database = schema::open_database_in_memory();
  load(database, with_a_failed_sum());
  parsers::Report again = with_a_failed_sum();
  again.info.sha256 = sample::sha("b");
  load(database, again);
  CHECK(rows(database, "SELECT DISTINCT status FROM observations") ==
        std::vector<std::string>{"contradicted"});
}
