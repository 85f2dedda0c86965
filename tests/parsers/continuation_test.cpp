#include "parsers/continuation.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

parsers::Table read(const char* picture, int page = 1) {
  support::Drawing drawing;
  drawing.number = page;
  const auto found =
      parsers::find_page_tables(support::draw_page(picture, drawing), parsers::Furniture{});
  REQUIRE(found.tables.size() == 1);
  return found.tables.front();
}

constexpr const char* kFirst = R"(
+-------------+--------+--------+
| Verksamhet  | Budget | Utfall |
+-------------+--------+--------+
| Ledning     |  1 200 |  1 100 |
+-------------+--------+--------+
| Förskola    | 45 300 | 46 100 |
+-------------+--------+--------+)";

constexpr const char* kJoined = R"(
Verksamhet || Budget | Utfall
===
Ledning    || 1 200  | 1 100
Förskola   || 45 300 | 46 100
Skola      || 81 726 | 80 726
Fritidshem || 12 100 | 12 000)";

struct Case {
  const char* name;
  const char* next;
  const char* grid;  // "": stays a table of its own
};

const Case kDownwards[] = {
    {"boxhead repeated", R"(
+-------------+--------+--------+
| Verksamhet  | Budget | Utfall |
+-------------+--------+--------+
| Skola       | 81 726 | 80 726 |
+-------------+--------+--------+
| Fritidshem  | 12 100 | 12 000 |
+-------------+--------+--------+)",
     kJoined},
    {"boxhead left out", R"(
+-------------+--------+--------+
| Skola       | 81 726 | 80 726 |
+-------------+--------+--------+
| Fritidshem  | 12 100 | 12 000 |
+-------------+--------+--------+)",
     kJoined},
    {"boxhead blanked but for one cell", R"(
+-------------+--------+--------+
|             | Budget |        |
+-------------+--------+--------+
| Skola       | 81 726 | 80 726 |
+-------------+--------+--------+
| Fritidshem  | 12 100 | 12 000 |
+-------------+--------+--------+)",
     kJoined},
    {"a label parted by the page's end", R"(
+-------------+--------+--------+
| och fritids |        |        |
+-------------+--------+--------+
| Skola       | 81 726 | 80 726 |
+-------------+--------+--------+)",
     R"(
Verksamhet           || Budget | Utfall
===
Ledning              || 1 200  | 1 100
Förskola och fritids || 45 300 | 46 100
Skola                || 81 726 | 80 726)"},
    {"other headings", R"(
+-------------+--------+--------+
| Personal    | 2022   | 2023   |
+-------------+--------+--------+
| Skola       |    726 |    726 |
+-------------+--------+--------+
| Fritidshem  |    100 |     98 |
+-------------+--------+--------+)",
     ""},
    {"headings in another order", R"(
+-------------+--------+--------+
| Verksamhet  | Utfall | Budget |
+-------------+--------+--------+
| Skola       | 81 726 | 80 726 |
+-------------+--------+--------+
| Fritidshem  | 12 100 | 12 000 |
+-------------+--------+--------+)",
     ""},
    {"columns at other places", R"(
+--------------------+----------+----------+
| Skola              |   81 726 |   80 726 |
+--------------------+----------+----------+
| Fritidshem         |   12 100 |   12 000 |
+--------------------+----------+----------+)",
     ""},
    {"another number of columns", R"(
+-------------+--------+--------+--------+
| Skola       | 81 726 | 80 726 |      1 |
+-------------+--------+--------+--------+
| Fritidshem  | 12 100 | 12 000 |      2 |
+-------------+--------+--------+--------+)",
     ""},
};

constexpr const char* kYears = R"(
  Ålder        2023   2024
  0              12     13
  1              20     21
  2               7      9)";

}  // namespace

TEST_CASE("Tables go on downwards", "[continuation]") {
  for (const Case& c : kDownwards) {
    INFO(c.name << c.next);
    parsers::Table table = read(kFirst);
    const parsers::Table before = table;
    const bool joined = parsers::join_downwards(table, read(c.next, 2));
    CHECK(joined == (std::string(c.grid) != ""));
    if (joined) {
      CHECK(support::grid_text(table) == support::plain_grid(c.grid));
      CHECK(table.cells.front().page == 1);
      CHECK(table.cells.back().page == 2);
      CHECK(table.cells.back().row == table.rows - 1);
    } else {
      CHECK(table == before);
    }
  }
}

TEST_CASE("Tables go on sideways, without labels", "[continuation]") {
  parsers::Table table = read(kYears);
  REQUIRE(parsers::join_sideways(table, read(R"(
  2025   2026
    14     15
    22     23
    10     11)",
                                             2)));
  CHECK(support::grid_text(table) == support::plain_grid(R"(
Ålder || 2023 | 2024 | 2025 | 2026
===
0     || 12   | 13   | 14   | 15
1     || 20   | 21   | 22   | 23
2     || 7    | 9    | 10   | 11)"));
}

TEST_CASE("Sideways parts have the same rows and no labels", "[continuation]") {
  struct Other {
    const char* name;
    const char* next;
  };
  const Other others[] = {
      {"labels of its own",
       "\n  Enhet      2025   2026\n  Norr         14     15\n  Syd          22     23\n  Öst      "
       "    10     11"},
      {"fewer rows", "\n  2025   2026\n    14     15\n    22     23"},
      {"rows on other lines", "\n  2025   2026\n    14     15\n\n    22     23\n\n    10     11"},
  };
  for (const Other& other : others) {
    INFO(other.name);
    parsers::Table table = read(kYears);
    const parsers::Table before = table;
    CHECK_FALSE(parsers::join_sideways(table, read(other.next, 2)));
    CHECK(table == before);
  }
}
