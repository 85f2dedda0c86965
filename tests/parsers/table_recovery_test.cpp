#include "parsers/table_recovery.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

using parsers::Recovery;

Recovery recover(const std::vector<extract::Page>& pages) {
  parsers::TableRecovery recovery;
  for (const extract::Page& page : pages) recovery.add_page(page);
  return recovery.finish();
}

// Pictures on pages of their own, each with a page number at the foot.
std::vector<extract::Page> pages(const std::vector<std::string>& pictures) {
  std::vector<extract::Page> drawn;
  for (const std::string& picture : pictures) {
    support::Drawing drawing;
    drawing.number = static_cast<int>(drawn.size()) + 1;
    drawn.push_back(support::draw_page(picture, drawing));
    drawing.top = 800;
    support::draw_onto(drawn.back(), "          Sida " + std::to_string(drawing.number), drawing);
  }
  return drawn;
}

std::string grids(const Recovery& recovery) {
  std::string text;
  for (const parsers::Table& table : recovery.tables) {
    if (!text.empty()) text += '\n';
    text += support::grid_text(table);
  }
  return text;
}

// A figure of row i: no two rows differ by the same step.
std::string figure(int i, int column) {
  return std::to_string(100 + (i * i * 37 + column * 11) % 900);
}

// `rows` rows of a table without rules, labelled with their number.
std::string long_table(int first, int rows) {
  std::string picture;
  for (int i = first; i < first + rows; ++i) {
    std::string label = "  Enhet " + std::to_string(i);
    label.resize(20, ' ');
    picture += label + figure(i, 1) + "    " + figure(i, 2) + "\n";
  }
  return picture;
}

constexpr const char* kHead = "  Verksamhet        2022   2023\n";

}  // namespace

TEST_CASE("A table over three pages is one", "[table_recovery]") {
  for (const bool repeated : {true, false}) {
    INFO(repeated);
    const std::string head = repeated ? kHead : "";
    const Recovery result = recover(
        pages({kHead + long_table(1, 40), head + long_table(41, 40), head + long_table(81, 5)}));
    REQUIRE(result.tables.size() == 1);
    const parsers::Table& table = result.tables.front();
    CHECK(table.rows == 86);
    CHECK(table.columns == 3);
    CHECK(table.boxhead_rows == 1);
    CHECK(table.page == 1);
    CHECK(table.cells.back().page == 3);
    CHECK(table.cells.back().text == figure(85, 2));
    const std::string labels = support::label_text(table);
    CHECK_THAT(labels, Catch::Contains("Enhet 60 : 2022 = " + figure(60, 1) + "\n"));
    CHECK_THAT(labels, Catch::Contains("Enhet 85 : 2023 = " + figure(85, 2) + "\n"));
  }
}

TEST_CASE("Text between two tables keeps them apart", "[table_recovery]") {
  const std::string text = "  Antalet enheter har ökat under året i de flesta områden.\n\n\n";
  CHECK(recover(pages({kHead + long_table(1, 5), text + kHead + long_table(6, 5)})).tables.size() ==
        2);
  CHECK(recover(pages({kHead + long_table(1, 5) + "\n\n\n" + text, kHead + long_table(6, 5)}))
            .tables.size() == 2);
}

TEST_CASE("A page between two tables keeps them apart", "[table_recovery]") {
  CHECK(recover(pages({kHead + long_table(1, 5), "", kHead + long_table(6, 5)})).tables.size() ==
        2);
}

TEST_CASE("The last row alone on the next page belongs to the table", "[table_recovery]") {
  const Recovery result = recover(pages({kHead + long_table(1, 5), long_table(6, 1)}));
  REQUIRE(result.tables.size() == 1);
  CHECK(result.tables[0].rows == 7);
  CHECK(result.tables[0].cells.back().page == 2);
}

// Drawn with bold labels, indented or ruled: the group's rows go on after the page's end.
TEST_CASE("A group goes on over the page's end", "[table_recovery][issue-3]") {
  const std::string first = R"(
  Nyckeltal             2022     2023
  Larm                 1 204    1 311
  Sjukfrånvaro
    Total                5,3      6,1
    Män                  4,0      4,2
    Kvinnor              6,0      6,6
  Omsättning
    Total                8,3      7,1
)";
  const std::string rest = R"(
    Män                  7,0      7,2
    Kvinnor              9,0      6,9
  Timmar                 518      530
)";
  const std::string flat_first = R"(
  Nyckeltal             2022     2023
  Sjukfrånvaro
  Total                  5,3      6,1
  Män                    4,0      4,2
  Kvinnor                6,0      6,6
  Omsättning
  Total                  8,3      7,1
)";
  const std::string flat_rest = R"(
  Män                    7,0      7,2
  Kvinnor                9,0      6,9
)";
  const std::string head = "  Nyckeltal             2022     2023";
  for (const auto& [upper, lower] : {std::pair{first, rest}, {first, head + rest},
                                     {flat_first, flat_rest}, {flat_first, head + flat_rest}}) {
    INFO(upper << lower);
    const Recovery result = recover(pages({upper, lower}));
    REQUIRE(result.tables.size() == 1);
    const std::string labels = support::label_text(result.tables.front());
    CHECK_THAT(labels, Catch::Contains("Sjukfrånvaro / Män : 2023 = 4,2\n"));
    CHECK_THAT(labels, Catch::Contains("Omsättning / Total : 2022 = 8,3\n"));
    CHECK_THAT(labels, Catch::Contains("Omsättning / Män : 2023 = 7,2\n"));
    CHECK_THAT(labels, Catch::Contains("Omsättning / Kvinnor : 2022 = 9,0\n"));
    if (upper == first) CHECK_THAT(labels, Catch::Contains("\nTimmar : 2022 = 518\n"));
  }
}

