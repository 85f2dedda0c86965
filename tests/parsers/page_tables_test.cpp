#include "parsers/page_tables.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

using support::draw_page;
using support::Drawing;
using support::page_text;
using support::plain_grid;

parsers::PageTables read(const extract::Page& page) {
  return parsers::find_page_tables(page, parsers::Furniture{});
}

struct Case {
  const char* name;
  const char* picture;
  const char* grid;
};

void check(const Case& c, const Drawing& drawing = {}) {
  INFO(c.name << c.picture);
  CHECK(plain_grid(page_text(read(draw_page(c.picture, drawing)))) == plain_grid(c.grid));
}

Drawing without_rules() {
  Drawing drawing;
  drawing.rules = false;
  return drawing;
}

Drawing in_pieces() {
  Drawing drawing;
  drawing.pieces = true;
  return drawing;
}

// Tables that give the same grid as drawn, with their rules drawn cell by cell, and without any
// rule.
const std::vector<Case> kRuledOrNot{
    {"full grid", R"(
+-----------------+--------+--------+---------+
| Nyckeltal       | jan-23 | feb-23 | Totalt  |
+-----------------+--------+--------+---------+
| Antal larm      |    345 |    351 |     696 |
+-----------------+--------+--------+---------+
| Antal besök     |  1 204 |    998 |   2 202 |
+-----------------+--------+--------+---------+
| Beviljade timmar|     12 |     13 |      25 |
+-----------------+--------+--------+---------+)",
     R"(
Nyckeltal        || jan-23 | feb-23 | Totalt
===
Antal larm       || 345    | 351    | 696
Antal besök      || 1 204  | 998    | 2 202
Beviljade timmar || 12     | 13     | 25)"},
    {"outer frame missing", R"(
------------------+--------+------------
  Verksamhet      | Budget | Avvikelse
------------------+--------+------------
  Ledning         |  1 200 |       100
------------------+--------+------------
  Skola           | 45 300 |      -800
------------------+--------+------------)",
     R"(
Verksamhet || Budget | Avvikelse
===
Ledning    || 1 200  | 100
Skola      || 45 300 | -800)"},
    {"double rules", R"(
+=================+========+========+
| Nyckeltal       | jan-23 | feb-23 |
+=================+========+========+
| Antal larm      |    345 |    351 |
+=================+========+========+
| Antal besök     |  1 204 |    998 |
+=================+========+========+)",
     R"(
Nyckeltal   || jan-23 | feb-23
===
Antal larm  || 345    | 351
Antal besök || 1 204  | 998)"},
    {"rows inside a ruled band", R"(
+-----------------+--------+-----------+
| Verksamhet      | Budget | Avvikelse |
+-----------------+--------+-----------+
| Ledning         |  1 200 |       100 |
| Skola           | 45 300 |      -800 |
| Fritidshem      | 12 100 |       100 |
+-----------------+--------+-----------+
| Summa           | 58 600 |      -600 |
+-----------------+--------+-----------+)",
     R"(
Verksamhet || Budget | Avvikelse
===
Ledning    || 1 200  | 100
Skola      || 45 300 | -800
Fritidshem || 12 100 | 100
Summa      || 58 600 | -600)"},
    {"rules at header and total only", R"(
-----------------------------------------------
  Verksamhet        Budget   Utfall  Avvikelse
-----------------------------------------------
  Ledning            1 200    1 100        100
  Förskola          45 300   46 100       -800
  Grundskola        81 726   80 726      1 000
  Fritidshem        12 100   12 000        100
-----------------------------------------------
  Summa            140 326  139 926        400
-----------------------------------------------)",
     R"(
Verksamhet || Budget  | Utfall  | Avvikelse
===
Ledning    || 1 200   | 1 100   | 100
Förskola   || 45 300  | 46 100  | -800
Grundskola || 81 726  | 80 726  | 1 000
Fritidshem || 12 100  | 12 000  | 100
Summa      || 140 326 | 139 926 | 400)"},
    {"booktabs with part rules", R"(
-------------------------------------------------------
                         Utfall            Budget
                   ----------------  ----------------
  Verksamhet          2022    2023      2022    2023
-------------------------------------------------------
  Hemtjänst          1 200   1 300     1 250   1 280
  Särskilt boende    4 500   4 700     4 400   4 600
  Daglig verksamhet    310     320       300     330
-------------------------------------------------------)",
     R"(
                  || Utfall | <     | Budget | <
