#include "parsers/column_numbers.h"

#include <catch2/catch.hpp>
#include <vector>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

TEST_CASE("Numbers of columns count up from the first", "[column_numbers][issue-3]") {
  struct Row {
    std::vector<std::string> texts;
    bool expected;
  };
  for (const Row& row : {
           Row{{"1", "2", "3", "4"}, true},
           {{"(1)", "(2)", "(3)", "(4)", "(5)"}, true},
           {{"2", "3", "4", "5"}, true},
           {{"1", "2", "3"}, false},  // too few: figures may do so
           {{"3", "4", "5", "6"}, false},
           {{"1", "2", "4", "5"}, false},
           {{"Larm", "1", "2", "3", "4"}, false},  // a label: a row
           {{"(1)", "2", "(3)", "4"}, false},
           {{}, false},
       }) {
    CHECK(parsers::numbers_columns(row.texts, {}) == row.expected);
  }
}

TEST_CASE("Numbers of columns are headings", "[column_numbers][issue-3]") {
  const char* const ruled = R"(
+---------+-------+-------+-------+-------+
| Slag    | 2007  | 2008  | 2009  | 2010  |
+---------+-------+-------+-------+-------+
|         | (1)   | (2)   | (3)   | (4)   |
+---------+-------+-------+-------+-------+
| Resor   |   120 |   131 |   125 |   128 |
+---------+-------+-------+-------+-------+
| Hyror   |    70 |    80 |    71 |    75 |
+---------+-------+-------+-------+-------+)";
  const char* const open = R"(
-------------------------------------------
  Slag      2007    2008    2009    2010
             (1)     (2)     (3)     (4)
-------------------------------------------
  Resor      120     131     125     128
  Hyror       70      80      71      75
-------------------------------------------)";
  for (const char* const picture : {ruled, open}) {
    INFO(picture);
    const auto found = parsers::find_page_tables(support::draw_page(picture), parsers::Furniture{});
    CHECK(support::plain_grid(support::page_text(found)) == support::plain_grid(R"(
Slag  || 2007 | 2008 | 2009 | 2010
      || (1)  | (2)  | (3)  | (4)
===
Resor || 120  | 131  | 125  | 128
Hyror || 70   | 80   | 71   | 75)"));
  }
}
