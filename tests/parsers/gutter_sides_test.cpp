#include "parsers/gutter_sides.h"

#include <catch2/catch.hpp>

#include "tests/support/page_drawing.h"

namespace {

// Whether the sides of the widest gutter that runs over all lines stand apart.
bool apart(const char* picture, const std::vector<extract::Rect>& charts = {}) {
  const extract::Page page = support::draw_page(picture);
  const parsers::PageWords words(page, {});
  const auto lines = parsers::find_lines(words, {}, {});
  parsers::Gutter widest;
  for (const parsers::Gutter& gutter : parsers::find_gutters(lines, words.unit(), {})) {
    const bool whole = gutter.last - gutter.first + 1 == lines.size();
    if (whole && gutter.x1 - gutter.x0 > widest.x1 - widest.x0) widest = gutter;
  }
  REQUIRE(widest.x1 > widest.x0);
  const auto left = parsers::look_left(lines, widest, charts, words.unit(), {});
  const auto right = parsers::look_right(lines, widest, charts, words.unit(), {});
  return parsers::stand_apart(left, right, words.unit(), {});
}

struct Case {
  const char* name;
  const char* picture;
};

const Case kApart[] = {
    {"headings come again", R"(
Vård       2023   2022            Skola      2023   2022
Larm        120    131            Elever       40     42
Besök       518    530            Klasser     912    930)"},
    {"a label in both", R"(
Norr        120    131            Björken      40     42
Syd         518    530            Eken        912    930
Summa       638    661            Summa       952    972)"},
    {"titles of their own", R"(
Hemtjänst                         Boende

Mått      Antal  Timmar           Mått      Platser  Kö
Norr        120     131           Björken        40  42
Syd         518     530           Eken          912  93)"},
    {"running text on both sides", R"(
Nämnden redovisar ett bra resultat          Antalet ärenden har ökat i alla
som är i nivå med budget för hela           grupper, och arbetet med dem tar
perioden, och hemtjänsten har haft          därför längre tid än planerat, i
fler timmar än beräknat.                    synnerhet på hösten.)"},
};

const Case kTogether[] = {
    {"figures on the right alone", R"(
Larm        120                     40     42
Besök       518                    912    930
Mil          77                     12      9)"},
    {"labels beside figures", R"(
Larm                                40     42
Besök                              912    930
Mil                                 12      9)"},
    {"a column of words that come again", R"(
Mått         Mål                  Enhet     Utfall
Larm         120                  antal        119
Besök        518                  antal        530
Timmar        77                  procent       75
Mil           12                  procent       11)"},
    {"labels under two headings", R"(
Mål                               Mått       2023  2022
Trygg omsorg                      Larm        120   131
God arbetsmiljö                   Frånvaro      7     6)"},
    {"cells of text under a heading", R"(
Mål                                         Mått       2023  2022
Alla som behöver stöd får det i tid         Larm        120   131
och kan påverka när det ges och av          Besök       518   530
vem, och de känner sig trygga med           Timmar       77    80
den omsorg som de får.                      Mil          12     9)"},
};

}  // namespace

TEST_CASE("What is read apart", "[gutter_sides][issue-3]") {
  for (const Case& c : kApart) {
    INFO(c.name << c.picture);
    CHECK(apart(c.picture));
  }
}

TEST_CASE("What belongs together", "[gutter_sides][issue-3]") {
  for (const Case& c : kTogether) {
    INFO(c.name << c.picture);
    CHECK_FALSE(apart(c.picture));
  }
}

TEST_CASE("A chart stands apart from the table beside it", "[gutter_sides][issue-3]") {
  const char* picture = R"(
Larm     120    131              100
Besök    518    530               50
Mil       12      9                0)";
  CHECK_FALSE(apart(picture));
  CHECK(apart(picture, {{200, 90, 300, 200}}));
}