Verksamhet        || 2022   | 2023  | 2022   | 2023
===
Hemtjänst         || 1 200  | 1 300 | 1 250  | 1 280
Särskilt boende   || 4 500  | 4 700 | 4 400  | 4 600
Daglig verksamhet || 310    | 320   | 300    | 330)"},
    {"two values in a cell", R"(
+-----------------+----------+----------+
| Verksamhet      | 2022     | 2023     |
+-----------------+----------+----------+
| Anmälningar     | 345 (28) | 351 (30) |
+-----------------+----------+----------+
| Ansökningar     |  96 (9)  | 101 (12) |
+-----------------+----------+----------+)",
     R"(
Verksamhet  || 2022     | 2023
===
Anmälningar || 345 (28) | 351 (30)
Ansökningar || 96 (9)   | 101 (12))"},
};

// Tables whose structure only their rules tell.
const std::vector<Case> kRuled{
    {"stub head against two levels", R"(
+------------------+-----------------+
|                  |       2023      |
| Verksamhet       +--------+--------+
|                  | Budget | Utfall |
+------------------+--------+--------+
| Hemtjänst        |    120 |    118 |
+------------------+--------+--------+
| Boende           |    310 |    305 |
+------------------+--------+--------+)",
     R"(
Verksamhet || 2023   | <
^          || Budget | Utfall
===
Hemtjänst  || 120    | 118
Boende     || 310    | 305)"},
    {"labels that reach over rows", R"(
+----------+------------+------+------+
| Område   | Mått       | 2022 | 2023 |
+----------+------------+------+------+
| Hemvård  | Antal larm |  300 |  310 |
|          +------------+------+------+
|          | Antal mil  |  912 |  900 |
+----------+------------+------+------+
| Boende   | Antal larm |   30 |   31 |
|          +------------+------+------+
|          | Antal mil  |   91 |   90 |
+----------+------------+------+------+)",
     R"(
Område  | Mått       || 2022 | 2023
===
Hemvård | Antal larm || 300  | 310
^       | Antal mil  || 912  | 900
Boende  | Antal larm || 30   | 31
^       | Antal mil  || 91   | 90)"},
    {"figures on the first or the last line of a cell", R"(
+-----------------+--------+-----------+
| Mått            | 2022   | 2023      |
+-----------------+--------+-----------+
| Antal pågående  |        |           |
| utredningar     |    518 |       530 |
+-----------------+--------+-----------+
| Antal av-       |    120 |       131 |
| slutade         |        |           |
+-----------------+--------+-----------+)",
     R"(
Mått                       || 2022 | 2023
===
Antal pågående utredningar || 518  | 530
Antal avslutade            || 120  | 131)"},
    {"a word broken at the cell's edge", R"(
+-----------+---------+--------+
| Enhet     | Avvikel | Budget |
|           | se      |        |
+-----------+---------+--------+
| Ledning   |     100 |  1 200 |
+-----------+---------+--------+
| Skola     |    -800 | 45 300 |
+-----------+---------+--------+)",
     R"(
Enhet   || Avvikelse | Budget
===
Ledning || 100       | 1 200
Skola   || -800      | 45 300)"},
    {"months without figures yet", R"(
+-----------------+-----+-----+-----+-----+
| Nyckeltal       | jan | feb | mar | apr |
+-----------------+-----+-----+-----+-----+
| Antal larm      | 345 |     |     |     |
+-----------------+-----+-----+-----+-----+
| Antal besök     | 120 |     |     |     |
+-----------------+-----+-----+-----+-----+)",
     R"(
Nyckeltal   || jan | feb | mar | apr
===
Antal larm  || 345 | | |
Antal besök || 120 | | |)"},
    {"no month has figures", R"(
+-----------------+-----+-----+-----+-----+
| Nyckeltal       | jan | feb | mar | apr |
+-----------------+-----+-----+-----+-----+
| Antal larm      |     |     |     |     |
+-----------------+-----+-----+-----+-----+
| Antal besök     |     |     |     |     |
+-----------------+-----+-----+-----+-----+)",
     R"(
