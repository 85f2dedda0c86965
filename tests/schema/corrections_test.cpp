// What people say of figures stays through re-readings, or is told to be stale.

#include "schema/corrections.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "tests/schema/sample_report.h"

using sample::load;
using sample::reading;
using sample::report;
using sample::rows;
using schema::Correction;
using schema::CorrectionAction;
using schema::Database;

namespace {

const std::string kFigure = "Barn och Unga / Anmälningar Unga";

parsers::Report monthly(const std::string& name, const std::string& when, const std::string& jan) {
  return report(
      name, when,
      {reading({"jan"}, {"Barn och Unga", "Anmälningar Unga"}, "2023-01", "utfall", jan, "antal"),
       reading({"jan"}, {"Något annat"}, "2023-01", "utfall", "7", "antal")});
}

Correction correction(const std::string& name, const std::string& read, CorrectionAction action,
                      const std::string& value = "", const std::string& day = "2024-02-01") {
  return {{sample::sha(name), 1, "", "jan", kFigure, read, read == "-" ? "" : read},
          action,
          value,
          "Ada",
          day,
          "looked at the page",
          ""};
}

std::vector<std::string> shown(Database& database) {
  return rows(database,
              "SELECT report, value_text, status, corrected, raw, missing FROM observations "
              "WHERE column_label LIKE 'Barn%' ORDER BY report");
}

std::vector<std::string> compared(Database& database) {
  return rows(database, "SELECT report, value_text, status, corrected FROM comparison");
}

std::vector<std::string> states(Database& database) {
  return rows(database, "SELECT action, value, state, why_stale FROM corrections ORDER BY made_at");
}

}  // namespace

TEST_CASE("A correction is shown, the machine's reading stays", "[corrections][issue-5]") {
  Database database = schema::open_database_in_memory();
  load(database, monthly("dec", "2023-12", "45"));
  CHECK(schema::add_correction(database, correction("dec", "45", CorrectionAction::set, "54")));
  CHECK(shown(database) == std::vector<std::string>{"dec|54|verified|1|45|-"});
  CHECK(compared(database) == std::vector<std::string>{"dec|54|verified|1"});
  CHECK(rows(database, "SELECT digits, scale, raw FROM observation WHERE position = 1") ==
        std::vector<std::string>{"45|0|45"});
  CHECK(states(database) == std::vector<std::string>{"set|54|applied|-"});
  // The other figure of the row is as it was.
  CHECK(rows(database, "SELECT value_text, corrected FROM observations WHERE raw = '7'") ==
        std::vector<std::string>{"7|0"});
}

TEST_CASE("Marked wrong, a figure leaves the comparison to the older report", "[corrections]") {
  for (const bool first : {false, true}) {
    INFO("corrected before loading: " << first);
    Database database = schema::open_database_in_memory();
    const Correction wrong = correction("dec", "450", CorrectionAction::wrong);
    if (first) schema::add_correction(database, wrong);
    load(database, monthly("dec", "2023-12", "450"));
    load(database, monthly("feb", "2023-02", "45"));
    if (!first) schema::add_correction(database, wrong);
    CHECK(shown(database) ==
          std::vector<std::string>{"dec|450|contradicted|0|450|-", "feb|45|unverified|0|45|-"});
    CHECK(compared(database) == std::vector<std::string>{"feb|45|unverified|0"});
    CHECK(rows(database, "SELECT * FROM revisions").empty());
    // Taken back, the newest report's word counts again.
    schema::add_correction(database,
                           correction("dec", "450", CorrectionAction::withdraw, "", "2024-03-01"));
    CHECK(compared(database) == std::vector<std::string>{"dec|450|unverified|0"});
    CHECK(states(database) == std::vector<std::string>{"wrong||replaced|-", "withdraw||applied|-"});
  }
}

TEST_CASE("A confirmed figure is verified; a corrected one agrees with other reports",
          "[corrections]") {
  Database database = schema::open_database_in_memory();
  load(database, monthly("dec", "2023-12", "45"));
  schema::add_correction(database, correction("dec", "45", CorrectionAction::confirm));
  CHECK(compared(database) == std::vector<std::string>{"dec|45|verified|0"});
  load(database, monthly("feb", "2023-02", "46"));
  CHECK(rows(database, "SELECT old_value, new_value FROM revisions") ==
        std::vector<std::string>{"46|45"});
  // The older report was misread: the two agree, and nothing is revised.
  schema::add_correction(database, correction("feb", "46", CorrectionAction::set, "45"));
  CHECK(rows(database, "SELECT * FROM revisions").empty());
  CHECK(rows(database,
             "SELECT report, confirmed_by FROM confirmations WHERE value = '45' ORDER BY report") ==
        std::vector<std::string>{"dec|feb", "feb|dec"});
}