TEST_CASE("The labels above the page's end name blank ones below it",
          "[table_recovery][issue-3]") {
  const Recovery result = recover(pages({R"(
+----------+--------------------+------+------+
| Mål      | Nyckeltal          | 2022 | 2023 |
+----------+--------------------+------+------+
| Personal | Sjukfrånvaro       |  7,9 |  4,9 |
|          +--------------------+------+------+
|          | Män                |  4,5 |  3,7 |
|          +--------------------+------+------+
|          | Kvinnor            |  8,3 |  5,1 |
|          +--------------------+------+------+
|          | Omsättning         |  1,7 |  3,5 |
+----------+--------------------+------+------+)",
                                         R"(
+----------+--------------------+------+------+
| Mål      | Nyckeltal          | 2022 | 2023 |
+----------+--------------------+------+------+
|          | Män                |  1,6 |  3,1 |
|          +--------------------+------+------+
|          | Kvinnor            |  1,8 |  3,6 |
+----------+--------------------+------+------+)"}));
  REQUIRE(result.tables.size() == 1);
  const std::string labels = support::label_text(result.tables.front());
  CHECK_THAT(labels, Catch::Contains("Personal / Sjukfrånvaro / Män : 2022 = 4,5\n"));
  CHECK_THAT(labels, Catch::Contains("Personal / Omsättning / Män : 2022 = 1,6\n"));
  CHECK_THAT(labels, Catch::Contains("Personal / Omsättning / Kvinnor : 2023 = 3,6\n"));
}

TEST_CASE("Years go on sideways on the next pages", "[table_recovery]") {
  const Recovery result = recover(pages({
      "  Ålder        2023   2024\n  0              12     13\n  1              20     21\n"
      "  2               7      9\n",
      "  2025   2026\n    14     15\n    22     23\n    10     11\n",
  }));
  CHECK(grids(result) == support::plain_grid(R"(
Ålder || 2023 | 2024 | 2025 | 2026
===
0     || 12   | 13   | 14   | 15
1     || 20   | 21   | 22   | 23
2     || 7    | 9    | 10   | 11)"));
}

TEST_CASE("Page headers and footers are furniture, also on the first page", "[table_recovery]") {
  std::vector<extract::Page> drawn =
      pages({kHead + long_table(1, 5), kHead + long_table(6, 5), "  Sammanfattning av året"});
  support::Drawing drawing;
  drawing.top = 30;
  for (extract::Page& page : drawn)
    support::draw_onto(page, "Socialnämnden i Exempelstad", drawing);
  const Recovery result = recover(drawn);
  CHECK(result.tables.size() == 1);
  int furniture = 0;
  for (const parsers::TextPassage& passage : result.passages) {
    INFO(passage.text);
    CHECK(passage.furniture == (passage.text != "Sammanfattning av året"));
    furniture += passage.furniture ? 1 : 0;
  }
  CHECK(furniture == 6);
}

TEST_CASE("Pages without text give nothing", "[table_recovery]") {
  CHECK(recover({}).tables.empty());
  const Recovery result = recover({extract::Page{}, extract::Page{}});
  CHECK(result.tables.empty());
  CHECK(result.passages.empty());
}

// Pages that must end: no step may compare every word or ruling with every other one.
TEST_CASE("A page of 20,000 rulings ends", "[table_recovery]") {
  std::string picture = "+";
  for (int c = 0; c < 10; ++c) picture += "-------+";
  const std::string rule = picture + "\n";
  picture = rule;
  for (int r = 0; r < 400; ++r) {
    picture += "|";
    for (int c = 0; c < 10; ++c)
      picture += r == 0 ? " rub   |" : "   " + std::to_string(10 + (r * 7 + c * c) % 90) + "  |";
    picture += "\n" + rule;
  }
  support::Drawing drawing;
  drawing.pieces = true;
  drawing.height = 8000;
  const extract::Page page = support::draw_page(picture, drawing);
  REQUIRE(page.rulings.size() > 20000);
  const Recovery result = recover({page});
  REQUIRE(result.tables.size() == 1);
  CHECK(result.tables[0].rows == 400);
  CHECK(result.tables[0].columns == 10);
}

TEST_CASE("A hatch of 20,000 rulings without text is no table", "[table_recovery]") {
  extract::Page page = support::draw_page("Kartan visar kommunens områden.");
  for (int i = 0; i < 20000; ++i) {
    extract::Ruling ruling;
    ruling.horizontal = i % 2 == 0;
    ruling.position = 200 + (i % 400);
    ruling.from = 200 + (i % 37);
    ruling.to = ruling.from + 60;
    page.rulings.push_back(ruling);
  }
  CHECK(recover({page}).tables.empty());
}

TEST_CASE("A page of 50,000 words ends", "[table_recovery]") {
  constexpr int kRows = 5000, kFigures = 8;
  std::string picture = "  Verksamhet        ";
  for (int c = 0; c < kFigures; ++c) picture += std::to_string(2016 + c) + "  ";
  for (int r = 0; r < kRows; ++r) {
    std::string label = "\n  Enhet " + std::to_string(r);
    label.resize(22, ' ');
    picture += label;
    for (int c = 0; c < kFigures; ++c) picture += figure(r, c) + "   ";
  }
  support::Drawing drawing;
  drawing.height = 80000;
  drawing.top = 15000;
  const extract::Page page = support::draw_page(picture, drawing);
  REQUIRE(page.words.size() > 50000 - kFigures);
  const Recovery result = recover({page});
  REQUIRE(result.tables.size() == 1);
  CHECK(result.tables[0].rows == kRows + 1);
  CHECK(result.tables[0].columns == kFigures + 1);
}