Nyckeltal   || jan | feb | mar | apr
===
Antal larm  || | | |
Antal besök || | | |)"},
    {"five lines in every cell, figures on the middle one", R"(
+------------------+------------------+------------------+
|                  | Antal ärenden    | Andel ärenden    |
|                  | som har fått ett | som avslutas     |
|                  | beslut inom tre  | inom den tid     |
|                  | månader från     | som lagen ger    |
|                  | ansökan          | nämnden          |
+------------------+------------------+------------------+
| Ärenden om       |                  |                  |
| barn och unga    |                  |                  |
| som kommer från  |        27        |       23%        |
| skola, polis     |                  |                  |
| eller hälsovård  |                  |                  |
+------------------+------------------+------------------+
| Ärenden om       |                  |                  |
| vuxna med        |                  |                  |
| missbruk eller   |         8        |        6%        |
| annat beroende   |                  |                  |
| av läkemedel     |                  |                  |
+------------------+------------------+------------------+)",
     R"(
|| Antal ärenden som har fått ett beslut inom tre månader från ansökan | Andel ärenden som avslutas inom den tid som lagen ger nämnden
===
Ärenden om barn och unga som kommer från skola, polis eller hälsovård || 27 | 23%
Ärenden om vuxna med missbruk eller annat beroende av läkemedel       || 8  | 6%)"},
    {"five lines of words in every cell", R"(
+--------------+------------------+------------------+
| Område       | Mål för året     | Uppföljning      |
+--------------+------------------+------------------+
| Barn och     | Fler barn ska    | Redovisas vid    |
| unga i       | få stöd tidigt   | delårsbokslut    |
| öppen vård   | och nära hemmet  | och årsbokslut   |
| och i        | innan problemen  | av chefen för    |
| familjehem   | blir stora       | mottagningen     |
+--------------+------------------+------------------+
| Vuxna med    | Färre ska        | Redovisas varje  |
| missbruk     | behöva plats på  | månad till       |
| eller annat  | institution när  | nämnden med      |
| beroende av  | stöd kan ges i   | antal dygn och   |
| droger       | öppna former     | kostnader        |
+--------------+------------------+------------------+)",
     R"(
Område | Mål för året || Uppföljning
===
Barn och unga i öppen vård och i familjehem | Fler barn ska få stöd tidigt och nära hemmet innan problemen blir stora || Redovisas vid delårsbokslut och årsbokslut av chefen för mottagningen
Vuxna med missbruk eller annat beroende av droger | Färre ska behöva plats på institution när stöd kan ges i öppna former || Redovisas varje månad till nämnden med antal dygn och kostnader)"},
    {"side by side", R"(
+------------+------+      +------------+------+
| Hemtjänst  | 2023 |      | Boende     | 2023 |
+------------+------+      +------------+------+
| Antal      |   12 |      | Platser    |   40 |
+------------+------+      +------------+------+
| Timmar     |  345 |      | Dygn       |  912 |
+------------+------+      +------------+------+)",
     R"(
Hemtjänst || 2023
===
Antal     || 12
Timmar    || 345

Boende    || 2023
===
Platser   || 40
Dygn      || 912)"},
    {"stacked", R"(
------------------------------------
  Enhet            2022       2023
------------------------------------
  Hemtjänst          12         14
  Boende             30         31
------------------------------------

  Sjukfrånvaro, procent

------------------------------------
  Enhet            2022       2023
------------------------------------
  Hemtjänst         5,5        6,1
  Boende            7,0        6,8
------------------------------------)",
     R"(
Enhet     || 2022 | 2023
===
Hemtjänst || 12   | 14
Boende    || 30   | 31

Enhet     || 2022 | 2023
===
Hemtjänst || 5,5  | 6,1
Boende    || 7,0  | 6,8)"},
    {"zebra bands", R"(
  Verksamhet           Budget   Utfall  Avvikelse
# Ledning               1 200    1 100        100
  Förskola             45 300   46 100       -800
# Grundskola           81 726   80 726      1 000
  Fritidshem           12 100   12 000        100)",
     R"(
Verksamhet || Budget | Utfall | Avvikelse
===
Ledning    || 1 200  | 1 100  | 100
Förskola   || 45 300 | 46 100 | -800
Grundskola || 81 726 | 80 726 | 1 000
Fritidshem || 12 100 | 12 000 | 100)"},
};

