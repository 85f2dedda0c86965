#include "parsers/verdict.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/table_roles.h"
#include "tests/support/table_text.h"

namespace {

using parsers::Witness;

struct Case {
  const char* name;
  Witness witness;
  const char* grid;
  const char* reason;  // "": a table
};

const char* const kProse = R"(
Nämnden ska under året arbeta för att fler barn får stöd | i ett tidigt skede och att fler familjer får hjälp
innan problemen har blivit stora och svåra att lösa helt | vilket följs upp i delårsrapporten under hösten 2023)";

const Case kCases[] = {
    {"figures", Witness::text_band, R"(
Nyckeltal   || jan | feb
Antal larm  || 12  | 13
Antal besök || 20  | 21)",
     ""},
    {"one row", Witness::crossings, "Antal larm | 12 | 13", "fewer than two rows with text"},
    {"one column", Witness::crossings, "Antal larm |\nAntal besök |\nAntal mil |",
     "fewer than two columns with text"},
    {"leaders", Witness::text_band, R"(
Inledning ..... | 3
Resultat ...... | 4
Personal ...... | 9)",
     "contents list"},
    {"leaders to sections of chapters", Witness::text_band, R"(
Inledning ..... | 1-1
Resultat ...... | 2-14
Bilaga ........ | A-3)",
     "contents list"},
    {"leaders to several figures", Witness::rules, R"(
Kostnader || 2008 | 2009
Resor ... || 12   | 13
Hyra .... || 20   | 21
Övrigt .. || 22   | 30)",
     ""},
    {"leaders to figures that fall", Witness::text_band, R"(
Resor ..... | 112
Hyra ...... | 20
Övrigt .... | 4
Summa ..... | 136)",
     ""},
    {"leaders to no pages", Witness::text_band, R"(
Resor ..... | 1,5
Hyra ...... | 2,0
Övrigt .... | 4,1)",
     ""},
    {"page numbers that never fall", Witness::text_band, R"(
Inledning | 3
Resultat  | 4
Personal  | 9)",
     "contents list"},
    {"numbers that fall are no pages", Witness::text_band, R"(
Inledning | 9
Resultat  | 4
Personal  | 13)",
     ""},
    {"an axis", Witness::text_band, R"(
Larm  | 0 | 20 | 40 | 60 | 80
Besök | 1 | 5  | 7  | 2  | 8)",
     "axis of a chart"},
    {"a scale from its foot upwards", Witness::text_band, R"(
Larm  | 80
Besök | 60
Mil   | 40
Resor | 20
Hyra  | 0)",
     "axis of a chart"},
    {"ranks are no axis", Witness::text_band, R"(
Larm   | 1 | 70
Besök  | 2 | 66
Mil    | 3 | 31
Resor  | 4 | 30
Hyra   | 5 | 12)",
     ""},
    {"numbers of columns are no axis", Witness::rules, R"(
Larm  | 1  | 2  | 3  | 4  | 5
Besök | 12 | 13 | 15 | 17 | 18
Resor | 22 | 13 | 25 | 19 | 11)",
     ""},
    {"words under headings between rules", Witness::rules, R"(
Myndighet      | Åtgärd                    | Tid
Skolverket     | Utkast till vägledning    | Juli 2009
Socialstyrelsen| Beslut om provtagning     | Oktober 2009
Boverket       | Nya regler för rapporter  | Våren 2010)",
     ""},
    {"headings of two rows over words", Witness::rules, R"(
               |                        | Yta |
Nummer         | Område                 | km2 | Plan
===
02070003       | Mörrumsån              | 312 | Juni 1998
02070004       | Helge å                | 470 | Maj 2001
02070005       | Lagan                  | 64  | Juli 1999)",
     ""},
    {"words under headings without rules", Witness::text_band, R"(
Myndighet      | Åtgärd                    | Tid
Skolverket     | Utkast till vägledning    | Juli 2009
Socialstyrelsen| Beslut om provtagning     | Oktober 2009
Boverket       | Nya regler för rapporter  | Våren 2010)",
     "few figures"},
    {"words between rules with blanks", Witness::rules, R"(
Myndighet      | Åtgärd                    | Tid
Skolverket     | Utkast till vägledning    |
Socialstyrelsen|                           | Oktober 2009
Boverket       | Nya regler för rapporter  |)",
     "few figures"},
    {"years are no axis", Witness::text_band, R"(
Nyckeltal | 2019 | 2020 | 2021 | 2022 | 2023
Larm      | 3    | 20   | 41   | 60   | 80
Besök     | 1    | 5    | 7    | 2    | 8)",
     ""},
    {"the foot of a letter", Witness::text_band, R"(
Postadress        || Telefon     | SMS | Org.nummer
131 81 Nacka      || 08-718 80   | 716 | 212000-0167
www.nacka.se      || 00          | 80  |)",
     "addresses of a letterhead"},
    {"prose in columns", Witness::text_band, kProse, "prose"},
    {"prose in boxes", Witness::crossings, kProse, "bordered prose"},
    {"long texts under headings", Witness::crossings, R"(
Område || Mål för året | Aktiviteter | Uppföljning
Barn   || Fler barn ska få stöd tidigt och nära hemmet innan problemen blir stora | Utbildning för alla som arbetar i mottagningen under våren och hösten | Redovisas vid delårsbokslut och årsbokslut av chefen för mottagningen
Vuxna  || Färre ska behöva plats på institution när stöd kan ges i öppna former | Samverkan med regionen om stödboende och behandling på hemmaplan | Redovisas varje månad till nämnden med antal dygn och kostnader)",
     ""},
    {"long texts under two headings", Witness::crossings, R"(
Händelser under året || Åtgärder
Samarbetet med skolan har utvecklats genom gemensamma möten varje månad | Rekryteringen av socionomer är fortfarande svår, men antalet sökande har ökat något
Nämnden ska under året arbeta för att fler barn får stöd | Arbetet följs upp i delårsrapporten, där nämnden visar hur många som har fått stöd)",
     "bordered prose"},
    {"boxes without rows", Witness::crossings, R"(
Mål    |
Vision |
Uppdrag | Barn
Omvärld | )",
     "boxes of text, no rows"},
    {"words in a ruled table", Witness::crossings, R"(
Insats      || Ansvarig
Uppsökande  || Enhetschefen
Anhörigstöd || Konsulenten)",
     ""},
    {"words that stand in columns by chance", Witness::text_band, R"(
Anna | Andersson | Ordförande
Bo   | Bengtsson | Ledamot
Cia  | Carlsson  | 12
Dan  | Dahl      | Ersättare)",
     "few figures"},
    {"mostly single cells", Witness::text_band, R"(
Larm | 12
Stöd |
Hjälp |
Omsorg |
Besök |)",
     "few rows with two cells"},
    {"months without figures, ruled", Witness::crossings, R"(
Nyckeltal   || jan | feb | mar | apr
Antal larm  || 345 |     |     |
Antal besök || 120 |     |     | )",
     ""},
};

}  // namespace

TEST_CASE("A grid is a table or has a reason not to be", "[verdict]") {
  for (const Case& c : kCases) {
    INFO(c.name << c.grid);
    parsers::Table table = support::table_of(c.grid);
    parsers::set_roles(table, -1);
    CHECK(parsers::rejection(table, c.witness, {}).value_or("") == c.reason);
  }
}
