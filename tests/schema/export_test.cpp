#include "schema/export.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schema/csv.h"
#include "schema/excel_csv.h"
#include "schema/export_columns.h"
#include "schema/view_texts.h"
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
  CHECK(schema::export_csv(database, "observations", out) == 2);
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
  // All views that the database has: what is added to it can be exported too.
  std::vector<std::string> views(schema::exportable_views().begin(),
                                 schema::exportable_views().end());
  std::sort(views.begin(), views.end());
  CHECK(views ==
        sample::rows(database, "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name"));
  for (const std::string& view : views) {
    INFO(view);
    REQUIRE(schema::is_exportable(view));
    std::ostringstream csv, excel, lines;
    CHECK(schema::export_csv(database, view, csv) == 0);
    CHECK(csv.str().ends_with("\n"));
    CHECK(schema::export_excel_csv(database, view, excel) == 0);
    CHECK(excel.str().starts_with(schema::kExcelCsvStart));
    CHECK(schema::export_json_lines(database, view, lines) == 0);
    CHECK(lines.str().empty());
    for (const schema::ExportColumn& column : schema::export_columns(database, view)) {
      INFO(column.name);
      CHECK_FALSE(column.description.empty());
    }
  }
  std::vector<std::string> told;
  for (const schema::ViewText& text : schema::view_texts()) told.emplace_back(text.view);
  std::sort(told.begin(), told.end());
  CHECK(told == views);
  CHECK_FALSE(schema::is_exportable("observation; DROP TABLE report"));
  CHECK_FALSE(schema::is_exportable("sqlite_schema"));
}

TEST_CASE("The CSV of the observations has the view's rows", "[export][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  for (const char* name : {"b", "a"}) {
    sample::load(database,
                 sample::report(name, "2023",
                                {sample::reading({"Orosanmälningar"}, {"Utfall"}, "2023", "utfall",
                                                 "92.0", "antal"),
                                 sample::reading({"X"}, {"x"}, "2023", "utfall", "", "tkr")}));
  }
  std::ostringstream out;
  CHECK(schema::export_csv(database, "observations", out) == 4);
  const schema::CsvTable table = schema::CsvTable::parse(out.str(), "out.csv");
  CHECK(table.field(0, "report") == "a");
  CHECK(table.field(0, "status") == "verified");  // the other report says the same
  std::vector<std::string> rows;
  std::string select;
  for (const std::string& column : table.columns()) {
    if (column == "base_value") continue;  // exact in the export, floating point in the view
    select += "ifnull(" + (column == "value" ? "value_text" : column) + ", '') || '|' || ";
  }
  for (std::size_t row = 0; row < table.size(); ++row) {
    std::string text;
    for (const std::string& column : table.columns()) {
      if (column != "base_value") text += table.field(row, column) + "|";
    }
    rows.push_back(text);
  }
  CHECK(rows == sample::rows(database, "SELECT " + select +
                                           "'' FROM observations "
                                           "ORDER BY report, value_text IS NULL"));
}

TEST_CASE("JSON lines carry every text, numbers as printed", "[export][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  const std::string naughty =
      std::string("=cmd|' /C calc'!A0\"\\\r\n\t\x01\0", 26) + "\u202E\U0001F600";
  const std::string no_utf8 = "stem\xFF\xC3";
  parsers::Report report = sample::report(
      "a", "2023", {sample::reading({naughty}, {"x"}, "2023", "utfall", "92.040", "procent")});
  report.board = no_utf8;
  sample::load(database, report);
  std::ostringstream out;
  CHECK(schema::export_json_lines(database, "observations", out) == 1);
  CHECK(out.str().find("\"value\": 92.040,") != std::string::npos);
  const auto row = nlohmann::json::parse(out.str());
  CHECK(row["row_label"] == naughty);
  CHECK(row["board"] == "stem\uFFFD\uFFFD");
  CHECK(row["bytes"]["board"] == "7374656dffc3");
  CHECK(row["missing"].is_null());
  CHECK(row["municipality_code"] == "1461");
}
