#include "schema/concept_label.h"

#include <catch2/catch.hpp>

TEST_CASE("Labels without period, measure and unit words", "[concept_label]") {
  struct Case {
    const char* label;
    const char* concept_text;
  };
  for (const Case& c : {
           Case{"jan-23", ""},
           Case{"feb", ""},
           Case{"2018", ""},
           Case{"Mars 2022", ""},
           Case{"Bokslut 2022 (tkr)", ""},
           Case{"Avvikelse 2023 (tkr)", ""},
           Case{"Redovisat jan-mars 2022", ""},
           Case{"Prognos helår", ""},
           Case{"Redovisat samma period föregående år", ""},
           Case{"Utfall 2017 Intäkter", "Intäkter"},
           Case{"Redovisat jan-mars 2022 Utgifter", "Utgifter"},
           Case{"Utfall kostnader period", "kostnader"},
           Case{"Beläggning säbo i %", "Beläggning säbo"},
           Case{"Sjukfrånvaro totalt % *", "Sjukfrånvaro totalt"},
           Case{"Personalomsättning i procent***", "Personalomsättning"},
           Case{"Verksamhetsstatistik Stöd och Service 2022/2023",
                "Verksamhetsstatistik Stöd och Service"},
           Case{"Antal utförda timmar*", "Antal utförda timmar"},
           Case{"Antal körda mil", "Antal körda mil"},
           Case{"Summa nettokostnader, tkr", "Summa nettokostnader"},
           Case{"Period", ""},
           Case{"Kv 1", ""},
           Case{"Tertial 2 2023", ""},
           Case{"Sjukfrånvaro kv 1", "Sjukfrånvaro"},
           Case{"Årskurs 1", "Årskurs 1"},
           // Words that only look so, or stand inside a label, stay.
           Case{"Andra insatser", "Andra insatser"},
           Case{"Antal vuxna i dygnsvård under året", "Antal vuxna i dygnsvård under året"},
           Case{"Antal pågående utredningar per månad vuxna",
                "Antal pågående utredningar per månad vuxna"},
           Case{"Antal larm", "Antal larm"},
           Case{"100 - Nämnd- och styrelseverksamhet", "100 - Nämnd- och styrelseverksamhet"},
           Case{"Resultat", "Resultat"},
           Case{"", ""},
           Case{"Kommunbidrag", "Kommunbidrag"},
       }) {
    INFO(c.label);
    CHECK(schema::strip_period_and_measure(c.label) == c.concept_text);
  }
}

TEST_CASE("What a figure is about", "[concept_label]") {
  using Labels = std::vector<std::string>;
  struct Case {
    Labels rows, columns;
    const char* title;
    Labels expected;
  };
  for (const Case& c :
       std::vector<Case>{{{"jan-23"},
                          {"Barn och Unga", "Anmälningar Unga"},
                          "T",
                          {"Barn och Unga", "Anmälningar Unga"}},
                         {{"Intäkter"}, {"Bokslut 2022 (tkr)"}, "T", {"Intäkter"}},
                         {{"Totalt"}, {"Utfall 2017 Kostnader"}, "T", {"Totalt", "Kostnader"}},
                         {{"2018"}, {"jan"}, "Antal avslutade 2019", {"Antal avslutade"}},
                         {{}, {}, "", {}}}) {
    parsers::Reading reading;
    reading.row_path = c.rows;
    reading.column_path = c.columns;
    reading.table_title = c.title;
    CHECK(schema::concept_labels(reading) == c.expected);
  }
}