// Tables of aligned text alone.
const std::vector<Case> kUnruled{
    {"three columns of figures", R"(
  Verksamhet           Budget   Utfall  Avvikelse

  Ledning               1 200    1 100        100
  Förskola             45 300   46 100       -800
  Grundskola           81 726   80 726      1 000)",
     R"(
Verksamhet || Budget | Utfall | Avvikelse
===
Ledning    || 1 200  | 1 100  | 100
Förskola   || 45 300 | 46 100 | -800
Grundskola || 81 726 | 80 726 | 1 000)"},
    {"stub head at half height of two levels", R"(
                         2023              2022
  Verksamhet
                     Budget  Utfall    Budget  Utfall

  Hemtjänst             120     118       110     115
  Boende                310     305       300     301)",
     R"(
           || 2023   | <      | 2022   | <
Verksamhet || Budget | Utfall | Budget | Utfall
===
Hemtjänst  || 120    | 118    | 110    | 115
Boende     || 310    | 305    | 300    | 301)"},
    {"figures on the last line of wrapped labels", R"(
  Verksamhet             2022   2023

  Antal pågående
  utredningar barn        518    530
  Antal avslutade
  utredningar vuxna       120    131
  Antal beviljade
  insatser                 77     80)",
     R"(
Verksamhet                        || 2022 | 2023
===
Antal pågående utredningar barn   || 518  | 530
Antal avslutade utredningar vuxna || 120  | 131
Antal beviljade insatser          || 77   | 80)"},
    {"figures on the first line of wrapped labels", R"(
  Verksamhet             2022   2023

  Antal pågående          518    530
  utredningar barn
  Antal avslutade         120    131
  utredningar vuxna
  Summa                   638    661)",
     R"(
Verksamhet                        || 2022 | 2023
===
Antal pågående utredningar barn   || 518  | 530
Antal avslutade utredningar vuxna || 120  | 131
Summa                             || 638  | 661)"},
    {"figures on the middle line of wrapped labels", R"(
  Verksamhet             2022   2023

  Antal pågående
  utredningar för         518    530
  barn och unga
  Antal avslutade
  utredningar för         120    131
  vuxna personer
  Summa                   638    661)",
     R"(
Verksamhet                                     || 2022 | 2023
===
Antal pågående utredningar för barn och unga   || 518  | 530
Antal avslutade utredningar för vuxna personer || 120  | 131
Summa                                          || 638  | 661)"},
    {"group rows", R"(
  Verksamhet               2022   2023

  Hemtjänst
    Antal personer          120    131
    Antal timmar            518    530
  Särskilt boende
    Antal platser            77     80
    Antal dygn            1 204  1 311)",
     R"(
Verksamhet      || 2022  | 2023
===
Hemtjänst       ||       |
Antal personer  || 120   | 131
Antal timmar    || 518   | 530
Särskilt boende ||       |
Antal platser   || 77    | 80
Antal dygn      || 1 204 | 1 311)"},
    {"gaps in rows", R"(
  Verksamhet         jan   feb   mar   apr

  Antal larm          12    13          14
  Antal besök               20    21    22
  Antal mil           30    31    32    33)",
     R"(
Verksamhet  || jan | feb | mar | apr
===
Antal larm  || 12  | 13  |     | 14
Antal besök ||     | 20  | 21  | 22
Antal mil   || 30  | 31  | 32  | 33)"},
    {"left-aligned figures", R"(
  Verksamhet       2022     2023
  Ledning          1 200    1 100
  Skola            45 300   46 100
  Hemtjänst        7        12)",
     R"(
Verksamhet || 2022   | 2023
===
Ledning    || 1 200  | 1 100
Skola      || 45 300 | 46 100
Hemtjänst  || 7      | 12)"},
    {"columns hardly wider than their figures", R"(
  Verksamhet          Budget  Avvikelse
  Ledning              1 200       -100
  Grundskola          81 726    -1 000
  Fritidshem          12 100     -250
  Summa               95 026   -1 350)",
     R"(
Verksamhet || Budget | Avvikelse
===
Ledning    || 1 200  | -100
Grundskola || 81 726 | -1 000
Fritidshem || 12 100 | -250
Summa      || 95 026 | -1 350)"},
    {"a nought beside groups of digits", R"(
  Projekt             Utfall   Budget
  Förskola                 0   25 200
  Skola                1 200    5 000
  Park                     0      300)",
     R"(
Projekt  || Utfall | Budget
===
Förskola || 0      | 25 200
Skola    || 1 200  | 5 000
Park     || 0      | 300)"},
    {"marks for missing figures", R"(
  Verksamhet       2022     2023    2024

  Ledning          1 200       -    1 100
  Skola               ..  46 100       <5
  Hemtjänst          300       x     i u
  Boende          Stängt     120      130)",
     R"(
