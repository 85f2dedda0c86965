#include "parsers/captions.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"

namespace {

// The table's surroundings as one text: "section > title | captions | notes".
std::string surroundings(const extract::Page& page) {
  const parsers::PageTables found = parsers::find_page_tables(page, parsers::Furniture{});
  std::string text;
  for (const parsers::Table& table : found.tables) {
    if (!text.empty()) text += "; ";
    text += table.section + " > " + table.title;
    for (const std::string& caption : table.captions) text += " | " + caption;
    for (const std::string& note : table.notes) text += " ! " + note;
  }
  return text;
}

constexpr const char* kTable = R"(
  Enhet            2022       2023
  Hemtjänst          12         14
  Boende             30         31
)";

struct Case {
  const char* name;
  std::string picture;
  const char* expected;
};

const Case kCases[] = {
    {"a line above is the title", std::string("  Personal, antal\n") + kTable,
     " > Personal, antal"},
    {"unit lines follow the title", std::string("  Personal\n  Belopp i tkr\n") + kTable,
     " > Personal | Belopp i tkr"},
    {"a sentence above is no title",
     std::string("  Under året har antalet årsarbetare ökat något.\n") + kTable, " > "},
    {"a line far above is no title", std::string("  Personal, antal\n\n\n\n\n") + kTable, " > "},
    {"notes below", std::string(kTable) + "\n  * Antal verkställda timmar\n",
     " >  ! * Antal verkställda timmar"},
    {"the source below", std::string(kTable) + "\n  Källa: Kolada\n", " >  ! Källa: Kolada"},
    {"text below is no note", std::string(kTable) + "\n  Antalet årsarbetare har ökat.\n", " > "},
    {"a scale above is no title",
     std::string("  Personal, antal\n\n  60\n\n  40\n\n  20\n\n   0\n") + kTable,
     " > Personal, antal"},
    {"nor one that lies", std::string("  Personal, antal\n  0   20   40   60   80 %\n\n") + kTable,
     " > Personal, antal"},
    {"a scale alone", std::string("  40\n\n  20\n\n   0\n") + kTable, " > "},
    {"a year alone is no title", std::string("  2023\n") + kTable, " >  | 2023"},
    {"a title of words and a year", std::string("  Personal 2023\n") + kTable,
     " > Personal 2023"},
};

}  // namespace

TEST_CASE("Titles, captions and notes stand around the table", "[captions]") {
  for (const Case& c : kCases) {
    INFO(c.name << c.picture);
    CHECK(surroundings(support::draw_page(c.picture)) == c.expected);
  }
}

TEST_CASE("A title row inside the frame is the title", "[captions]") {
  CHECK(surroundings(support::draw_page(R"(
+-----------------------------------+
| Personal, mars 2023               |
+-----------------+--------+--------+
| Nyckeltal       | jan-23 | feb-23 |
+-----------------+--------+--------+
| Antal larm      |    345 |    351 |
+-----------------+--------+--------+
| Antal besök     |  1 204 |    998 |
+-----------------+--------+--------+)")) == " > Personal, mars 2023");
}

TEST_CASE("Large type above is the section, bold type the title", "[captions]") {
  support::Drawing drawing;
  drawing.font_size = 16;
  extract::Page page = support::draw_page("  Verksamhetens mått", drawing);
  drawing.font_size = 10;
  drawing.top = 130;
  support::draw_onto(page, "  Under året har antalet larm ökat i alla områden utom ett.", drawing);
  drawing.top = 160;
  support::draw_onto(page, std::string("  Personal, antal\n") + kTable, drawing);
  support::make_bold(page, "Personal, antal");
  CHECK(surroundings(page) == "Verksamhetens mått > Personal, antal");
}

TEST_CASE("Each table takes its own lines", "[captions]") {
  CHECK(surroundings(support::draw_page(std::string("  Personal, antal\n") + kTable +
                                        "\n\n  Sjukfrånvaro, procent\n" + kTable)) ==
        " > Personal, antal;  > Sjukfrånvaro, procent");
}

TEST_CASE("The last heading of a page is the section of the next page's tables", "[captions]") {
  support::Drawing drawing;
  drawing.font_size = 16;
  extract::Page page = support::draw_page("  Verksamhetens mått", drawing);
  drawing.font_size = 10;
  drawing.top = 130;
  support::draw_onto(page, "  Under året har antalet larm ökat i alla områden.", drawing);
  const parsers::PageWords words(page, {});
  std::vector<parsers::Table> none;
  const auto lines = parsers::find_lines(words, {}, {});
  CHECK(parsers::attach_captions(words, lines, none, "Inledning", {}) == "Verksamhetens mått");
  CHECK(parsers::attach_captions(words, {}, none, "Inledning", {}) == "Inledning");
}
