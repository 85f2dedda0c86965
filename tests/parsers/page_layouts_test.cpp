// Layouts that once went wrong, each as the smallest page that shows it.

#include <catch2/catch.hpp>
#include <string>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

struct Case {
  const char* name;
  const char* picture;
  const char* grid;
};

std::string read(const extract::Page& page) {
  return support::page_text(parsers::find_page_tables(page, parsers::Furniture{}));
}

void check(const Case& c, bool rules) {
  INFO(c.name << (rules ? ", with rules" : ", without rules") << c.picture);
  support::Drawing drawing;
  drawing.rules = rules;
  CHECK(read(support::draw_page(c.picture, drawing)) == support::plain_grid(c.grid));
}

// The same grid with the rules drawn and without.
const Case kRuledOrNot[] = {
    {"months without figures yet", R"(
--------------------------------------------------------------
  Nyckeltal          jan   feb   mar   apr   maj   jun   jul
--------------------------------------------------------------
  Antal larm         345
  Antal besök        120
  Antal mil           77
--------------------------------------------------------------)",
     R"(
Nyckeltal   || jan | feb | mar | apr | maj | jun | jul
===
Antal larm  || 345 | | | | | |
Antal besök || 120 | | | | | |
Antal mil   || 77  | | | | | |)"},
    {"a quarter without figures yet", R"(
  Nyckeltal         Kv 1    Kv 2    Kv 3    Kv 4
  Antal larm         345     351
  Antal besök        120     118
  Antal mil           77      80)",
     R"(
Nyckeltal   || Kv 1 | Kv 2 | Kv 3 | Kv 4
===
Antal larm  || 345  | 351  |      |
Antal besök || 120  | 118  |      |
Antal mil   || 77   | 80   |      |)"},
    {"a wide heading of words over one column", R"(
  Nyckeltal         Andel  nöjda     Antal
  Hemtjänst                   87       351
  Boende                      91       118)",
     R"(
Nyckeltal || Andel nöjda | Antal
===
Hemtjänst || 87          | 351
Boende    || 91          | 118)"},
    {"indented rows, a sum", R"(
-----------------------------------------
  Verksamhet               2022   2023
-----------------------------------------
  Kostnader               1 200  1 311
    varav personal          120    131
    varav lokaler           518    530
  Intäkter                   77     80
    varav avgifter           12     13
-----------------------------------------
  Netto                   1 123  1 231
-----------------------------------------)",
     R"(
Verksamhet     || 2022  | 2023
===
Kostnader      || 1 200 | 1 311
varav personal || 120   | 131
varav lokaler  || 518   | 530
Intäkter       || 77    | 80
varav avgifter || 12    | 13
Netto          || 1 123 | 1 231)"},
    {"two columns of labels, the first blank where it repeats", R"(
  Område       Mått              2022   2023
  Hemtjänst    Antal larm         120    131
               Antal mil          518    530
  Boende       Antal larm          77     80
               Antal dygn       1 204  1 311)",
     R"(
Område    | Mått       || 2022  | 2023
===
Hemtjänst | Antal larm || 120   | 131
          | Antal mil  || 518   | 530
Boende    | Antal larm || 77    | 80
          | Antal dygn || 1 204 | 1 311)"},
    {"double rules at head and sum", R"(
+-----------------+-----+-----+-----+
| Nyckeltal       | jan | feb | mar |
+=================+=====+=====+=====+
| Antal larm      | 345 | 351 | 340 |
| Antal besök     | 120 | 118 | 119 |
+-----------------+-----+-----+-----+
| Summa           | 465 | 469 | 459 |
+=================+=====+=====+=====+)",
     R"(
Nyckeltal   || jan | feb | mar
===
Antal larm  || 345 | 351 | 340
Antal besök || 120 | 118 | 119
Summa       || 465 | 469 | 459)"},
    {"rules under the labels alone", R"(
  Nyckeltal            2022    2023
-------------------
  Antal larm           345     351
-------------------
  Antal besök          120     118
-------------------
  Antal mil             77      80)",
     R"(
Nyckeltal   || 2022 | 2023
===
Antal larm  || 345  | 351
Antal besök || 120  | 118
Antal mil   || 77   | 80)"},
    {"verticals alone, a rule under the boxhead", R"(
                 |     |
 Nyckeltal       | jan | feb
-----------------+-----+-----
 Antal larm      | 345 | 351
 Antal besök     | 120 | 118
 Antal mil       |  77 |  80)",
     R"(
