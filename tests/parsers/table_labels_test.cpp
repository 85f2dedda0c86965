#include "parsers/table_labels.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/table_roles.h"
#include "tests/support/table_text.h"

namespace {

struct Case {
  const char* name;
  parsers::Method method;
  const char* grid;
  const char* labels;
};

constexpr parsers::Method kLattice = parsers::Method::lattice, kStream = parsers::Method::stream;

const Case kCases[] = {
    {"one level", kLattice, R"(
Nyckeltal   || jan | feb
===
Antal larm  || 12  | 13)",
     R"(
Antal larm : jan = 12
Antal larm : feb = 13
)"},
    {"two levels", kLattice, R"(
Verksamhet || 2023   | <
^          || Budget | Utfall
===
Hemtjänst  || 120    | 118)",
     R"(
Hemtjänst : 2023 / Budget = 120
Hemtjänst : 2023 / Utfall = 118
)"},
    {"a title over all columns is no heading", kLattice, R"(
Personal   || <    | <
Nyckeltal  || jan  | feb
===
Antal      || 12   | 13)",
     R"(
Antal : jan = 12
Antal : feb = 13
)"},
    {"a heading that reaches down counts once", kLattice, R"(
Enhet || Budget | 2023 | <
^     || ^      | jan  | feb
===
Norr  || 1      | 2    | 4)",
     R"(
Norr : Budget = 1
Norr : 2023 / jan = 2
Norr : 2023 / feb = 4
)"},
    {"a heading at the left of drawn cells left blank", kLattice, R"(
           || Utfall |      | Budget |
Verksamhet || 2022   | 2023 | 2022   | 2023
===
Hemtjänst  || 120    | 118  | 110    | 112)",
     R"(
Hemtjänst : Utfall / 2022 = 120
Hemtjänst : Utfall / 2023 = 118
Hemtjänst : Budget / 2022 = 110
Hemtjänst : Budget / 2023 = 112
)"},
    {"blank cells at the left of headings are no one's", kLattice, R"(
           ||      | Utfall |      | Budget
Verksamhet || 2022 | 2023   | 2022 | 2023
===
Hemtjänst  || 120  | 118    | 110  | 112)",
     R"(
Hemtjänst : 2022 = 120
Hemtjänst : Utfall / 2023 = 118
Hemtjänst : 2022 = 110
Hemtjänst : Budget / 2023 = 112
)"},
    {"a blank cell above a heading of its own", kLattice, R"(
           || Utfall | <    |
Verksamhet || 2022   | 2023 | Avvikelse
===
Hemtjänst  || 120    | 118  | -2)",
     R"(
Hemtjänst : Utfall / 2022 = 120
Hemtjänst : Utfall / 2023 = 118
Hemtjänst : Avvikelse = -2
)"},
    {"two label columns", kLattice, R"(
Område  | Mått       || 2022
===
Hemvård | Antal larm || 300
^       | Antal mil  || 912)",
     R"(
Hemvård / Antal larm : 2022 = 300
Hemvård / Antal mil : 2022 = 912
)"},
    {"labels that repeat stand under the one that does not", kLattice, R"(
Nyckeltal          || 2022 | 2023
===
Total sjukfrånvaro || 5,5  | 6,1
..Kvinnor          || 6,0  | 6,8
..Män              || 3,2  | 3,1
Korttidsfrånvaro   || 2,5  | 2,1
..Kvinnor          || 2,6  | 2,2
..Män              || 1,9  | 1,8)",
     R"(
Total sjukfrånvaro : 2022 = 5,5
Total sjukfrånvaro : 2023 = 6,1
Total sjukfrånvaro / Kvinnor : 2022 = 6,0
Total sjukfrånvaro / Kvinnor : 2023 = 6,8
Total sjukfrånvaro / Män : 2022 = 3,2
Total sjukfrånvaro / Män : 2023 = 3,1
Korttidsfrånvaro : 2022 = 2,5
Korttidsfrånvaro : 2023 = 2,1
Korttidsfrånvaro / Kvinnor : 2022 = 2,6
Korttidsfrånvaro / Kvinnor : 2023 = 2,2
Korttidsfrånvaro / Män : 2022 = 1,9
Korttidsfrånvaro / Män : 2023 = 1,8
)"},
    {"group rows of a table without rules", kStream, R"(
Verksamhet      || 2022 | 2023
===
Hemtjänst       ||      |
..Antal timmar  || 518  | 530
Särskilt boende ||      |
..Antal dygn    || 77   | 80)",
     R"(
Hemtjänst / Antal timmar : 2022 = 518
Hemtjänst / Antal timmar : 2023 = 530
Särskilt boende / Antal dygn : 2022 = 77
Särskilt boende / Antal dygn : 2023 = 80
)"},
    {"what the rows' labels share is said once", kLattice, R"(
Mål     | Nyckeltal    || 2022 | 2023
===
Personal | Sjukfrånvaro || 7,9  | 4,9
^        | Män          || 4,5  | 3,7
^        | Kvinnor      || 8,3  | 5,1
^        | Heltid       || 97,9 | 98,9
^        | Män          || 96,6 | 96,9
^        | Kvinnor      || 98,1 | 99,2)",
     R"(
