#include "app/row_set.h"

#include <catch2/catch.hpp>

using app::print_rows;
using app::RowFormat;
using app::RowSet;

namespace {
const RowSet kRows = {{"row_label", "page", "value"},
                      {{"Hemtjänst, \"egen regi\"", 6, "-45.50"}, {"Säbo", 12, nullptr}},
                      0};
const RowSet kNone = {{"row_label", "page"}, {}, 0};
}  // namespace

TEST_CASE("rows are printed in three formats", "[row_set]") {
  CHECK(print_rows(kRows, RowFormat::table) ==
        "ROW LABEL               PAGE   VALUE\n"
        "Hemtjänst, \"egen regi\"     6  -45.50\n"
        "Säbo                      12\n");
  CHECK(print_rows(kRows, RowFormat::csv) ==
        "row_label,page,value\n"
        "\"Hemtjänst, \"\"egen regi\"\"\",6,-45.50\n"
        "Säbo,12,\n");
  CHECK(print_rows(kRows, RowFormat::json) ==
        "[\n"
        "{\"row_label\":\"Hemtjänst, \\\"egen regi\\\"\",\"page\":6,\"value\":\"-45.50\"},\n"
        "{\"row_label\":\"Säbo\",\"page\":12,\"value\":null}\n"
        "]\n");
}

TEST_CASE("a table leaves out what is not for reading, the other formats do not", "[row_set]") {
  RowSet rows = kRows;
  rows.readable = 2;
  CHECK(print_rows(rows, RowFormat::table) ==
        "ROW LABEL               PAGE\n"
        "Hemtjänst, \"egen regi\"     6\n"
        "Säbo                      12\n");
  CHECK(print_rows(rows, RowFormat::csv) == print_rows(kRows, RowFormat::csv));
  CHECK(print_rows(rows, RowFormat::json) == print_rows(kRows, RowFormat::json));
}

TEST_CASE("no rows are a head, or an empty array", "[row_set]") {
  CHECK(print_rows(kNone, RowFormat::table) == "ROW LABEL  PAGE\n");
  CHECK(print_rows(kNone, RowFormat::csv) == "row_label,page\n");
  CHECK(print_rows(kNone, RowFormat::json) == "[\n]\n");
}

TEST_CASE("a query keeps texts as texts and gives integers where they are asked for", "[row_set]") {
  schema::Database database = schema::Database::in_memory();
  schema::Statement query = database.prepare("SELECT '0580' AS code, 7 AS page, NULL AS note");
  const std::vector<std::string_view> integers = {"page"};
  const RowSet rows = app::query_rows(query, integers);
  CHECK(rows.columns == std::vector<std::string>{"code", "page", "note"});
  REQUIRE(rows.rows.size() == 1);
  CHECK(rows.rows[0] == std::vector<app::Json>{"0580", 7, nullptr});
}
