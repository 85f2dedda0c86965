#include "schema/csv.h"

#include <catch2/catch.hpp>

#include "extract/error.h"

using schema::CsvTable;
using schema::parse_csv;

TEST_CASE("CSV rows of RFC 4180", "[csv]") {
  struct Case {
    const char* text;
    std::vector<std::vector<std::string>> rows;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"a", {{"a"}}},
      {"a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
      {"a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
      {"\xEF\xBB\xBF"
       "a\n1",
       {{"a"}, {"1"}}},
      {"a\n\n1\n", {{"a"}, {"1"}}},
      {",\n", {{"", ""}}},
      {"\"a,b\",c\n", {{"a,b", "c"}}},
      {"\"say \"\"hej\"\"\"\n", {{"say \"hej\""}}},
      {"\"two\nlines\",x\n", {{"two\nlines", "x"}}},
      {"\"\"\n", {{""}}},
      {"a,\n", {{"a", ""}}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    std::vector<std::vector<std::string>> rows;
    for (const schema::CsvRow& row : parse_csv(c.text, "t.csv")) rows.push_back(row.fields);
    CHECK(rows == c.rows);
  }
}

TEST_CASE("CSV that is none is refused with its line", "[csv]") {
  struct Case {
    const char* text;
    const char* message;
  };
  for (const Case& c :
       {Case{"a\n\"open\n", "t.csv: line 2: a quote is not closed"},
        Case{"a\nb\"c\n", "t.csv: line 2: a quote inside a field that is not quoted"},
        Case{"\"a\"b\n", "t.csv: line 1: text after a closing quote"}}) {
    INFO(c.text);
    CHECK_THROWS_WITH(parse_csv(c.text, "t.csv"), c.message);
  }
  CHECK_THROWS_WITH(CsvTable::parse("a,a\n", "t.csv"), "t.csv: line 1: two columns are named a");
  CHECK_THROWS_WITH(CsvTable::parse("a\n\"x\ny\"\n1,2\n", "t.csv"),
                    "t.csv: line 4: 2 fields for 1 columns");
}

TEST_CASE("A CSV table finds fields by column", "[csv]") {
  const CsvTable table = CsvTable::parse("path,title\na.pdf\nb.pdf,B\n", "t.csv");
  REQUIRE(table.size() == 2);
  CHECK(table.field(0, "title") == "");
  CHECK(table.field(1, "title") == "B");
  CHECK(table.field(1, "none") == "");
  CHECK(table.line(1) == 3);
}

TEST_CASE("Of a CSV table rows can be left out", "[csv]") {
  const CsvTable table = CsvTable::parse(
      "a,b\n1,x\n2,y\n3,x\n", "f",
      [](const CsvTable& head, const schema::CsvRow& row) { return head.field(row, "b") == "x"; });
  REQUIRE(table.size() == 2);
  CHECK(table.field(1, "a") == "3");
  CHECK(table.line(1) == 4);
  CHECK(table.columns() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("What is written is read back", "[csv]") {
  const std::vector<std::string> fields = {
      "",    "plain", "a,b", "say \"hej\"", "two\nlines", "\r", "=cmd|x!",
      " å ", "\t",    "\"",  "\U0001F600",  "'",          "a;b"};
  const std::string text = schema::csv_row(fields);
  const auto rows = parse_csv(text, "t.csv");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].fields == fields);
}
