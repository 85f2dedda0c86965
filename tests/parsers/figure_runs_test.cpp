#include "parsers/figure_runs.h"

#include <catch2/catch.hpp>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

struct Case {
  const char* name;
  const char* picture;
  const char* grid;
};

// One space is 2.8 points wide between groups of digits and between columns alike.
const Case kCases[] = {
    {"a sum fills both columns", R"(
  Verksamhet       Budget  Utfall Avvikelse
  Ledning           1 200   1 100       100
  Skola            45 300  46 100      -800
  Förskola         81 726  82 726    -1 000
  Summa           128 226 129 926    -1 700)",
     R"(
Verksamhet || Budget  | Utfall  | Avvikelse
===
Ledning    || 1 200   | 1 100   | 100
Skola      || 45 300  | 46 100  | -800
Förskola   || 81 726  | 82 726  | -1 000
Summa      || 128 226 | 129 926 | -1 700)"},
    {"three columns", R"(
  Verksamhet       2021    2022    2023
  Ledning         1 200   1 100     900
  Skola          45 300  46 100  47 200
  Förskola       81 726  82 726  83 100
  Summa         128 226 129 926 131 200)",
     R"(
Verksamhet || 2021    | 2022    | 2023
===
Ledning    || 1 200   | 1 100   | 900
Skola      || 45 300  | 46 100  | 47 200
Förskola   || 81 726  | 82 726  | 83 100
Summa      || 128 226 | 129 926 | 131 200)"},
    {"a narrow column after a wide one", R"(
  Verksamhet         2021  2022
  Ledning           1 200   100
  Skola           145 300   300
  Förskola         81 726   726
  Summa         1 128 226 1 926)",
     R"(
Verksamhet || 2021      | 2022
===
Ledning    || 1 200     | 100
Skola      || 145 300   | 300
Förskola   || 81 726    | 726
Summa      || 1 128 226 | 1 926)"},
    {"a minus parts as well", R"(
  Verksamhet         Budget Avvikelse
  Ledning             1 200    -100
  Förskola           81 726  -1 000
  Grundskola         82 726 -11 000
  Summa             165 652 -12 100)",
     R"(
Verksamhet || Budget  | Avvikelse
===
Ledning    || 1 200   | -100
Förskola   || 81 726  | -1 000
Grundskola || 82 726  | -11 000
Summa      || 165 652 | -12 100)"},
    {"millions in one column stay whole", R"(
  Verksamhet             2021        2022
  Ledning           1 128 226   1 120 926
  Skola                   300         300
  Förskola            145 300     148 300)",
     R"(
Verksamhet || 2021      | 2022
===
Ledning    || 1 128 226 | 1 120 926
Skola      || 300       | 300
Förskola   || 145 300   | 148 300)"},
    {"left-aligned millions, too", R"(
  Verksamhet        2021        2022
  Ledning           128 226     120 926
  Skola             300         300
  Boende            145         148
  Förskola          145 300     148 300)",
     R"(
Verksamhet || 2021    | 2022
===
Ledning    || 128 226 | 120 926
Skola      || 300     | 300
Boende     || 145     | 148
Förskola   || 145 300 | 148 300)"},
    {"one row and two headings", R"(
  Verksamhet       2021    2022    2023
  Ledning       101 200 101 100     900
  Skola         145 300 146 100  47 200
  Förskola       81 726  82 726 483 100
  Summa         128 226 129 926 131 200)",
     R"(
Verksamhet || 2021    | 2022    | 2023
===
Ledning    || 101 200 | 101 100 | 900
Skola      || 145 300 | 146 100 | 47 200
Förskola   || 81 726  | 82 726  | 483 100
Summa      || 128 226 | 129 926 | 131 200)"},
    {"one row alone parts nothing", R"(
  Verksamhet             2021
  Ledning           1 128 226
  Skola             1  300 000
  Förskola          2 145 300)",
     R"(
Verksamhet || 2021
===
Ledning    || 1 128 226
Skola      || 1 300 000
Förskola   || 2 145 300)"},
};

}  // namespace

TEST_CASE("Figures one space apart are parted as other rows show", "[figure_runs][issue-3]") {
  for (const Case& c : kCases) {
    for (const double space : {2.8, 3.0, 3.2}) {  // points between columns
      INFO(c.name << ", " << space << " points" << c.picture);
      support::Drawing drawing;
      drawing.space = space;
      const extract::Page page = support::draw_page(c.picture, drawing);
      CHECK(support::page_text(parsers::find_page_tables(page, parsers::Furniture{})) ==
            support::plain_grid(c.grid));
    }
  }
}
