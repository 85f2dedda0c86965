#include "parsers/ruling_lines.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/page_drawing.h"

namespace {

using extract::Page;
using extract::Ruling;

parsers::RulingSet join(const Page& page) {
  const parsers::PageWords words(page, {});
  return parsers::join_rulings(words, {});
}

void add(Page& page, bool horizontal, double position, double from, double to) {
  Ruling ruling;
  ruling.horizontal = horizontal;
  ruling.position = position;
  ruling.from = from;
  ruling.to = to;
  page.rulings.push_back(ruling);
}

void add_horizontal(Page& page, double y, double from, double to) { add(page, true, y, from, to); }

// "y from to" of each horizontal, rounded.
std::string horizontals(const Page& page) {
  std::string text;
  for (const Ruling& r : join(page).horizontal) {
    if (!text.empty()) text += "; ";
    text += std::to_string(std::lround(r.position)) + " " + std::to_string(std::lround(r.from)) +
            " " + std::to_string(std::lround(r.to));
  }
  return text;
}

constexpr const char* kGrid = R"(
+-----------+-----+-----+
| Larm      |  12 |  13 |
+-----------+-----+-----+
| Besök     |  20 |  21 |
+-----------+-----+-----+)";

}  // namespace

TEST_CASE("Pieces of one line become one ruling", "[ruling_lines]") {
  Page page;
  SECTION("touching") {
    add_horizontal(page, 100, 50, 80);
    add_horizontal(page, 100, 80, 120);
    CHECK(horizontals(page) == "100 50 120");
  }
  SECTION("with a corner square or a dash's gap between") {
    for (double x = 50; x < 120; x += 7) add_horizontal(page, 100, x, x + 4.5);
    CHECK(horizontals(page) == "100 50 118");
  }
  SECTION("a little off") {
    add_horizontal(page, 100, 50, 80);
    add_horizontal(page, 100.5, 81, 120);
    CHECK(horizontals(page) == "100 50 120");
  }
  SECTION("a wide gap parts two rulings") {
    add_horizontal(page, 100, 50, 80);
    add_horizontal(page, 100, 90, 120);
    CHECK(horizontals(page) == "100 50 80; 100 90 120");
  }
  SECTION("drawn twice, in any order") {
    add_horizontal(page, 100, 90, 120);
    add_horizontal(page, 100, 50, 95);
    add_horizontal(page, 100, 50, 95);
    CHECK(horizontals(page) == "100 50 120");
  }
}

TEST_CASE("A double rule is one divider", "[ruling_lines]") {
  Page page;
  add_horizontal(page, 100, 50, 120);
  add_horizontal(page, 102, 50, 120);
  CHECK(horizontals(page) == "101 50 120");
  add_horizontal(page, 112, 50, 120);
  CHECK(horizontals(page) == "101 50 120; 112 50 120");
}

TEST_CASE("A stack of hairlines does not become one line", "[ruling_lines]") {
  Page page;
  for (int i = 0; i < 20; ++i) add_horizontal(page, 100 + 2.0 * i, 50, 120);
  CHECK(join(page).horizontal.size() > 5);
}

TEST_CASE("Dots are no rulings", "[ruling_lines]") {
  Page page;
  add_horizontal(page, 100, 50, 52);
  add_horizontal(page, 200, 50, 120);
  CHECK(horizontals(page) == "200 50 120");
}

TEST_CASE("An underline is no ruling, a rule under a row is", "[ruling_lines]") {
  Page page = support::draw_page("Sammanfattning av året");
  const auto& first = page.words.front();
  const auto& last = page.words.back();
  add_horizontal(page, first.baseline + 1.5, first.box.x0, last.box.x1);
  CHECK(horizontals(page).empty());
  page.rulings.clear();
  add_horizontal(page, first.baseline + 1.5, first.box.x0, last.box.x1 + 150);
  CHECK(join(page).horizontal.size() == 1);
  page.rulings.clear();
  add_horizontal(page, first.baseline + 6, first.box.x0, last.box.x1);
  CHECK(join(page).horizontal.size() == 1);
}

TEST_CASE("Rules drawn cell by cell join to the whole ones", "[ruling_lines]") {
  const auto whole = join(support::draw_page(kGrid));
  support::Drawing drawing;
  drawing.pieces = true;
  const Page cut = support::draw_page(kGrid, drawing);
  CHECK(cut.rulings.size() > 30);
  const auto joined = join(cut);
  REQUIRE(whole.horizontal.size() == 3);
  REQUIRE(whole.vertical.size() == 4);
  REQUIRE(joined.horizontal.size() == 3);
  REQUIRE(joined.vertical.size() == 4);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(joined.horizontal[i].position == Approx(whole.horizontal[i].position).margin(0.5));
    CHECK(joined.horizontal[i].from == Approx(whole.horizontal[i].from).margin(1));
    CHECK(joined.horizontal[i].to == Approx(whole.horizontal[i].to).margin(1));
  }
}

TEST_CASE("Backgrounds of cells give edges", "[ruling_lines]") {
  SECTION("a band with text: above and below") {
    const auto set = join(support::draw_page("# Larm     12    13\n  Besök    20    21"));
    REQUIRE(set.horizontal.size() == 2);
    CHECK(set.horizontal[1].position - set.horizontal[0].position == Approx(12));
    CHECK(set.vertical.empty());
  }
  SECTION("cells side by side: the edge between them") {
    Page page = support::draw_page("  Larm     12    13");
    page.fills = {{{60, 100, 100, 112}, {200, 200, 200}}, {{100, 100, 150, 112}, {200, 200, 200}}};
    const auto set = join(page);
    REQUIRE(set.vertical.size() == 1);
    CHECK(set.vertical[0].position == Approx(100));
  }
  SECTION("white, without text, or most of the page: none") {
    Page page = support::draw_page("  Larm     12    13");
    page.fills = {{{60, 100, 150, 112}, {255, 255, 255}},
                  {{60, 300, 150, 312}, {200, 200, 200}},
                  {{0, 0, 595, 842}, {200, 200, 200}}};
    const auto set = join(page);
    CHECK(set.horizontal.empty());
    CHECK(set.vertical.empty());
  }
}

TEST_CASE("Rulings come sorted by position", "[ruling_lines]") {
  Page page;
  for (const double y : {300.0, 100.0, 200.0}) add_horizontal(page, y, 50, 120);
  for (const double x : {120.0, 50.0}) add(page, false, x, 100, 300);
  const auto set = join(page);
  const auto less = [](const Ruling& a, const Ruling& b) { return a.position < b.position; };
  CHECK(set.horizontal.size() == 3);
  CHECK(set.vertical.size() == 2);
  CHECK(std::is_sorted(set.horizontal.begin(), set.horizontal.end(), less));
  CHECK(std::is_sorted(set.vertical.begin(), set.vertical.end(), less));
}
