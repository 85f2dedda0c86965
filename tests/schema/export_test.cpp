#include "schema/export.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "schema/csv.h"
#include "tests/schema/sample_report.h"

TEST_CASE("Observations as CSV come back byte for byte", "[export]") {
  schema::Database database = schema::open_database_in_memory();
  const std::string naughty = "=cmd|' /C calc'!A0, \"x\"\n\u202E\U0001F600";
  sample::load(
      database,
      sample::report("a", "2023",
                     {sample::reading({naughty}, {"x"}, "2023", "utfall", "92.04", "procent"),
                      sample::reading({"Resultat"}, {"x"}, "2023", "utfall", "-1633.7", "mnkr")}));
  std::ostringstream out;
  CHECK(schema::export_csv(database, out) == 2);
  const schema::CsvTable table = schema::CsvTable::parse(out.str(), "out.csv");
  REQUIRE(table.size() == 2);
  CHECK(table.field(0, "row_label") == naughty);
  CHECK(table.field(0, "value") == "92.04");
  CHECK(table.field(1, "base_value") == "-1633700000");
  CHECK(table.field(1, "municipality") == "Mellerud");

  // The header is the view's.
  schema::Statement select = database.prepare("SELECT * FROM observations LIMIT 0");
  std::vector<std::string> columns;
  for (int i = 0; i < select.column_count(); ++i) columns.emplace_back(select.column_name(i));
  CHECK(table.columns() == columns);
}

TEST_CASE("Every view can be exported, other names cannot", "[export]") {
  schema::Database database = schema::open_database_in_memory();
  for (const char* view :
       {"observations", "comparison", "comparison_sources", "files", "reports", "revisions",
        "contradictions", "identities", "confirmations", "unmatched_labels"}) {
    INFO(view);
    REQUIRE(schema::is_exportable(view));
    std::ostringstream out;
    CHECK(schema::export_view_csv(database, view, out) == 0);
    CHECK(out.str().ends_with("\n"));
  }
  CHECK_FALSE(schema::is_exportable("observation; DROP TABLE report"));
  CHECK_FALSE(schema::is_exportable("sqlite_schema"));
}
