#include "parsers/kind.h"

#include <catch2/catch.hpp>
#include <vector>

using parsers::Cell;
using parsers::CellRole;
using parsers::Table;
using parsers::table_kind;

namespace {

Table with_headings(const std::vector<std::string>& columns, const std::vector<std::string>& rows) {
  Table table;
  for (const std::string& text : columns) {
    Cell cell;
    cell.text = text;
    cell.role = CellRole::boxhead;
    table.cells.push_back(cell);
  }
  for (const std::string& text : rows) {
    Cell cell;
    cell.text = text;
    cell.role = CellRole::stub;
    table.cells.push_back(cell);
  }
  return table;
}

}  // namespace

TEST_CASE("the title tells the kind of a table", "[kind]") {
  struct Row {
    const char* title;
    const char* expected;
  };
  for (const Row& row : {
           Row{"Verksamhetsstatistik Vård och Omsorg 2022/2023", "verksamhetsstatistik"},
           {"1.4 Driftredovisning", "driftredovisning"},
           {"Resultat 31 mars 2022 / Driftsammandrag, netto tkr", "driftredovisning"},
           {"Utfall mot budget 2017", "driftredovisning"},
           {"Investeringar, belopp tkr", "investeringsredovisning"},
           {"Personalvolymsutveckling", "personal"},
           {"Sjukfrånvaro per förvaltning", "personal"},
           {"Volym-, intäkts- och kostnadsutveckling", "volymutveckling"},
           {"Effektmått och övriga mått/nyckeltal", "indikatorer"},
           {"Målområde: Samhälle", "indikatorer"},
           {"1.5 Måluppfyllelse", "måluppfyllelse"},
           {"Folkmängd efter ålder", "befolkning"},
           {"Ekonomi, belopp tkr", "ekonomi"},
           {"Tabell 3", ""},
           {"", ""},
       }) {
    INFO(row.title);
    Table table;
    table.title = row.title;
    CHECK(table_kind(table) == row.expected);
  }
}

TEST_CASE("headings tell the kind where the title does not", "[kind]") {
  CHECK(table_kind(with_headings({"Utfall 2016", "Mål 2017"}, {"Nöjda elever"})) == "indikatorer");
  CHECK(table_kind(with_headings({"Budget", "Utfall", "Avvikelse"}, {"Intäkter", "Kostnader"})) ==
        "driftredovisning");
  CHECK(table_kind(with_headings({"Budget", "Prognos", "Avvikelse"}, {"Skolan"})) == "ekonomi");
  CHECK(table_kind(with_headings({"Antal larm"}, {"jan-23", "feb", "mars"})) ==
        "verksamhetsstatistik");
  CHECK(table_kind(with_headings({"jan", "feb", "mar"}, {"2018", "2019"})) == "diagramtabell");
  Table table = with_headings({"Nyckel"}, {"Rad"});
  table.section = "Personal";
  CHECK(table_kind(table) == "personal");
}

TEST_CASE("a table with the headings of the one before is of its kind", "[kind]") {
  std::vector<Table> tables = {with_headings({"Mars 2023"}, {"Larm"}),
                               with_headings({"Mars 2023"}, {"Larm"}),
                               with_headings({"Antal"}, {"Larm"})};
  tables[0].title = "Volymer, norra distriktet";
  tables[1].title = "Södra distriktet";
  parsers::set_kinds(tables);
  CHECK(tables[0].kind == "volymutveckling");
  CHECK(tables[1].kind == "volymutveckling");
  CHECK(tables[2].kind.empty());
}