Verksamhet || 2022   | 2023   | 2024
===
Ledning    || 1 200  | -      | 1 100
Skola      || ..     | 46 100 | <5
Hemtjänst  || 300    | x      | i u
Boende     || Stängt | 120    | 130)"},
    {"signs, parentheses and per cent", R"(
  Verksamhet       Budget    Utfall   Avvik
  Ledning           1 200     1 100   +100
  Skola            -2 092    - 6 279  -1947
  Hemtjänst         (345)     1 170   87,5%)",
     R"(
Verksamhet || Budget | Utfall  | Avvik
===
Ledning    || 1 200  | 1 100   | +100
Skola      || -2 092 | - 6 279 | -1947
Hemtjänst  || (345)  | 1 170   | 87,5%)"},
    {"a raised mark is no digit", R"(
  Verksamhet          Antal    Andel

  Hemtjänst         471,5^1      12,0
  Boende            310,2       8,5
  Larm              122,0       7,5)",
     R"(
Verksamhet || Antal   | Andel
===
Hemtjänst  || 471,5¹  | 12,0
Boende     || 310,2   | 8,5
Larm       || 122,0   | 7,5)"},
    {"group headings a little off the middle", R"(
                       Utfall             Budget
  Verksamhet          2022    2023      2022    2023
  Hemtjänst          1 200   1 300     1 250   1 280
  Särskilt boende    4 500   4 700     4 400   4 600
  Daglig verksamhet    310     320       300     330)",
     R"(
                  || Utfall | <     | Budget | <
Verksamhet        || 2022   | 2023  | 2022   | 2023
===
Hemtjänst         || 1 200  | 1 300 | 1 250  | 1 280
Särskilt boende   || 4 500  | 4 700 | 4 400  | 4 600
Daglig verksamhet || 310    | 320   | 300    | 330)"},
    {"years down the stub", R"(
  År        Antal   Andel
  2021         12     3,4
  2022         14     3,6
  2023         15     3,9)",
     R"(
År   || Antal | Andel
===
2021 || 12    | 3,4
2022 || 14    | 3,6
2023 || 15    | 3,9)"},
    {"narrow columns", R"(
  Enhet   Jan Feb Mar Apr Maj
  Norr     12  13  14  15  11
  Syd      20  21  19  25  22
  Öst       7   9   8   9  10)",
     R"(
Enhet || Jan | Feb | Mar | Apr | Maj
===
Norr  || 12  | 13  | 14  | 15  | 11
Syd   || 20  | 21  | 19  | 25  | 22
Öst   || 7   | 9   | 8   | 9   | 10)"},
    {"figures with words and marks", R"(
  Verksamhet          Utfall        Prognos
  Antal resor         ung 116 000   ung 120 000
  Nettokostnad        -400*         -350
  Nöjda brukare       87,5%         85 %)",
     R"(
Verksamhet    || Utfall      | Prognos
===
Antal resor   || ung 116 000 | ung 120 000
Nettokostnad  || -400*       | -350
Nöjda brukare || 87,5%       | 85 %)"},
    {"the order of columns changes between tables", R"(
  Verksamhet        Bokslut 2025    Budget 2025
  Ledning                  1 200          1 100
  Skola                   45 300         46 100

  Verksamhet        Budget 2025    Bokslut 2025
  Hemtjänst               1 200           1 100
  Boende                 45 300          46 100)",
     R"(
Verksamhet || Bokslut 2025 | Budget 2025
===
Ledning    || 1 200        | 1 100
Skola      || 45 300       | 46 100

Verksamhet || Budget 2025  | Bokslut 2025
===
Hemtjänst  || 1 200        | 1 100
Boende     || 45 300       | 46 100)"},
};

// What looks like a table and is none. The expected reason is part of the diagnostic.
struct Rejected {
  const char* name;
  const char* picture;
  const char* reason;  // "": no region at all
};

