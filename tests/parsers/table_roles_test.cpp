#include "parsers/table_roles.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

// The grid as written, with the roles that were found.
std::string with_roles(const char* written, int known_boxhead = -1, int known_stub = -1) {
  parsers::Table table = support::table_of(written);
  parsers::set_roles(table, known_boxhead, known_stub);
  return support::grid_text(table);
}

// Each with the roles that are to be found.
const char* const kGrids[] = {
    // One row of headings, one column of labels.
    R"(
Nyckeltal   || jan | feb
===
Antal larm  || 12  | 13
Antal besök || -   | 20)",
    // Two levels, the corner empty.
    R"(
          || 2023   | <      | 2022   | <
          || Budget | Utfall | Budget | Utfall
===
Hemtjänst || 120    | 118    | 110    | 115)",
    // Headings that are years are headings.
    R"(
Verksamhet || 2022 | 2023 | 2024
===
Ledning    || 1 200 | 1 100 | 900)",
    // The stub head reaches down.
    R"(
Verksamhet || 2023   | <
^          || Budget | Utfall
===
Hemtjänst  || 120    | 118)",
    // A title over all columns.
    R"(
Personal   || <    | <
Nyckeltal  || jan  | feb
===
Antal      || 12   | 13)",
    // A group row between headings and figures is a row of the body.
    R"(
Verksamhet    || 2022 | 2023
===
Hemtjänst     ||      |
Antal timmar  || 518  | 530)",
    // A first column that repeats does not tell the rows apart.
    R"(
Område  | Mått       || 2022 | 2023
===
Hemvård | Antal larm || 300  | 310
^       | Antal mil  || 912  | 900)",
    // Codes alone are no labels.
    R"(
Kod | Verksamhet  || 2022 | 2023
===
928 | Lokaler norr || 120 | 118
930 | Lokaler syd  || 77  | 80)",
    // A column of words that repeat tells a state: data.
    R"(
Nyckeltal   || Trend   | 2023
===
Antal larm  || stabilt | 12
Antal besök || ökning  | 20
Antal mil   || stabilt | 31)",
    // Targets in words, right of the figures and left of them.
    R"(
Nyckeltal   || 2022 | 2023 | Mål 2023       | Mål 2024
===
Avvikelse   || -1,2 | 0,3  | 0 eller bättre | 0 eller bättre
Placering   || 8    | 7    | Topp 3         | Topp 10
Andel nöjda || 87   | 91   | Ökning         | Fler än i år)",
    R"(
Nyckeltal   || Mål 2023       | 2022 | 2023
===
Avvikelse   || 0 eller bättre | -1,2 | 0,3
Placering   || minst Topp 3   | 8    | 7
Andel nöjda || ökning         | 87   | 91)",
    // Aims that tell the rows apart are labels.
    R"(
Område   | Mål           || 2022 | 2023
===
Personal | Färre sjuka   || 7,9  | 4,9
Personal | Fler nöjda    || 4,5  | 3,7
Ekonomi  | Budget i balans || 8,3  | 5,1)",
    // Rows without figures yet, below a complete boxhead.
    R"(
Nyckeltal   || 2022 | 2023 | Mål
===
Avvikelse   ||      |      | 0 eller bättre
Placering   ||      |      | Topp 3
Andel nöjda || 87   | 91   | Ökning)",
    // A boxhead that is complete on its second row.
    R"(
Verksamhet || Budget | Utfall | Avvikelse
           || 2023   | 2023   |
===
Ledning    || 1 200  | 1 100  | 100)",
    // No figures yet.
    R"(
Nyckeltal   || jan | feb
===
Antal larm  ||     |
Antal besök ||     | )",
    // Marks for missing figures are data.
    R"(
Nyckeltal  || jan     | feb
===
Öppna dagar || Stängt | ..)",
};

}  // namespace

TEST_CASE("Boxhead and stub are found from the cells", "[table_roles]") {
  for (const char* grid : kGrids) {
    INFO(grid);
    CHECK(with_roles(grid) == support::plain_grid(grid));
  }
}

TEST_CASE("Known roles are taken as they are", "[table_roles]") {
  const char* grid = R"(
A | B | C
1 | 2 | 3)";
  CHECK(with_roles(grid, 0, 2) == "A|B||C\n1|2||3\n");
  CHECK(with_roles(grid, 2, 1) == "A||B|C\n1||2|3\n=\n");
}

TEST_CASE("Every cell has the role of its place", "[table_roles]") {
  parsers::Table table = support::table_of(kGrids[3]);
  parsers::set_roles(table, -1);
  for (const parsers::Cell& cell : table.cells) {
    INFO(cell.text);
    const parsers::CellRole expected = cell.row < 2      ? parsers::CellRole::boxhead
                                       : cell.column < 1 ? parsers::CellRole::stub
                                                         : parsers::CellRole::data;
    CHECK(cell.role == expected);
  }
}

TEST_CASE("Indents count from the left-most label", "[table_roles]") {
  parsers::Table table = support::table_of(R"(
Nyckeltal     || 2022 | 2023
===
Sjukfrånvaro  || 5,5  | 6,1
..Kvinnor     || 6,0  | 6,8
....Heltid    || 3,2  | 3,1)");
  parsers::set_roles(table, -1);
  std::string indents;
  for (const parsers::Cell& cell : table.cells) {
    if (cell.role == parsers::CellRole::stub)
      indents += std::to_string(cell.indent).substr(0, 4) + " ";
  }
  CHECK(indents == "0.00 6.00 12.0 ");
}

TEST_CASE("Positions of spans lead to their cell", "[table_roles]") {
  const parsers::Table table = support::table_of(R"(
a | < | b
^ | < | c)");
  CHECK(table.cells.size() == 3);
  CHECK(parsers::cell_positions(table) == std::vector<std::size_t>{0, 0, 1, 0, 0, 2});
}

TEST_CASE("Cell texts come from the words", "[table_roles]") {
  extract::Page page = support::draw_page("  Kontakt-   471,5^1\n  person     345 (28)");
  support::make_bold(page, "Kontakt- person");
  support::make_bold(page, "person");
  const parsers::PageWords words(page, {});
  parsers::Grid grid;
  grid.column_edges = {0, 100, 200};
  grid.row_edges = {0, 200};
  grid.cells = {{0, 0, 1, 1, {0, 3}, {0, 0, 100, 200}},
                {0, 1, 1, 1, {1, 2, 4, 5}, {100, 0, 200, 200}}};
  support::make_bold(page, "Kontakt-");
  const parsers::Table table = parsers::make_table(words, grid);
  REQUIRE(table.cells.size() == 2);
  CHECK(table.cells[0].text == "Kontaktperson");
  CHECK(table.cells[0].bold);
  CHECK(table.cells[1].text == "471,5¹ 345 (28)");
  CHECK_FALSE(table.cells[1].bold);
  CHECK(table.cells[0].box.x0 < table.cells[1].box.x0);
}
