#include "parsers/page_zones.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

using support::Drawing;

// A picture and where it is drawn: its upper left corner in points, and the height of its lines.
struct Part {
  const char* picture;
  double left = 60, top = 100, pitch = 12;
};

struct Case {
  const char* name;
  std::vector<Part> parts;
  const char* tables;  // the grids, each under its title: "# title"
};

extract::Page drawn(const std::vector<Part>& parts) {
  extract::Page page = support::draw_page("");
  for (const Part& part : parts) {
    Drawing drawing;
    drawing.left = part.left;
    drawing.top = part.top;
    drawing.pitch = part.pitch;
    support::draw_onto(page, part.picture, drawing);
  }
  return page;
}

std::string tables_of(const extract::Page& page) {
  const parsers::PageTables found = parsers::find_page_tables(page, parsers::Furniture{});
  std::string text;
  for (const parsers::Table& table : found.tables) {
    if (!table.title.empty()) text += "# " + table.title + '\n';
    text += support::grid_text(table);
  }
  return text;
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    std::string pictures;
    for (const Part& part : c.parts) pictures += std::string(part.picture) + '\n';
    INFO(c.name << '\n' << pictures);
    CHECK(support::plain_grid(tables_of(drawn(c.parts))) == support::plain_grid(c.tables));
  }
}

const char* const kProse = R"(
Nämnden redovisar ett resultat som är i
nivå med budget för perioden. Hemtjänsten
har haft fler timmar än beräknat under de
första månaderna, men minskningen under
sommaren har vägt upp det och kostnaderna
följer nu planen. Inom boendet står flera
platser tomma, vilket ger lägre kostnader
än i budget. Sjukfrånvaron har gått ned
och är nu lägre än under förra året, som
var ovanligt högt. Förvaltningen räknar
med att resultatet håller året ut, men
osäkerheten är stor inför hösten då fler
ansökningar väntas inom alla områden och
priserna på måltider och transporter går
upp i de nya avtalen.)";

const char* const kMoreProse = R"(
Antalet ärenden har ökat i alla grupper
och handläggningen tar därför längre tid
än målet. Rekryteringen av socionomer går
långsamt, och nämnden hyr in personal för
att klara de lagstadgade tiderna. Under
året har två nya boenden öppnat.)";

const char* const kSmall = R"(
Boende            2023    2022
Platser             40      42
Dygn               912     930
Kö                  12       9)";

const char* const kSmallRuled = R"(
-------------------------------
Boende            2023    2022
-------------------------------
Platser             40      42
Dygn               912     930
Kö                  12       9
-------------------------------)";

const char* const kSmallGrid = R"(
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930
Kö      || 12   | 9)";