Nyckeltal   || jan | feb
===
Antal larm  || 345 | 351
Antal besök || 120 | 118
Antal mil   || 77  | 80)"},
};

// Their rules tell.
const Case kRuled[] = {
    {"a frame around the table and a remark", R"(
+-----------------------------------------------+
|                                               |
|  +-----------------+-----+-----+-----+        |
|  | Nyckeltal       | jan | feb | mar |        |
|  +-----------------+-----+-----+-----+        |
|  | Antal larm      | 345 | 351 | 340 |        |
|  +-----------------+-----+-----+-----+        |
|  | Antal besök     | 120 | 118 | 119 |        |
|  +-----------------+-----+-----+-----+        |
|                                               |
|  Statistiken avser hela nämndens verksamhet   |
|                                               |
+-----------------------------------------------+)",
     R"(
Nyckeltal   || jan | feb | mar
===
Antal larm  || 345 | 351 | 340
Antal besök || 120 | 118 | 119)"},
    {"a part rule over two of four columns", R"(
-------------------------------------------------------
                         Utfall
                   ----------------
  Verksamhet          2022    2023      Budget   Avvik
-------------------------------------------------------
  Hemtjänst          1 200   1 300     1 250      -50
  Särskilt boende    4 500   4 700     4 400     -300
-------------------------------------------------------)",
     R"(
                || Utfall | <     |        |
Verksamhet      || 2022   | 2023  | Budget | Avvik
===
Hemtjänst       || 1 200  | 1 300 | 1 250  | -50
Särskilt boende || 4 500  | 4 700 | 4 400  | -300)"},
    {"a part rule over the last two", R"(
-------------------------------------------------------
                                         Budget
                                      ----------------
  Verksamhet          2022    2023      2022    2023
-------------------------------------------------------
  Hemtjänst          1 200   1 300     1 250      -50
  Särskilt boende    4 500   4 700     4 400     -300
-------------------------------------------------------)",
     R"(
                ||       |       | Budget | <
Verksamhet      || 2022  | 2023  | 2022   | 2023
===
Hemtjänst       || 1 200 | 1 300 | 1 250  | -50
Särskilt boende || 4 500 | 4 700 | 4 400  | -300)"},
};

}  // namespace

TEST_CASE("Layouts with and without their rules", "[page_layouts][issue-3]") {
  for (const Case& c : kRuledOrNot) {
    check(c, true);
    check(c, false);
  }
}

TEST_CASE("Layouts that their rules tell", "[page_layouts][issue-3]") {
  for (const Case& c : kRuled) check(c, true);
}

TEST_CASE("Turned headings head their columns", "[page_layouts][issue-3]") {
  for (const int rotation : {90, 270}) {
    INFO(rotation);
    extract::Page page = support::draw_page(R"(
+-----------+-----+-----+
|           |     |     |
|           |     |     |
|           |     |     |
|           |     |     |
+-----------+-----+-----+
| Larm      |  12 |  13 |
+-----------+-----+-----+
| Besök     |  20 |  21 |
+-----------+-----+-----+)");
    support::add_turned_word(page, "januari", 60 + 14.5 * 5 + 2.5, 127, rotation);
    support::add_turned_word(page, "februari", 60 + 20.5 * 5 + 2.5, 127, rotation);
    CHECK(read(page) == support::plain_grid(R"(
      || januari | februari
===
Larm  || 12      | 13
Besök || 20      | 21)"));
  }
}

TEST_CASE("A label that runs over its cell's edge is one label", "[page_layouts][issue-3]") {
  extract::Page page = support::draw_page(R"(
+-----------+-----------+-----+-----+
| Nyckeltal |           | jan | feb |
+-----------+-----------+-----+-----+
|           |           | 345 | 351 |
+-----------+-----------+-----+-----+
| Besök     |           | 120 | 118 |
+-----------+-----------+-----+-----+
| Mil       |           |  77 |  80 |
+-----------+-----------+-----+-----+)");
  support::Drawing drawing;
  drawing.top = 130;  // the third row of text
  support::draw_onto(page, "  Larm inom avtalad tid", drawing);
  const parsers::PageTables found = parsers::find_page_tables(page, parsers::Furniture{});
  REQUIRE(found.tables.size() == 1);
  CHECK_THAT(support::label_text(found.tables.front()),
             Catch::Contains("Larm inom avtalad tid : jan = 345\n"));
}
