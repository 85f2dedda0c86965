#include "parsers/tagged_table.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/page_tables.h"
#include "parsers/table_roles.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

constexpr const char* kPicture = R"(
  Verksamhet         2022     2023
  Ledning           1 200    1 100
  Skola            45 300   46 100
)";

// The grid that the tags give, or "" where they do not hold.
std::string tagged(const char* picture, const char* tags) {
  extract::Page page = support::draw_page(picture);
  support::tag_table(page, tags);
  const parsers::PageWords words(page, {});
  const auto grid = parsers::tagged_grid(words, page.tagged_tables.front());
  return grid ? support::grid_text(parsers::make_table(words, *grid)) : "";
}

struct Case {
  const char* name;
  const char* picture;
  const char* tags;
  const char* grid;  // "": refused
};

const Case kCases[] = {
    {"rows and columns as drawn", kPicture, R"(
!Verksamhet | !2022 | !2023
Ledning | 1 200 | 1 100
Skola | 45 300 | 46 100)",
     R"(
Verksamhet || 2022   | 2023
===
Ledning    || 1 200  | 1 100
Skola      || 45 300 | 46 100)"},
    {"spans", R"(
                       2022              2023
  Verksamhet      Budget  Utfall    Budget  Utfall
  Ledning          1 200   1 100     1 210   1 110
  Skola           45 300  46 100    45 310  46 110)",
     R"(
! | !2022 >2 | !2023 >2
!Verksamhet | !Budget | !Utfall | !Budget | !Utfall
Ledning | 1 200 | 1 100 | 1 210 | 1 110
Skola | 45 300 | 46 100 | 45 310 | 46 110)",
     R"(
           || 2022   | <      | 2023   | <
Verksamhet || Budget | Utfall | Budget | Utfall
===
Ledning    || 1 200  | 1 100  | 1 210  | 1 110
Skola      || 45 300 | 46 100 | 45 310 | 46 110)"},
    {"words only, which no alignment would tell", R"(
  Verksamhet       Ansvarig
  Ledning          kanslichef
  Skola            rektor)",
     R"(
!Verksamhet | !Ansvarig
Ledning | kanslichef
Skola | rektor)",
     R"(
Verksamhet || Ansvarig
===
Ledning    || kanslichef
Skola      || rektor)"},
    {"ragged rows", kPicture, R"(
!Verksamhet | !2022
Ledning | 1 200 | 1 100
Skola | 45 300 | 46 100)",
     ""},
    {"rows in another order than drawn", kPicture, R"(
!Verksamhet | !2022 | !2023
Skola | 45 300 | 46 100
Ledning | 1 200 | 1 100)",
     ""},
    {"columns in another order than drawn", kPicture, R"(
!Verksamhet | !2023 | !2022
Ledning | 1 100 | 1 200
Skola | 46 100 | 45 300)",
     ""},
    {"words drawn between the cells that no cell holds", kPicture, R"(
!Verksamhet | !2022 | !2023
Ledning | | 1 100
Skola | 45 300 | 46 100)",
     ""},
    {"everything in one cell", kPicture,
     "Verksamhet 2022 2023 Ledning 1 200 1 100 Skola 45 300 46 100", ""},
};

}  // namespace

TEST_CASE("Tags are taken where they hold against what is drawn", "[tagged_table]") {
  for (const Case& c : kCases) {
    INFO(c.name << c.picture << c.tags);
    CHECK(tagged(c.picture, c.tags) == support::plain_grid(c.grid));
  }
}

TEST_CASE("Tags and geometry together", "[tagged_table]") {
  struct Both {
    const char* name;
    const char* tags;
    parsers::Method method;
    bool agree;
  };
  const Both cases[] = {
      {"agree", kCases[0].tags, parsers::Method::stream, true},
      {"ragged tags do no harm", kCases[3].tags, parsers::Method::stream, false},
      {"nor do tags without the boxhead", "Ledning | 1 200 | 1 100\nSkola | 45 300 | 46 100",
       parsers::Method::stream, false},
  };
  for (const Both& c : cases) {
    INFO(c.name);
    extract::Page page = support::draw_page(kPicture);
    support::tag_table(page, c.tags);
    const auto found = parsers::find_page_tables(page, parsers::Furniture{});
    REQUIRE(found.tables.size() == 1);
    CHECK(support::grid_text(found.tables[0]) == support::plain_grid(kCases[0].grid));
    CHECK(found.tables[0].method == c.method);
    CHECK((found.tables[0].reason.find("tags agree") != std::string::npos) == c.agree);
  }
}

TEST_CASE("Tags stand in where geometry finds nothing", "[tagged_table]") {
  extract::Page page = support::draw_page(kCases[2].picture);
  support::tag_table(page, kCases[2].tags);
  const auto found = parsers::find_page_tables(page, parsers::Furniture{});
  REQUIRE(found.tables.size() == 1);
  CHECK(found.tables[0].method == parsers::Method::tagged);
}

TEST_CASE("Tags without words on the page are refused", "[tagged_table]") {
  extract::Page page = support::draw_page(kPicture);
  support::tag_table(page, "Annan | 7\nTabell | 8");
  const parsers::PageWords words(page, {});
  CHECK_FALSE(parsers::tagged_grid(words, page.tagged_tables.front()));
  CHECK_FALSE(parsers::tagged_grid(words, extract::TaggedTable{}));
}
