#include "parsers/heading_spans.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

struct Case {
  const char* name;
  const char* picture;
  const char* boxhead;  // without the line under it
};

// The recovered grid down to the boxhead's end.
std::string boxhead(const char* picture, const support::Drawing& drawing) {
  const extract::Page page = support::draw_page(picture, drawing);
  const std::string text =
      support::page_text(parsers::find_page_tables(page, parsers::Furniture{}));
  return text.substr(0, text.find("\n=\n"));
}

// Leaf headings repeat; the headings above tell the columns apart, wherever they stand.
const Case kRepeats[] = {
    {"left over left-aligned figures", R"(
                      Utfall          Budget
  Verksamhet          2022    2023    2022    2023
  Hemtjänst           1 200   1 300   1 250   1 280
  Särskilt boende     4 500   4 700   4 400   4 600
  Daglig verksamhet   310     320     300     330)",
     R"(
           || Utfall | <    | Budget | <
Verksamhet || 2022   | 2023 | 2022   | 2023)"},
    {"left over right-aligned figures, stub head on the upper line", R"(
  Verksamhet          Utfall            Budget
                        2022    2023      2022    2023
  Hemtjänst            1 200   1 300     1 250   1 280
  Särskilt boende      4 500   4 700     4 400   4 600)",
     R"(
Verksamhet || Utfall | <    | Budget | <
           || 2022   | 2023 | 2022   | 2023)"},
    {"left of its columns' figures, a last column of its own", R"(
                   Utfall                    Budget
  Verksamhet                 2022    2023      2022    2023   Avvikelse
  Hemtjänst                 1 200   1 300     1 250   1 280          30
  Daglig verksamhet           310     320       300     330          -3)",
     R"(
           || Utfall | <    | Budget | <    |
Verksamhet || 2022   | 2023 | 2022   | 2023 | Avvikelse)"},
    {"right-aligned", R"(
                              Utfall            Budget
  Verksamhet            2022    2023      2022    2023
  Hemtjänst            1 200   1 300     1 250   1 280
  Särskilt boende      4 500   4 700     4 400   4 600)",
     R"(
           || Utfall | <    | Budget | <
Verksamhet || 2022   | 2023 | 2022   | 2023)"},
    {"centred over three", R"(
                            Antal                     Andel
  Verksamhet            Män   Kvinnor  Totalt     Män   Kvinnor  Totalt
  Hemtjänst              12        13      25      48        52     100
  Boende                 20        20      40      50        50     100)",
     R"(
           || Antal | <       | <      | Andel | <       | <
Verksamhet || Män   | Kvinnor | Totalt | Män   | Kvinnor | Totalt)"},
    {"two words that would fit two columns", R"(
  Antal personer       Hemtjänst                     Särskilt boende
                       Män     Kvinnor    Totalt     Män     Kvinnor    Totalt
  2021                  12          13        25      48          52       100
  2022                  20          20        40      50          50       100)",
     R"(
Antal personer || Hemtjänst | <       | <      | Särskilt boende | <       | <
               || Män       | Kvinnor | Totalt | Män             | Kvinnor | Totalt)"},
    {"three levels", R"(
                      Barn                            Vuxna
                      Utfall          Budget          Utfall          Budget
  Verksamhet          2022    2023    2022    2023    2022    2023    2022    2023
  Hemtjänst           1 200   1 300   1 250   1 280   1 200   1 300   1 250   1 280
  Särskilt boende     4 500   4 700   4 400   4 600   4 500   4 700   4 400   4 600)",
     R"(
           || Barn   | <    | <      | <    | Vuxna  | <    | <      | <
           || Utfall | <    | Budget | <    | Utfall | <    | Budget | <
Verksamhet || 2022   | 2023 | 2022   | 2023 | 2022   | 2023 | 2022   | 2023)"},
};

// Headings of one column each.
const Case kSingle[] = {
    {"wrapped headings whose last lines repeat", R"(
                      Bokslut   Budget    Budget   Avvikelse
  Verksamhet             2021     2021      2022        2022
  Hemtjänst             1 200    1 300     1 250        -50
  Särskilt boende       4 500    4 700     4 400        300)",
     "Verksamhet || Bokslut 2021 | Budget 2021 | Budget 2022 | Avvikelse 2022"},
    {"a wrapped heading in each round", R"(
                                   Varav                 Varav
  Verksamhet            Antal    kvinnor      Antal    kvinnor
  Hemtjänst             1 200      1 300      1 250      1 280
  Boende                4 500      4 700      4 400      4 600)",
     "Verksamhet || Antal | Varav kvinnor | Antal | Varav kvinnor"},
    {"wrapped headings that do not repeat", R"(
                     Antal       Kostnad
  Verksamhet         platser     per plats     Andel
  Hemtjänst               12        13           25
  Boende                  20        20           40)",
     "Verksamhet || Antal platser | Kostnad per plats | Andel"},
    {"headings of several lines, ending on different ones", R"(
                               Utfall    Avvikelse
  Verksamhet        Budget    jan-mar       mot          Prognos
                      2023       2023      budget           2023
  Hemtjänst          1 200    1 300         1 250          1 280
  Boende             4 500    4 700         4 400          4 600)",
     "Verksamhet || Budget 2023 | Utfall jan-mar 2023 | Avvikelse mot budget | Prognos 2023"},
};

// Rules that say where headings end.
const Case kRuled[] = {
    {"rules under part of the columns", R"(
-------------------------------------------------------
                                Utfall
                   ----------------------------------
  Verksamhet          2022    2023      2024    2025
-------------------------------------------------------
  Hemtjänst          1 200   1 300     1 250   1 280
  Särskilt boende    4 500   4 700     4 400   4 600
-------------------------------------------------------)",
     R"(
           || Utfall | <    | <    | <
Verksamhet || 2022   | 2023 | 2024 | 2025)"},
    {"a boundary is drawn inside the round", R"(
+-------------------+--------+--------+--------+--------+
|                   | Utfall |        | Budget |        |
+-------------------+--------+--------+--------+--------+
| Verksamhet        | 2022   | 2023   | 2022   | 2023   |
+-------------------+--------+--------+--------+--------+
| Hemtjänst         |  1 200 |  1 300 |  1 250 |  1 280 |
+-------------------+--------+--------+--------+--------+
| Boende            |  4 500 |  4 700 |  4 400 |  4 600 |
+-------------------+--------+--------+--------+--------+)",
     R"(
           || Utfall |      | Budget |
Verksamhet || 2022   | 2023 | 2022   | 2023)"},
};

void check(const Case& c, const support::Drawing& drawing) {
  INFO(c.name << c.picture);
  CHECK(support::plain_grid(boxhead(c.picture, drawing)) == support::plain_grid(c.boxhead));
}

}  // namespace

TEST_CASE("Headings span what repeats below them", "[heading_spans][issue-3]") {
  for (const Case& c : kRepeats) {
    check(c, {});
    support::Drawing wider;
    wider.column = 6;
    wider.space = 3;
    check(c, wider);
    support::Drawing small;
    small.font_size = 8;
    check(c, small);
  }
}

TEST_CASE("A heading of one column spans no other", "[heading_spans][issue-3]") {
  for (const Case& c : kSingle) check(c, {});
}

TEST_CASE("Rules say which columns a heading spans", "[heading_spans][issue-3]") {
  for (const Case& c : kRuled) check(c, {});
}
