#include "parsers/turned_page.h"

#include <catch2/catch.hpp>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

using extract::Page;
using extract::Rect;

const char* const kPicture = R"(
Nyckeltal              2021     2022     2023
-----------------------------------------------
Antal larm              345      351      696
Antal besök           1 204      998    2 202
Beviljade timmar         12       13       25
Avslag och återtag        3        4        7
Överklagade beslut        1        0        2
-----------------------------------------------)";

// The drawn page laid on its side: its text reads upwards (270) or downwards (90).
Page on_its_side(int rotation) {
  const Page upright = support::draw_page(kPicture);
  Page page = parsers::turned_page(upright, 360 - rotation);
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const double baseline = upright.words[i].baseline;
    page.words[i].baseline = rotation == 270 ? baseline : upright.height - baseline;
  }
  return page;
}

}  // namespace

TEST_CASE("A page's text tells how it is turned", "[turned_page][issue-3]") {
  CHECK(parsers::text_turn(support::draw_page(kPicture), {}) == 0);
  CHECK(parsers::text_turn(on_its_side(90), {}) == 90);
  CHECK(parsers::text_turn(on_its_side(270), {}) == 270);

  Page axis = support::draw_page("Antal larm 345 351 696\nAntal besök 12 13 25");
  CHECK(parsers::text_turn(axis, {}) == 0);
  for (extract::Word& word : axis.words) word.rotation = 270;
  CHECK(parsers::text_turn(axis, {}) == 0);  // a few words, no page
}

TEST_CASE("A table across the page is read as one that stands", "[turned_page][issue-3]") {
  const auto upright =
      parsers::find_page_tables(support::draw_page(kPicture), parsers::Furniture{});
  REQUIRE(upright.tables.size() == 1);
  for (const int rotation : {90, 270}) {
    const Page page = on_its_side(rotation);
    const auto found = parsers::find_page_tables(page, parsers::Furniture{});
    REQUIRE(found.tables.size() == 1);
    CHECK(support::page_text(found) == support::page_text(upright));
    // Boxes are those of the page as drawn.
    for (const parsers::Cell& cell : found.tables.front().cells) {
      if (cell.text != "1 204") continue;
      Rect words;
      for (const extract::Word& word : page.words) {
        if (word.text == "204" || (word.text == "1" && extract::intersects(word.box, cell.box)))
          words = extract::unite(words, word.box);
      }
      CHECK(cell.box.x0 == Approx(words.x0));
      CHECK(cell.box.y1 == Approx(words.y1));
    }
  }
}
