#include "parsers/cell_class.h"

#include <catch2/catch.hpp>

using parsers::CellClass;
using parsers::classify_cell;

TEST_CASE("what a piece of text is", "[cell_class]") {
  struct Row {
    CellClass expected;
    const char* text;
  };
  for (const Row& row : {
           Row{CellClass::empty, ""},
           {CellClass::empty, " \u00a0"},
           {CellClass::number, "0"},
           {CellClass::number, "1 654 006"},
           {CellClass::number, "- 6 279"},
           {CellClass::number, "92 %"},
           {CellClass::number, "12 tkr"},
           {CellClass::number, "ung 116 000"},
           {CellClass::number, "345 (28)"},
           {CellClass::number, "96 (93,7)"},
           {CellClass::number, "471,5\u00b9"},
           {CellClass::number, "1*"},
           {CellClass::number, "(28)"},
           {CellClass::number, "1.234"},
           {CellClass::number, "910"},
           {CellClass::number, "2 017"},
           {CellClass::number, "2403"},
           {CellClass::year, "2017"},
           {CellClass::year, "1998"},
           {CellClass::year, "2017*"},
           {CellClass::period, "jan"},
           {CellClass::period, "jan-23"},
           {CellClass::period, "sept"},
           {CellClass::period, "Jun"},
           {CellClass::period, "MAJ"},
           {CellClass::period, "Mars 2022"},
           {CellClass::period, "jan-mars 2022"},
           {CellClass::period, "jan\u2013apr"},
           {CellClass::period, "per den 31 mars 2022"},
           {CellClass::period, "T1"},
           {CellClass::period, "T2 2019"},
           {CellClass::period, "Kv 2"},
           {CellClass::period, "K1"},
           {CellClass::period, "VT 18"},
           {CellClass::period, "ht18"},
           {CellClass::period, "helår"},
           {CellClass::period, "Helår 2022"},
           {CellClass::period, "fg år"},
           {CellClass::period, "Samma period föregående år"},
           {CellClass::period, "2022-03"},
           {CellClass::period, "2022-03-31"},
           {CellClass::period, "2022/2023"},
           {CellClass::period, "2020\u20132040"},
           {CellClass::missing, "-"},
           {CellClass::missing, "\u2013"},
           {CellClass::missing, ".."},
           {CellClass::missing, "."},
           {CellClass::missing, "x"},
           {CellClass::missing, "<5"},
           {CellClass::missing, "< 4"},
           {CellClass::missing, "i u"},
           {CellClass::missing, "Stängt"},
           {CellClass::missing, "Ej aktuellt"},
           {CellClass::code, "0580"},
           {CellClass::code, "N17451"},
           {CellClass::code, "1.4.2"},
           {CellClass::code, "08-718 80 00"},
           {CellClass::code, "12 34"},
           {CellClass::text, "Barn och unga"},
           {CellClass::text, "910 Björkskolan"},
           {CellClass::text, "100 - Nämnd- och styrelseverksamhet"},
           {CellClass::text, "Utfall 2017"},
           {CellClass::text, "Topp 10"},
           {CellClass::text, "0 eller bättre"},
           {CellClass::text, "Marsstrand"},
           {CellClass::text, "stabilt"},
           {CellClass::text, "Bistånd\u00b2"},
           {CellClass::text, "Hemtjänst1"},
           {CellClass::text, "*"},
           {CellClass::text, "per"},
           {CellClass::text, "\xff"},
           {CellClass::text, "kv2022100000000000000"},
       }) {
    INFO(row.text);
    CHECK(std::string(name(classify_cell(row.text))) == name(row.expected));
  }
}
