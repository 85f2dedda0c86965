// Corrections go out as CSV and come back from a spreadsheet or OpenRefine.

#include "schema/correction_csv.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "extract/error.h"
#include "schema/corrections.h"
#include "schema/csv.h"
#include "schema/export.h"
#include "tests/schema/sample_report.h"

using sample::rows;
using schema::Database;

namespace {

const std::string kHeader =
    "id,report_sha256,page,table_title,row_label,column_label,raw,value_read,action,value,made_by,"
    "made_at,reason,replaces\n";

std::string row(const std::string& action, const std::string& value, const std::string& page = "1",
                const std::string& day = "2024-02-01") {
  return "," + sample::sha("a") + "," + page + ",,jan,Antal,45,45," + action + "," + value +
         ",Ada," + day + ",\"läst, \"\"fel\"\"\",\n";
}

std::string exported(Database& database) {
  std::ostringstream out;
  schema::export_csv(database, "corrections", out);
  return out.str();
}

Database with_report() {
  Database database = schema::open_database_in_memory();
  sample::load(
      database,
      sample::report("a", "2023-12",
                     {sample::reading({"jan"}, {"Antal"}, "2023-01", "utfall", "45", "antal")}));
  return database;
}

}  // namespace

TEST_CASE("A file of corrections is imported; twice changes nothing", "[correction_csv][issue-5]") {
  Database database = with_report();
  const std::string text = "\xEF\xBB\xBF" + kHeader + row("set", "54");
  const auto first = schema::import_corrections(database, text, "c.csv");
  CHECK(first.added == 1);
  CHECK(first.faults.empty());
  CHECK(rows(database, "SELECT value_text, corrected FROM observations") ==
        std::vector<std::string>{"54|1"});
  const std::string once = exported(database);
  const auto second = schema::import_corrections(database, text, "c.csv");
  CHECK(second.added == 0);
  CHECK(second.unchanged == 1);
  CHECK(schema::import_corrections(database, once, "out.csv").unchanged == 1);
  CHECK(exported(database) == once);

  Database other = with_report();
  CHECK(schema::import_corrections(other, once, "out.csv").added == 1);
  CHECK(exported(other) == once);
}

TEST_CASE("A row edited outside replaces what it was", "[correction_csv][issue-5]") {
  Database database = with_report();
  schema::import_corrections(database, kHeader + row("set", "54"), "c.csv");
  std::string edited = exported(database);
  edited.replace(edited.find("set,54"), 6, "set,55");
  CHECK(schema::import_corrections(database, edited, "c.csv").added == 1);
  CHECK(schema::import_corrections(database, edited, "c.csv").added == 0);
  CHECK(rows(database, "SELECT value_text FROM observations") == std::vector<std::string>{"55"});
  CHECK(rows(database, "SELECT value, state FROM corrections ORDER BY value") ==
        std::vector<std::string>{"54|replaced", "55|applied"});
  // A new row about the figure, of the same day, replaces what stands.
  schema::import_corrections(database, kHeader + row("wrong", ""), "c.csv");
  CHECK(rows(database, "SELECT status FROM observations") ==
        std::vector<std::string>{"contradicted"});
  // The figure of a correction is not to be moved.
  std::string moved = exported(database);
  moved.replace(moved.find(",jan,"), 5, ",feb,");
  const auto refused = schema::import_corrections(database, moved, "c.csv");
  CHECK(refused.added == 0);
  REQUIRE(refused.faults.size() == 1);
  CHECK(refused.faults[0].message.find("leave the id empty for a new correction") !=
        std::string::npos);
}

TEST_CASE("Bad lines are told with their number, the others are stored",
          "[correction_csv][issue-5]") {
  Database database = with_report();
  const auto result = schema::import_corrections(
      database,
      kHeader + row("set", "5 4") + row("mend", "54") + row("confirm", "") + row("set", "") +
          row("set", "54", "x") + row("set", "54", "1", "i går") + ",short\n" +
          row("set", "54").insert(row("set", "54").size() - 1, ",x,y"),
      "c.csv");
  CHECK(result.added == 1);
  std::vector<std::string> told;
  for (const schema::LineFault& fault : result.faults) {
    told.push_back(std::to_string(fault.line) + ": " + fault.message);
  }
  CHECK(told ==
        std::vector<std::string>{"2: value must be a number such as 1234.5, not \"5 4\"",
                                 "3: action must be set, wrong, confirm or withdraw, not \"mend\"",
                                 "5: value must be a number such as 1234.5, not \"\"",
                                 "6: page must be a number from 1",
                                 "7: made_at must be a date such as 2023-06-30, not \"i går\"",
                                 "8: action must be set, wrong, confirm or withdraw, not \"\"",
                                 "9: has more fields than the header"});
  CHECK(rows(database, "SELECT action, state FROM corrections") ==
        std::vector<std::string>{"confirm|applied"});
  CHECK_THROWS_WITH(schema::import_corrections(database, "id,page\n", "c.csv"),
                    "c.csv: has no column report_sha256");
  CHECK_THROWS_WITH(schema::import_corrections(database, "", "c.csv"), "c.csv: is empty");
}

TEST_CASE("Naughty texts come back byte for byte", "[correction_csv]") {
  Database database = schema::open_database_in_memory();
  schema::Correction correction{
      {sample::sha("a"), 1, "=cmd|' /C calc'!A0", "rad\n\"två\"", "\u202Egnilddaw", "\x01", "1"},
      schema::CorrectionAction::set,
      "2",
      "@Ada; DROP TABLE correction",
      "2024-02-01",
      "😀, a\tb\r\nc",
      ""};
  schema::add_correction(database, correction);
  const std::string once = exported(database);
  Database other = schema::open_database_in_memory();
  CHECK(schema::import_corrections(other, once, "c.csv").added == 1);
  const char* kAll = "SELECT * FROM correction";
  CHECK(rows(other, kAll) == rows(database, kAll));
}