TEST_CASE("A figure that could not be read can be given its value", "[corrections]") {
  Database database = schema::open_database_in_memory();
  load(database, monthly("dec", "2023-12", "-"));
  CHECK(compared(database).empty());
  schema::add_correction(database, correction("dec", "-", CorrectionAction::set, "45"));
  CHECK(shown(database) == std::vector<std::string>{"dec|45|verified|1|-|-"});
  CHECK(compared(database) == std::vector<std::string>{"dec|45|verified|1"});
  schema::add_correction(database,
                         correction("dec", "-", CorrectionAction::withdraw, "", "2024-03-01"));
  CHECK(compared(database).empty());
  CHECK(shown(database) == std::vector<std::string>{"dec|-|unverified|0|-|nothing_to_report"});
}

TEST_CASE("A re-reading replays corrections, whatever the positions", "[corrections][issue-5]") {
  Database database = schema::open_database_in_memory();
  load(database, monthly("dec", "2023-12", "45"));
  schema::add_correction(database, correction("dec", "45", CorrectionAction::set, "54"));
  parsers::Report again = monthly("dec", "2023-12", "45");
  std::swap(again.readings[0], again.readings[1]);
  again.readings.insert(again.readings.begin(),
                        reading({"feb"}, {"Något annat"}, "2023-02", "utfall", "8", "antal"));
  CHECK(load(database, again, "1461", "0.2.0") == sample::Loaded::replaced);
  CHECK(compared(database) == std::vector<std::string>{"dec|54|verified|1"});
  CHECK(states(database) == std::vector<std::string>{"set|54|applied|-"});
}

TEST_CASE("A correction whose figure has changed underneath is stale", "[corrections][issue-5]") {
  Database database = schema::open_database_in_memory();
  schema::add_correction(database, correction("dec", "45", CorrectionAction::set, "54"));
  CHECK(states(database) ==
        std::vector<std::string>{"set|54|stale|the report is not in the database"});
  load(database, monthly("dec", "2023-12", "46"));
  CHECK(compared(database) == std::vector<std::string>{"dec|46|unverified|0"});
  CHECK(states(database) ==
        std::vector<std::string>{"set|54|stale|the figure is read otherwise now: 46"});
  // Gone, and back as it was.
  load(database, report("dec", "2023-12", {}), "1461", "0.2.0");
  CHECK(states(database) ==
        std::vector<std::string>{"set|54|stale|the report has no such figure now"});
  load(database, monthly("dec", "2023-12", "45"), "1461", "0.3.0");
  CHECK(compared(database) == std::vector<std::string>{"dec|54|verified|1"});
  // The same text, understood as another value.
  parsers::Report otherwise = monthly("dec", "2023-12", "45");
  otherwise.readings[0].value = parsers::Decimal{4, 0};
  load(database, otherwise, "1461", "0.4.0");
  CHECK(compared(database) == std::vector<std::string>{"dec|4|unverified|0"});
}

TEST_CASE("Where several figures fit, none is changed", "[corrections]") {
  Database database = schema::open_database_in_memory();
  parsers::Report twice = monthly("dec", "2023-12", "45");
  twice.readings.push_back(twice.readings[0]);
  load(database, twice);
  schema::add_correction(database, correction("dec", "45", CorrectionAction::set, "54"));
  CHECK(database.integer("SELECT count(*) FROM observations WHERE corrected = 1") == 0);
  CHECK(states(database) ==
        std::vector<std::string>{"set|54|stale|several figures have these labels and this text"});
}

TEST_CASE("The order of corrections and reports changes nothing", "[corrections][issue-5]") {
  Correction first = correction("dec", "45", CorrectionAction::set, "54");
  Correction second = correction("dec", "45", CorrectionAction::set, "55", "2024-01-01");
  second.made_by = "Bo";
  const Correction wrong = correction("feb", "44", CorrectionAction::wrong);
  std::vector<std::string> expected;
  for (const int order : {0, 1, 2, 3}) {
    INFO(order);
    Database database = schema::open_database_in_memory();
    const auto reports = [&] {
      load(database, monthly(order % 2 == 0 ? "dec" : "feb", order % 2 == 0 ? "2023-12" : "2023-02",
                             order % 2 == 0 ? "45" : "44"));
      load(database, monthly(order % 2 == 1 ? "dec" : "feb", order % 2 == 1 ? "2023-12" : "2023-02",
                             order % 2 == 1 ? "45" : "44"));
    };
    if (order >= 2) reports();
    CHECK(schema::add_corrections(
              database, order % 2 == 0 ? std::vector<Correction>{first, second, wrong}
                                       : std::vector<Correction>{wrong, second, first}) == 3);
    if (order < 2) reports();
    std::vector<std::string> all = shown(database);
    for (const char* sql : {"SELECT * FROM comparison", "SELECT * FROM corrections ORDER BY id",
                            "SELECT * FROM revisions"}) {
      const auto more = rows(database, sql);
      all.insert(all.end(), more.begin(), more.end());
    }
    if (expected.empty()) expected = all;
    CHECK(all == expected);
    CHECK(compared(database) == std::vector<std::string>{"dec|54|verified|1"});  // the later day
  }
}