const std::vector<Rejected> kNoTable{
    {"bordered prose", R"(
+--------------------------------------------------------------+
| Nämnden ska under året arbeta för att fler barn och unga     |
| får stöd i ett tidigt skede, och att fler familjer får hjälp |
| innan problemen har blivit stora och svåra att lösa.         |
+--------------------------------------------------------------+
| Arbetet följs upp i delårsrapporten, där nämnden redovisar   |
| hur många som har fått stöd och vad stödet har lett till.    |
+--------------------------------------------------------------+)",
     "fewer than two columns"},
    {"bordered prose in two columns", R"(
+-----------------------------+--------------------------------+
| Nämnden ska under året      | Arbetet följs upp i delårs-    |
| arbeta för att fler barn    | rapporten, där nämnden visar   |
| får stöd i ett tidigt skede | hur många som har fått stöd    |
| och att fler familjer får   | och vad stödet har lett till   |
| hjälp innan problemen växer | för barn och familjer i länet. |
+-----------------------------+--------------------------------+
| Samarbetet med skolan har   | Rekryteringen av socionomer    |
| utvecklats genom gemensamma | är fortfarande svår, men       |
| möten varje månad, där barn | antalet sökande har ökat något |
| som har behov av stöd lyfts | under hösten och flera har     |
| av skolans personal.        | tackat ja till en tjänst.      |
+-----------------------------+--------------------------------+)",
     "bordered prose"},
    {"contents with leaders", R"(
  Inledning ...............................  3
  Ekonomiskt resultat .....................  4
  Verksamhetsmått .........................  7
  Personal ................................  9)",
     "contents list"},
    {"contents without leaders", R"(
  Inledning                                  3
  Ekonomiskt resultat                        4
  Verksamhetsmått                            7
  Personal                                   9)",
     "contents list"},
    {"a chart's axes", R"(
  100

   80

   60

   40

   20

    0
       jan   feb   mar   apr   maj   jun)",
     ""},
    {"two columns of prose", R"(
  Under året har antalet barn     Resultatet följer budget
  i förskolan minskat, medan      och väntas göra det även
  grundskolan har fått fler       under hösten. Nämnden har
  elever än väntat. Kostna-       följt utvecklingen varje
  derna följer i stort sett       månad och sett över hur
  budget, men vikarier har        vikarier används i de
  kostat mer än förra året.       största enheterna.)",
     ""},
    {"signatures", R"(
  Anna Andersson                  Bengt Bengtsson
  Ordförande                      Förvaltningschef)",
     ""},
};

}  // namespace

TEST_CASE("Tables with rules, drawn whole", "[page_tables]") {
  for (const Case& c : kRuledOrNot) check(c);
  for (const Case& c : kRuled) check(c);
}

TEST_CASE("Rules drawn cell by cell give the same tables", "[page_tables]") {
  for (const Case& c : kRuledOrNot) check(c, in_pieces());
  for (const Case& c : kRuled) check(c, in_pieces());
}

TEST_CASE("Tables keep their grid when their rules are removed", "[page_tables]") {
  for (const Case& c : kRuledOrNot) check(c, without_rules());
}

TEST_CASE("Tables of aligned text", "[page_tables]") {
  for (const Case& c : kUnruled) check(c);
}

TEST_CASE("A bar chart gives no table, its data table does", "[page_tables]") {
  const char* chart = R"(
  100

   80         74

   60                 58       61

   40   37                              42

   20

    0
        jan   feb   mar   apr   maj   jun
)";
  Drawing drawing;
  extract::Page page = draw_page(chart, drawing);
  const double foot = drawing.top + 11 * drawing.pitch;
  for (int i = 0; i < 6; ++i) {
    const double x = drawing.left + (8 + 6 * i) * drawing.column;
    page.fills.push_back({{x, foot - 20 - 13 * ((i * 5) % 6), x + 12, foot}, {0, 90, 160}});
  }
  CHECK(read(page).tables.empty());
  drawing.top = foot + 40;
  support::draw_onto(page, R"(
+-------+-----+-----+-----+-----+
|       | jan | feb | mar | apr |
+-------+-----+-----+-----+-----+
| Larm  |  37 |  74 |  58 |  61 |
+-------+-----+-----+-----+-----+)",
                     drawing);
  CHECK(page_text(read(page)) == plain_grid(R"(
     || jan | feb | mar | apr
===
Larm || 37  | 74  | 58  | 61)"));
}

TEST_CASE("What is no table gives none", "[page_tables]") {
  for (const Rejected& c : kNoTable) {
    INFO(c.name);
    const parsers::PageTables found = read(draw_page(c.picture));
    CHECK(found.tables.empty());
    const std::string reason = c.reason;
    CHECK(found.diagnostics.empty() == reason.empty());
    if (!found.diagnostics.empty()) CHECK_THAT(page_text(found), Catch::Contains(reason));
  }
}
