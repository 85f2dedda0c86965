#include "parsers/unit.h"

#include <catch2/catch.hpp>

using parsers::find_unit;
using parsers::stated_unit;
using parsers::UnitWords;

TEST_CASE("labels say the unit of their figures", "[unit]") {
  struct Expected {
    const char* printed;
    const char* implied;
  };
  struct Row {
    const char* label;
    Expected expected;
  };
  for (const Row& row : {
           Row{"Beläggning säbo i %", {"procent", ""}},
           {"Personalomsättning i procent***", {"procent", "procent"}},
           {"Extern personalomsättning %", {"procent", "procent"}},
           {"Beläggningsgrad av upphandlade tjänster (%) avseende boende.", {"procent", "procent"}},
           {"kommunala skolor% ( källa kolada : N17451)", {"procent", ""}},
           {"Bokslut 2022 (tkr)", {"tkr", ""}},
           {"Driftsammandrag, netto tkr", {"tkr", ""}},
           {"Ekonomi, belopp kkr", {"tkr", ""}},
           {"Resultatredovisning i sammandrag (Belopp i mnkr)", {"mnkr", ""}},
           {"Mkr", {"mnkr", ""}},
           {"Kostnad i miljoner kronor", {"mnkr", ""}},
           {"Kostnad per plats, kr", {"kr", ""}},
           {"Antal vårdtagare", {"antal", ""}},
           {"Antal utförda timmar*", {"timmar", ""}},
           {"Antal körda mil", {"mil", ""}},
           {"Antal vårddygn", {"dygn", ""}},
           {"Antal personer med insats LSS", {"antal personer", ""}},
           {"Antal ärenden inom 120 dagar", {"antal", ""}},
           {"Antal elever i åk 9", {"antal", ""}},
           {"Öka antalet stödboendeplatser för åldersgruppen 16-20 år.", {"antal", ""}},
           {"Beviljade timmar hemtjänst", {"timmar", ""}},
           {"Vårddygn HVB", {"dygn", ""}},
           {"Tid i timmar", {"timmar", ""}},
           {"Andel heltidsanställningar", {"", "procent"}},
           {"Total sjukfrånvaro", {"", "procent"}},
           {"Jämställdhetsindex (Jämix)", {"", "index"}},
           {"Hållbart medarbetarengagemang (HME)", {"", "index"}},
           {"HME-Index", {"", "index"}},
           {"Barnutredningar enligt SoL ska vara slutförda inom 120 dgr", {"", ""}},
           {"Boende LSS", {"", ""}},
           {"Meritvärde åk 6", {"", ""}},
           {"Avser de första 14 dagarna", {"", ""}},
           {"", {"", ""}},
       }) {
    INFO(row.label);
    const UnitWords found = find_unit(row.label);
    CHECK(found.printed == row.expected.printed);
    CHECK(found.implied == row.expected.implied);
  }
}

TEST_CASE("captions and notes state units", "[unit]") {
  CHECK(stated_unit("Belopp anges i Tkr.") == "tkr");
  CHECK(stated_unit("Alla siffror i tabellen är i mnkr") == "mnkr");
  CHECK(stated_unit("Mnkr") == "mnkr");
  CHECK(stated_unit("(tkr)") == "tkr");
  CHECK(stated_unit("*Antal personer som har pågående insats") == "antal personer");
  CHECK(stated_unit("** Antal verkställda timmar") == "timmar");
  CHECK(stated_unit("***Antal verkställda dygn") == "dygn");
  CHECK(stated_unit("1) Antal platser") == "antal");
  CHECK(stated_unit("** Avser de första 14 dagarna i sjukfrånvaron") == "");
  CHECK(stated_unit("*** tillsvidareanställningar endast") == "");
  CHECK(stated_unit("* Till familjehem 230324") == "");
  CHECK(stated_unit("Kostnaderna har ökat med 3 mnkr jämfört med föregående år") == "");
  CHECK(stated_unit("") == "");
}

TEST_CASE("money is told from other units", "[unit]") {
  CHECK(parsers::is_money("tkr"));
  CHECK_FALSE(parsers::is_money("timmar"));
}

TEST_CASE("labels name things that are counted", "[unit]") {
  for (const char* label :
       {"Inkomna orosanmälningar barn", "Hushåll med försörjningsstöd, genomsnitt per månad",
        "Personer med hemtjänst", "Trygghetslarm per område", "Placerade barn"}) {
    INFO(label);
    CHECK(find_unit(label).counts);
  }
  for (const char* label :
       {"Andel barn i förskola", "Elever nöjda med verksamheten", "Elever per lärare",
        "Platser per 1 000 invånare", "Väntetid till särskilt boende för personer", "Meritvärde",
        "Nettokostnad", ""}) {
    INFO(label);
    CHECK_FALSE(find_unit(label).counts);
  }
}