TEST_CASE("Money is set right in its unit; the base value keeps its sign", "[corrections]") {
  Database database = schema::open_database_in_memory();
  parsers::Report accounts = report(
      "a", "2023-12", {reading({"Nettokostnad"}, {"Utfall"}, "2023", "utfall", "-1.5", "mnkr")});
  accounts.readings[0].comparison_sign = -1;
  load(database, accounts);
  CHECK(rows(database, "SELECT value_text, base_value FROM observations") ==
        std::vector<std::string>{"-1.5|1500000.0"});
  Correction set = correction("a", "-1.5", CorrectionAction::set, "-2.5");
  set.figure.row_label = "Nettokostnad";
  set.figure.column_label = "Utfall";
  schema::add_correction(database, set);
  CHECK(rows(database, "SELECT value_text, base_value FROM observations") ==
        std::vector<std::string>{"-2.5|2500000.0"});
}

TEST_CASE("A sum set right no longer fails", "[corrections]") {
  const auto failing = [] {
    parsers::Report r = report("a", "2023-12",
                               {reading({"Intäkter"}, {"Utfall"}, "2023", "utfall", "40", "tkr"),
                                reading({"Bidrag"}, {"Utfall"}, "2023", "utfall", "4", "tkr"),
                                reading({"Summa"}, {"Utfall"}, "2023", "utfall", "54", "tkr")});
    parsers::Identity identity;
    identity.result = 2;
    identity.terms = {{0, 1}, {1, 1}};
    identity.expected = {44, 0};
    identity.tolerance = {1, 0};
    identity.outcome = parsers::IdentityOutcome::fails;
    identity.text = "Summa = Intäkter + Bidrag: 54 ≠ 44";
    r.identities = {identity};
    return r;
  };
  struct Case {
    CorrectionAction action;
    const char* value;
    std::int64_t left;
  };
  for (const Case& c :
       {Case{CorrectionAction::set, "44", 0}, Case{CorrectionAction::set, "50", 1},
        Case{CorrectionAction::wrong, "", 0}, Case{CorrectionAction::confirm, "", 1}}) {
    Database database = schema::open_database_in_memory();
    load(database, failing());
    Correction said = correction("a", "54", c.action, c.value);
    said.figure.row_label = "Summa";
    said.figure.column_label = "Utfall";
    schema::add_correction(database, said);
    INFO(schema::name(c.action) << " " << c.value);
    CHECK(database.integer("SELECT count(*) FROM contradictions") == c.left);
  }
}

TEST_CASE("Said again, a correction changes nothing; incomplete ones are refused",
          "[corrections]") {
  Database database = schema::open_database_in_memory();
  const Correction set = correction("dec", "45", CorrectionAction::set, "54");
  CHECK(schema::add_correction(database, set));
  CHECK_FALSE(schema::add_correction(database, set));
  CHECK(database.integer("SELECT count(*) FROM correction") == 1);

  const auto fault = [&](auto change) {
    Correction bad = set;
    change(bad);
    CHECK_THROWS_AS(schema::add_correction(database, bad), extract::Error);
    return schema::fault(bad);
  };
  CHECK(fault([](Correction& c) { c.value = "1 234"; }) ==
        "value must be a number such as 1234.5, not \"1 234\"");
  CHECK(fault([](Correction& c) { c.action = CorrectionAction::wrong; }) ==
        "value belongs to the action set only");
  CHECK(fault([](Correction& c) { c.made_by = ""; }) == "made_by must say who");
  CHECK(fault([](Correction& c) { c.reason = ""; }) == "reason must say why");
  CHECK(fault([](Correction& c) { c.made_at = "2024-13-01"; }) ==
        "made_at must be a date such as 2023-06-30, not \"2024-13-01\"");
  CHECK(fault([](Correction& c) { c.made_at = "2024-01"; }) != "");
  CHECK(fault([](Correction& c) { c.figure.page = 0; }) == "page must be a number from 1");
  CHECK(fault([](Correction& c) { c.figure.report_sha256 = "abc"; }) ==
        "report_sha256 must be 64 hexadecimal digits");
}
