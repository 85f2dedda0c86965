#include "schema/excel_csv.h"

#include <catch2/catch.hpp>

TEST_CASE("Excel gets no text that it would run or change", "[export][issue-5]") {
  struct Case {
    std::string text;
    bool guarded;
  };
  const Case cases[] = {
      {"=cmd|' /C calc'!A0", true},
      {"+46 530 180 00", true},
      {"-", true},
      {"-1 633,7", true},
      {"@SUM(A1)", true},
      {"\t=1+1", true},
      {"\r=1+1", true},
      {" =1+1", true},
      {"\n=1+1", true},
      {"\uFF1D1+1", true},
      {"'quoted'", true},
      {"0580", true},
      {"1-2", true},
      {"2023-01", true},
      {"12:30", true},
      {"1e5", true},
      {"1234567890123456", true},
      {"2023", false},
      {"0", false},
      {"Mellerud", false},
      {"jan-23", false},
      {"a=b", false},
      {"", false},
      {" ", false},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(schema::needs_excel_guard(c.text) == c.guarded);
  }
}

TEST_CASE("A field for Excel comes back byte for byte", "[export][issue-5]") {
  const auto field = [](std::string_view text, schema::ColumnType type) {
    std::string out;
    schema::append_excel_field(out, text, type);
    return out;
  };
  CHECK(field("-1633.70", schema::ColumnType::number) == "-1633,70");
  CHECK(field("12", schema::ColumnType::integer) == "12");
  CHECK(field("2023-01-31", schema::ColumnType::date) == "2023-01-31");
  CHECK(field("=1+1", schema::ColumnType::number) == "'=1+1");
  CHECK(field("a;b \"c\"\r\nd", schema::ColumnType::text) == "\"a;b \"\"c\"\"\r\nd\"");
  CHECK(field("=1;2", schema::ColumnType::text) == "\"'=1;2\"");
  CHECK(field("'x", schema::ColumnType::text) == "''x");
}
