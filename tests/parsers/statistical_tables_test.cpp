// Layouts of statistical yearbooks and accounts: leader dots, signs of a currency, titles in the
// middle.
#include <catch2/catch.hpp>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

using support::draw_page;
using support::page_text;
using support::plain_grid;

struct Case {
  const char* name;
  const char* picture;
  const char* grid;
};

const Case kCases[] = {
    {"dots that lead to figures", R"(
Resor.............         120      131      125
Hyror.............          70       80       71
Löner.............       1 277    1 380    1 325
Summa.............       1 467    1 591    1 521)",
     R"(
Resor............. || 120   | 131   | 125
Hyror............. || 70    | 80    | 71
Löner............. || 1 277 | 1 380 | 1 325
Summa............. || 1 467 | 1 591 | 1 521)"},
    {"dots one by one, years as labels", R"(
1990 . . . . . . . .       120      131      125
1991 . . . . . . . .        70       80       71
1992 . . . . . . . .     1 277    1 380    1 325)",
     R"(
1990 . . . . . . . . || 120   | 131   | 125
1991 . . . . . . . . || 70    | 80    | 71
1992 . . . . . . . . || 1 277 | 1 380 | 1 325)"},
    {"a currency's sign on the first row and the sum", R"(
                        2008         2009
-------------------------------------------
Resor               $    120     $    131
Hyror                     70           80
Löner                  1 277        1 380
Summa               $  1 467     $  1 591
-------------------------------------------)",
     R"(
      || 2008    | 2009
===
Resor || $ 120   | $ 131
Hyror || 70      | 80
Löner || 1 277   | 1 380
Summa || $ 1 467 | $ 1 591)"},
    {"title and unit in the middle of the table", R"(
        Tabell 7. Kostnader i kommunerna
             (miljoner kronor)

Slag                    2008     2009     2010
Resor                    120      131      125
Hyror                     70       80       71
Löner                  1 277    1 380    1 325)",
     R"(
Slag  || 2008  | 2009  | 2010
===
Resor || 120   | 131   | 125
Hyror || 70    | 80    | 71
Löner || 1 277 | 1 380 | 1 325)"},
    {"a heading in the middle of the figures", R"(
                           Kostnader
Slag                    2008     2009     2010
Resor                    120      131      125
Hyror                     70       80       71
Löner                  1 277    1 380    1 325)",
     R"(
      || Kostnader | <     | <
Slag  || 2008      | 2009  | 2010
===
Resor || 120       | 131   | 125
Hyror || 70        | 80    | 71
Löner || 1 277     | 1 380 | 1 325)"},
};

}  // namespace

TEST_CASE("Tables as statistical reports set them", "[statistical_tables][issue-3]") {
  for (const Case& c : kCases) {
    INFO(c.name << c.picture);
    const auto found = parsers::find_page_tables(draw_page(c.picture), parsers::Furniture{});
    CHECK(plain_grid(page_text(found)) == plain_grid(c.grid));
  }
}