const std::vector<Case> kTables{
    {"the same headings on both sides",
     {{R"(
Hemtjänst       2023   2022       Boende          2023   2022
Antal personer   120    131       Platser           40     42
Timmar           518    530       Dygn             912    930
Larm              77     80       Kö                12      9)"}},
     R"(
Hemtjänst      || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
Larm           || 77   | 80
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930
Kö      || 12   | 9)"},
    {"a title of its own each",
     {{R"(
Hemtjänst i kommunen              Särskilt boende

Mått            2023   2022       Mått            2023   2022
Antal personer   120    131       Platser           40     42
Timmar           518    530       Dygn             912    930)"}},
     R"(
# Hemtjänst i kommunen
Mått           || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
# Särskilt boende
Mått    || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930)"},
    {"rows at other heights",
     {{R"(
Hemtjänst       2023   2022
Antal personer   120    131
Timmar           518    530
Larm              77     80)"},
      {R"(
Boende          Antal   Andel
Platser            40    42,5
Dygn              912    93,0
Kö                 12     9,0
Summa             964   100,0)",
       260, 106, 14}},
     R"(
Hemtjänst      || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
Larm           || 77   | 80
Boende  || Antal | Andel
===
Platser || 40    | 42,5
Dygn    || 912   | 93,0
Kö      || 12    | 9,0
Summa   || 964   | 100,0)"},
    {"other headings, a row of the same name",
     {{R"(
Hemtjänst      Timmar  Andel      Boende         Platser   Dygn
Norra området     120   23,1      Björken             40     42
Södra området     518   60,4      Eken               912    930
Natt               77   16,5      Linden              12      9
Summa             715  100,0      Summa              964    981)"}},
     R"(
Hemtjänst     || Timmar | Andel
===
Norra området || 120    | 23,1
Södra området || 518    | 60,4
Natt          || 77     | 16,5
Summa         || 715    | 100,0
Boende  || Platser | Dygn
===
Björken || 40      | 42
Eken    || 912     | 930
Linden  || 12      | 9
Summa   || 964     | 981)"},
    {"different numbers of rows",
     {{R"(
Hemtjänst       2023   2022       Boende          2023   2022
Antal personer   120    131       Platser           40     42
Timmar           518    530       Dygn             912    930
Larm              77     80
Besök          1 204  1 311
Mil            2 300  2 250)"}},
     R"(
Hemtjänst      || 2023  | 2022
===
Antal personer || 120   | 131
Timmar         || 518   | 530
Larm           || 77    | 80
Besök          || 1 204 | 1 311
Mil            || 2 300 | 2 250
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930)"},
    {"three tables",
     {{R"(
Hemtjänst  2023  2022     Boende    2023  2022     Skola      2023  2022
Personer    120   131     Platser     40    42     Elever      300   310
Timmar      518   530     Dygn       912   930     Klasser      12    13
Larm         77    80     Kö          12     9     Lärare       25    26)"}},
     R"(
Hemtjänst || 2023 | 2022
===
Personer  || 120  | 131
Timmar    || 518  | 530
Larm      || 77   | 80
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930
Kö      || 12   | 9
Skola   || 2023 | 2022
===
Elever  || 300  | 310
Klasser || 12   | 13
Lärare  || 25   | 26)"},
    {"booktabs at the same height",
     {{R"(
---------------------------       ---------------------------
Hemtjänst       2023   2022       Boende          2023   2022
---------------------------       ---------------------------
Antal personer   120    131       Platser           40     42
Timmar           518    530       Dygn             912    930
---------------------------       ---------------------------)"}},
     R"(
Hemtjänst      || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930)"},
    {"booktabs at other heights and lengths",
     {{R"(
---------------------------
Hemtjänst       2023   2022
---------------------------
Antal personer   120    131
Timmar           518    530
---------------------------)"},
      {R"(
Platser efter boende

------------------------------------
Boende          2021    2022    2023
------------------------------------
Björken           40      42      44
Eken             912     930     940
Linden            12       9       8
------------------------------------
Summa            964     981     992
------------------------------------)",
       250, 87}},
     R"(
Hemtjänst      || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
# Platser efter boende
Boende  || 2021 | 2022 | 2023
===
Björken || 40   | 42   | 44
Eken    || 912  | 930  | 940
Linden  || 12   | 9    | 8
Summa   || 964  | 981  | 992)"},
    {"above and below a table of full width",
     {{R"(
Hemtjänst       2023   2022       Boende          2023   2022
Antal personer   120    131       Platser           40     42
Timmar           518    530       Dygn             912    930



Verksamhet            Budget      Utfall   Avvikelse  Prognos
Ledning                1 200       1 100         100    1 150
Hemtjänst             45 300      46 100        -800   45 900
Särskilt boende       81 726      80 726       1 000   81 000



Skola           2023   2022       Kultur          2023   2022
Elever           300    310       Besök            500    510
Klasser           12     13       Lån            1 200  1 300)"}},
     R"(
Hemtjänst      || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930
Verksamhet      || Budget | Utfall | Avvikelse | Prognos
===
Ledning         || 1 200  | 1 100  | 100       | 1 150
Hemtjänst       || 45 300 | 46 100 | -800      | 45 900
Särskilt boende || 81 726 | 80 726 | 1 000     | 81 000
Skola   || 2023 | 2022
===
Elever  || 300  | 310
Klasser || 12   | 13
Kultur || 2023  | 2022
===
Besök  || 500   | 510
Lån    || 1 200 | 1 300)"},
    {"no sign but wide white space",
     {{R"(
Hemtjänst      Timmar  Andel                    Boende         Platser   Dygn
Norra området     120   23,1                    Björken             40     42
Södra området   1 518   60,4                    Eken                91    930
Natt               77  106,5                    Linden              12      9)"}},
     R"(
Hemtjänst     || Timmar | Andel
===
Norra området || 120    | 23,1
Södra området || 1 518  | 60,4
Natt          || 77     | 106,5
Boende  || Platser | Dygn
===
Björken || 40      | 42
Eken    || 91      | 930
Linden  || 12      | 9)"},
    {"close above a table of full width",
     {{R"(
Hemtjänst       2023   2022       Boende          2023   2022
Antal personer   120    131       Platser           40     42
Timmar           518    530       Dygn             912    930
Larm              77     80       Kö                12      9

                      Utfall                 Budget
Verksamhet         2022   2023            2022   2023
Hemtjänst         1 200  1 300           1 250  1 280
Boende            4 500  4 700           4 400  4 600)"}},
     R"(
Hemtjänst      || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
Larm           || 77   | 80
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930
Kö      || 12   | 9
           || Utfall | <     | Budget | <
Verksamhet || 2022   | 2023  | 2022   | 2023
===
Hemtjänst  || 1 200  | 1 300 | 1 250  | 1 280
Boende     || 4 500  | 4 700 | 4 400  | 4 600)"},
    {"titles below a longer gutter",
     {{R"(
Kostnader i tkr                              Avgifter i tkr
             Budget   Utfall                              Budget   Utfall
Personal    301 240  298 116                 Måltider     21 400   20 988
Lokaler      61 880   62 304                 Omsorg       18 250   19 433

Larm                     Avvikelser                 Klagomål
         2022   2023                 2022   2023               2022   2023
Nya       188    203     Fall         512    498    Inkomna      64     58
Klara     141    152     Läkemedel    233    241    Besvarade    61     57)"}},
     R"(
# Kostnader i tkr
         || Budget  | Utfall
===
Personal || 301 240 | 298 116
Lokaler  || 61 880  | 62 304
# Avgifter i tkr
         || Budget | Utfall
===
Måltider || 21 400 | 20 988
Omsorg   || 18 250 | 19 433
# Larm
      || 2022 | 2023
===
Nya   || 188  | 203
Klara || 141  | 152
# Avvikelser
          || 2022 | 2023
===
Fall      || 512  | 498
Läkemedel || 233  | 241
# Klagomål
          || 2022 | 2023
===
Inkomna   || 64   | 58
Besvarade || 61   | 57)"},
    {"below a paragraph with a short last line",
     {{R"(
Antalet personer med hemtjänst har ökat under året, medan den tid som
de får i genomsnitt har minskat.

Hemtjänst       2023   2022       Boende          2023   2022
Antal personer   120    131       Platser           40     42
Timmar           518    530       Dygn             912    930)"}},
     R"(
Hemtjänst      || 2023 | 2022
===
Antal personer || 120  | 131
Timmar         || 518  | 530
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930)"},
};

const std::vector<Case> kProseBeside{
    {"a table in the right one of two columns of text",
     {{kProse}, {kMoreProse, 290}, {kSmall, 290, 184}, {kMoreProse, 290, 244}},
     kSmallGrid},
    {"in the left one, at other heights",
     {{kMoreProse}, {kSmall, 60, 184}, {kMoreProse, 60, 244}, {kProse, 290, 95, 13}},
     kSmallGrid},
    {"with rules",
     {{kProse}, {kMoreProse, 290}, {kSmallRuled, 290, 184}, {kMoreProse, 290, 274}},
     kSmallGrid},
    {"with rules, left, at other heights",
     {{kMoreProse}, {kSmallRuled, 60, 184}, {kMoreProse, 60, 274}, {kProse, 290, 97, 13}},
     kSmallGrid},
    {"a table in each column",
     {{kMoreProse},
      {kSmall, 60, 184},
      {kMoreProse, 60, 244},
      {kMoreProse, 290},
      {R"(
Hemtjänst         2023    2022
Personer           120     131
Timmar             518     530
Larm                77      80)",
       290, 184},
      {kMoreProse, 290, 244}},
     R"(
Boende  || 2023 | 2022
===
Platser || 40   | 42
Dygn    || 912  | 930
Kö      || 12   | 9
Hemtjänst || 2023 | 2022
===
Personer  || 120  | 131
Timmar    || 518  | 530
Larm      || 77   | 80)"},
    {"a table across both columns",
     {{kMoreProse},
      {kMoreProse, 290},
      {R"(
Verksamhet                  Budget      Utfall     Avvikelse       Prognos
Ledning                      1 200       1 100           100         1 150
Hemtjänst                   45 300      46 100          -800        45 900
Särskilt boende             81 726      80 726         1 000        81 000)",
       60, 200},
      {kMoreProse, 60, 276},
      {kMoreProse, 290, 276}},
     R"(
Verksamhet      || Budget | Utfall | Avvikelse | Prognos
===
Ledning         || 1 200  | 1 100  | 100       | 1 150
Hemtjänst       || 45 300 | 46 100 | -800      | 45 900
Särskilt boende || 81 726 | 80 726 | 1 000     | 81 000)"},
    {"a table alone beside a column of text", {{kSmall, 60, 130}, {kProse, 290}}, kSmallGrid},
    {"a column of text, then a table", {{kProse}, {kSmall, 290, 130, 13}}, kSmallGrid},
    {"a narrow comment beside a table",
     {{R"(
Boende            2023    2022
Platser             40      42
Dygn               912     930
Kö                  12       9)",
       60, 130, 15},
      {R"(
Fler platser har
öppnats under våren
och kön är därför
kortare än den var
vid årets början.
Antalet dygn väntas
minska under hösten
när korttidsboendet
byggs om.)",
       290, 112}},
     kSmallGrid},
};

// What has gutters but is one table.
const std::vector<Case> kWhole{
    {"groups of years with a wider gap between",
     {{R"(
                    Utfall                 Budget
Verksamhet       2022   2023            2022   2023
Hemtjänst       1 200  1 300           1 250  1 280
Boende          4 500  4 700           4 400  4 600
Verksamhet i
egen regi         310    320             300    330)"}},
     R"(
                       || Utfall | <     | Budget | <
Verksamhet             || 2022   | 2023  | 2022   | 2023
===
Hemtjänst              || 1 200  | 1 300 | 1 250  | 1 280
Boende                 || 4 500  | 4 700 | 4 400  | 4 600
Verksamhet i egen regi || 310    | 320   | 300    | 330)"},
    {"a wide gutter between labels and figures",
     {{R"(
Verksamhet                                      2022   2023
Hemtjänst                                      1 200  1 300
Boende                                         4 500  4 700
Daglig verksamhet                                310    320)"}},
     R"(
Verksamhet        || 2022  | 2023
===
Hemtjänst         || 1 200 | 1 300
Boende            || 4 500 | 4 700
Daglig verksamhet || 310   | 320)"},
    {"two columns of labels",
     {{R"(
Mål                    Mått                  2022   2023
Trygg omsorg           Nöjda brukare           85     87
                       Kontinuitet             14     13
God arbetsmiljö        Sjukfrånvaro           7,5    6,9
                       Personalomsättning    12,0   11,5)"}},
     R"(
Mål             | Mått               || 2022 | 2023
===
Trygg omsorg    | Nöjda brukare      || 85   | 87
                | Kontinuitet        || 14   | 13
God arbetsmiljö | Sjukfrånvaro       || 7,5  | 6,9
                | Personalomsättning || 12,0 | 11,5)"},
    {"a verdict in words between the figures",
     {{R"(
Mått                2022    Bedömning       2023
Nöjda brukare         85    Uppfyllt          87
Kontinuitet           14    Delvis            13
Sjukfrånvaro         7,5    Uppfyllt         6,9
Larm                  12    Ej uppfyllt       11)"}},
     R"(
Mått          || 2022 | Bedömning   | 2023
===
Nöjda brukare || 85   | Uppfyllt    | 87
Kontinuitet   || 14   | Delvis      | 13
Sjukfrånvaro  || 7,5  | Uppfyllt    | 6,9
Larm          || 12   | Ej uppfyllt | 11)"},
    {"words between figures, further from those before them",
     {{R"(
Mått                2022          Ansvarig            2023
Nöjda brukare         85          Norra området         87
Kontinuitet           14          Södra området         13
Sjukfrånvaro         7,5          Ledningen            6,9)"}},
     R"(
Mått          || 2022 | Ansvarig      | 2023
===
Nöjda brukare || 85   | Norra området | 87
Kontinuitet   || 14   | Södra området | 13
Sjukfrånvaro  || 7,5  | Ledningen     | 6,9)"},
    {"rules across both halves",
     {{R"(
-------------------------------------------------------
Mått                2022    Enhet             2023
-------------------------------------------------------
Nöjda brukare         85    procent             87
Kontinuitet           14    personer            13
Sjukfrånvaro         7,5    procent            6,9
-------------------------------------------------------)"}},
     R"(
Mått          || 2022 | Enhet    | 2023
===
Nöjda brukare || 85   | procent  | 87
Kontinuitet   || 14   | personer | 13
Sjukfrånvaro  || 7,5  | procent  | 6,9)"},
};

}  // namespace

TEST_CASE("Tables side by side are tables of their own", "[page_zones][issue-3]") {
  check(kTables);
}

TEST_CASE("Running text beside a table stays outside", "[page_zones][issue-3]") {
  check(kProseBeside);
}

TEST_CASE("A table is not cut at its own gutters", "[page_zones][issue-3]") { check(kWhole); }

TEST_CASE("A page of 50,000 words is cut in seconds", "[page_zones][issue-3]") {
  extract::Page page = support::draw_page("");
  unsigned state = 1;
  for (int i = 0; i < 50000; ++i) {
    state = state * 1664525u + 1013904223u;
    extract::Word word;
    word.text = (state >> 9) % 3 == 0 ? "ord" : std::to_string((state >> 12) % 1000);
    word.font_size = 1;
    word.baseline = 10 + 1.2 * (i / 72);
    const double x = 10 + 8 * (i % 72) + (state >> 20) % 5;
    word.box = {x, word.baseline - 0.9, x + 1.8, word.baseline + 0.2};
    page.words.push_back(word);
  }
  const parsers::PageWords words(page, {});
  const auto lines = parsers::find_lines(words, {}, {});
  const auto start = std::chrono::steady_clock::now();
  parsers::find_zones(lines, {}, {}, words.unit(), {});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(took.count() < 5);
}