Personal / Sjukfrånvaro : 2022 = 7,9
Personal / Sjukfrånvaro : 2023 = 4,9
Personal / Sjukfrånvaro / Män : 2022 = 4,5
Personal / Sjukfrånvaro / Män : 2023 = 3,7
Personal / Sjukfrånvaro / Kvinnor : 2022 = 8,3
Personal / Sjukfrånvaro / Kvinnor : 2023 = 5,1
Personal / Heltid : 2022 = 97,9
Personal / Heltid : 2023 = 98,9
Personal / Heltid / Män : 2022 = 96,6
Personal / Heltid / Män : 2023 = 96,9
Personal / Heltid / Kvinnor : 2022 = 98,1
Personal / Heltid / Kvinnor : 2023 = 99,2
)"},
    {"a blank label before another stands for the one above", kLattice, R"(
Område  | Mått       || 2022
===
Hemvård | Antal larm || 300
        | Antal mil  || 912
Boende  | Antal larm || 30
        | Antal mil  || 91
        | *Summa*    || 1 333)",
     R"(
Hemvård / Antal larm : 2022 = 300
Hemvård / Antal mil : 2022 = 912
Boende / Antal larm : 2022 = 30
Boende / Antal mil : 2022 = 91
Summa : 2022 = 1 333
)"},
    {"repeated labels without figures", kLattice, R"(
Nyckeltal    || 2022 | 2023
===
Sjukfrånvaro || 7,9  | 4,9
Män          || 4,5  | 3,7
Heltid       || 97,9 |
Män          ||      |)",
     R"(
Sjukfrånvaro : 2022 = 7,9
Sjukfrånvaro : 2023 = 4,9
Sjukfrånvaro / Män : 2022 = 4,5
Sjukfrånvaro / Män : 2023 = 3,7
Heltid : 2022 = 97,9
)"},
    {"a row without figures yet is no group", kLattice, R"(
Verksamhet   || 2022 | 2023
===
Antal larm   ||      |
Antal timmar || 518  | 530)",
     R"(
Antal timmar : 2022 = 518
Antal timmar : 2023 = 530
)"},
    {"bold sums end a group", kStream, R"(
Verksamhet     || 2022 | 2023
===
*Hemtjänst*    ||      |
Antal timmar   || 518  | 530
*Summa*        || 595  | 610)",
     R"(
Hemtjänst / Antal timmar : 2022 = 518
Hemtjänst / Antal timmar : 2023 = 530
Summa : 2022 = 595
Summa : 2023 = 610
)"},
    {"targets in words are no boxhead", kLattice, R"(
Nyckeltal   || Utfall         | Mål 2023       | Mål 2024
===
Andel nöjda || 87             | 90             | 91
Avvikelse   || 0 eller bättre | 0 eller bättre | 0 eller bättre
Placering   || 8              | Topp 3         | Topp 10)",
     R"(
Andel nöjda : Utfall = 87
Andel nöjda : Mål 2023 = 90
Andel nöjda : Mål 2024 = 91
Avvikelse : Utfall = 0 eller bättre
Avvikelse : Mål 2023 = 0 eller bättre
Avvikelse : Mål 2024 = 0 eller bättre
Placering : Utfall = 8
Placering : Mål 2023 = Topp 3
Placering : Mål 2024 = Topp 10
)"},
    {"nor are targets that differ and tell numbers", kLattice, R"(
Nyckeltal   || Utfall  | Mål
===
Andel nöjda || 87      | 90
Placering   || Topp 12 | Topp 10
Andel sjuka || 7       | 6)",
     R"(
Andel nöjda : Utfall = 87
Andel nöjda : Mål = 90
Placering : Utfall = Topp 12
Placering : Mål = Topp 10
Andel sjuka : Utfall = 7
Andel sjuka : Mål = 6
)"},
    {"nor words in columns that hold words beside figures", kLattice, R"(
Nyckeltal   || Mål    | Trend
===
Andel nöjda || Ökning | 90
Andel larm  || 12     | Oförändrad
Andel sjuka || Lägre  | Minskning
Andel resor || 7      | 6)",
     R"(
Andel nöjda : Mål = Ökning
Andel nöjda : Trend = 90
Andel larm : Mål = 12
Andel larm : Trend = Oförändrad
Andel sjuka : Mål = Lägre
Andel sjuka : Trend = Minskning
Andel resor : Mål = 7
Andel resor : Trend = 6
)"},
    {"a new boxhead with years in it", kLattice, R"(
Drift   || Budget 2022 | Utfall 2022
===
Ledning || 1 200       | 100
        || Budget 2023 | Utfall 2023
Ledning || 200         | 10)",
     R"(
Ledning : Budget 2022 = 1 200
Ledning : Utfall 2022 = 100
Ledning : Budget 2023 = 200
Ledning : Utfall 2023 = 10
)"},
    {"a new boxhead inside the table", kLattice, R"(
Drift       || Budget | Avvikelse
===
Ledning     || 1 200  | 100
Investering || Utfall | Prognos
Ledning     || 200    | 10
Skola       || 4 300  | -80)",
     R"(
Ledning : Budget = 1 200
Ledning : Avvikelse = 100
Investering / Ledning : Utfall = 200
Investering / Ledning : Prognos = 10
Skola : Utfall = 4 300
Skola : Prognos = -80
)"},
};

std::string labels(const char* grid, parsers::Method method) {
  parsers::Table table = support::table_of(grid);
  table.method = method;
  parsers::set_roles(table, -1);
  return support::label_text(table);
}

}  // namespace

TEST_CASE("Labels of data cells", "[table_labels]") {
  for (const Case& c : kCases) {
    INFO(c.name << c.grid);
    CHECK("\n" + labels(c.grid, c.method) == c.labels);
  }
}

TEST_CASE("Empty data cells are labelled too", "[table_labels]") {
  parsers::Table table = support::table_of(R"(
Nyckeltal   || jan | feb
===
Antal larm  || 12  |   )");
  parsers::set_roles(table, -1);
  CHECK(parsers::label_cells(table).size() == 2);
  CHECK(parsers::label_cells(parsers::Table{}).empty());
}
