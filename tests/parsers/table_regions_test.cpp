#include "parsers/table_regions.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/page_drawing.h"

namespace {

using parsers::TableRegion;

// What each finder sees of a picture, by first and last line of each region.
struct Seen {
  std::string crossings, rules, bands;
};

std::string shown(const std::vector<TableRegion>& regions) {
  std::string text;
  for (const TableRegion& region : regions) {
    if (!text.empty()) text += "; ";
    text +=
        region.lines.front().pieces.front().text + ".." + region.lines.back().pieces.front().text;
  }
  return text;
}

Seen look(const extract::Page& page) {
  const parsers::PageWords words(page, {});
  const parsers::RulingSet rulings = parsers::join_rulings(words, {});
  const auto lines = parsers::find_lines(words, rulings.vertical, {});
  return {shown(parsers::find_crossing_regions(words, lines, rulings, {})),
          shown(parsers::find_rule_regions(words, lines, rulings.horizontal, {})),
          shown(parsers::find_text_bands(words, lines, rulings.horizontal, {}))};
}

}  // namespace

TEST_CASE("Rulings that cross make a region", "[table_regions]") {
  CHECK(look(support::draw_page(R"(
Texten före tabellen är en vanlig mening.
+-----------+-----+
| Larm      |  12 |
+-----------+-----+
| Besök     |  20 |
+-----------+-----+
Texten efter tabellen är en vanlig mening.)"))
            .crossings == "Larm..Besök");
}

TEST_CASE("Components that do not touch are regions of their own", "[table_regions]") {
  CHECK(look(support::draw_page(R"(
+-----------+-----+    +-----------+-----+
| Larm      |  12 |    | Platser   |  12 |
+-----------+-----+    +-----------+-----+
| Besök     |  20 |    | Dygn      |  20 |
+-----------+-----+    +-----------+-----+

+-----------+-----+
| Ledning   |  12 |
+-----------+-----+
| Skola     |  20 |
+-----------+-----+)"))
            .crossings == "Larm..Besök; Platser..Dygn; Ledning..Skola");
}

TEST_CASE("A boxhead above cells drawn for the body alone is taken in", "[table_regions]") {
  CHECK(look(support::draw_page(R"(
  Mått        2022
+-----------+------+
| Larm      |   12 |
+-----------+------+
| Besök     |   20 |
+-----------+------+)"))
            .crossings == "Mått..Besök");
}

TEST_CASE("Rules of equal extent make a region with its boxhead", "[table_regions]") {
  const char* picture = R"(
  Mått              2022    2023
----------------------------------
  Larm                12      13
  Besök               20      21
----------------------------------
  Summa               32      34
----------------------------------)";
  CHECK(look(support::draw_page(picture)).rules == "Mått..Summa");
}

TEST_CASE("Rules around running text make no region", "[table_regions]") {
  CHECK(look(support::draw_page(R"(
----------------------------------------------------
Nämnden ska under året arbeta för att fler barn
och unga får stöd i ett tidigt skede, och att fler
familjer får hjälp innan problemen har blivit stora.
Arbetet följs upp i delårsrapporten.
----------------------------------------------------)"))
            .rules.empty());
}

TEST_CASE("Rows of figures make a text band", "[table_regions]") {
  struct Case {
    const char* name;
    const char* picture;
    const char* bands;
  };
  const Case cases[] = {
      {"with its boxhead", R"(
Mått              2022    2023
Larm                12      13
Besök               20      21)",
       "Mått..Besök"},
      {"prose around it is left out", R"(
Under året har antalet barn i förskolan minskat en del, medan grundskolan
har fått fler elever än väntat i alla årskurser utom den första.

Mått              2022    2023
Larm                12      13
Besök               20      21

Kostnaderna följer i stort sett budget, men vikarier har kostat mer än
förra året i de största enheterna och väntas göra det under hösten.)",
       "Mått..Besök"},
      {"a wide gap parts two bands", R"(
Mått              2022    2023
Larm                12      13
Besök               20      21




Mått              2022    2023
Platser             12      13
Dygn                20      21)",
       "Mått..Besök; Mått..Dygn"},
      {"headings of another table part two bands", R"(
Mått              2022    2023
Larm                12      13
Besök               20      21

Enhet            Norr     Syd
Platser             12      13
Dygn                20      21)",
       "Mått..Besök; Enhet..Dygn"},
      {"a single row is none", "Larm   12   13", ""},
      {"prose is none", "Nämnden arbetar för att fler barn\noch unga får stöd i ett tidigt skede.",
       ""},
  };
  for (const Case& c : cases) {
    INFO(c.name << c.picture);
    CHECK(look(support::draw_page(c.picture)).bands == c.bands);
  }
}

TEST_CASE("Lines within a box are whole pieces", "[table_regions]") {
  const extract::Page page = support::draw_page("Larm   12   13\nBesök  20   21");
  const auto lines = parsers::find_lines(parsers::PageWords(page, {}), {}, {});
  const auto upper = parsers::lines_within(lines, {0, 0, 595, lines[0].baseline});
  REQUIRE(upper.size() == 1);
  CHECK(upper[0].pieces.size() == 3);
  const auto left = parsers::lines_within(lines, {0, 0, 95, 842});
  REQUIRE(left.size() == 2);
  CHECK(left[0].pieces.size() == 1);
  CHECK(parsers::lines_within(lines, {300, 0, 595, 842}).empty());
}
