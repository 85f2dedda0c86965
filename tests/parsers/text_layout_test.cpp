#include "parsers/text_layout.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parsers/furniture.h"

using namespace parsers;

namespace {

const std::vector<std::string> kLaidOut = {
    "1.4 Driftredovisning",
    "",
    "Belopp i tkr           Bokslut 2022   Bokslut 2023   Avvikelse",
    "Intäkter                    -70 181        -71 602       1 421",
    "Personalkostnader           279 325        305 934     -26 609",
    "Löpande kostnader            96 387        101 737      -5 350",
    "Resultat                    305 531        336 069     -30 538",
};

const std::vector<std::string> kRunTogether = {
    "Intäkter -70 181 -71 602 1 421",
    "Personalkostnader 279 325 305 934 -26 609",
    "Löpande kostnader  96 387 101 737 -5 350",
};

}  // namespace

TEST_CASE("text laid out by spaces is told from text that runs together", "[text-layout]") {
  CHECK(is_laid_out(kLaidOut, {}));
  CHECK_FALSE(is_laid_out(kRunTogether, {}));
  CHECK_FALSE(is_laid_out({}, {}));
  CHECK_FALSE(is_laid_out({"A\t1  2", "B\t3  4", "C\t5  6"}, {}));
}

TEST_CASE("a typewritten page has its words where they stand on the line", "[text-layout]") {
  extract::Page text;
  text.number = 4;
  text.text_lines = {"Å  12", ""};
  const extract::Page page = typewritten_page(text, {});
  REQUIRE(page.words.size() == 2);
  CHECK(page.number == 4);
  CHECK(page.words[1].text == "12");
  CHECK(page.words[1].box.x0 == Approx(3 * 4.4));
  CHECK(page.words[1].box.x1 == Approx(5 * 4.4));
  CHECK(page.words[0].baseline == page.words[1].baseline);
}

TEST_CASE("text laid out by spaces gives tables without boxes", "[text-layout]") {
  extract::Page text;
  text.text_lines = kLaidOut;
  const PageTables found = find_page_tables(text, Furniture{});
  REQUIRE(found.tables.size() == 1);
  const Table& table = found.tables[0];
  CHECK(table.method == Method::text);
  CHECK(table.rows == 5);
  CHECK(table.columns == 4);
  CHECK(table.box == extract::Rect{});
  CHECK(table.cells.back().text == "-30 538");
  CHECK(table.cells.back().box == extract::Rect{});
}

TEST_CASE("tables laid out by spaces with unclear labels are left out", "[text-layout]") {
  struct Row {
    const char* what;
    std::vector<std::string> lines;
  };
  std::vector<std::string> same = kLaidOut;
  same[2] = "Belopp i tkr              Bokslut        Bokslut   Avvikelse";
  std::vector<std::string> wrapped = kLaidOut;
  wrapped.insert(wrapped.begin() + 5, "(tillsvidareanställda)");
  for (const Row& row : {Row{"two columns of one name", same}, {"a label on two lines", wrapped}}) {
    INFO(row.what);
    extract::Page text;
    text.text_lines = row.lines;
    for (const Table& table : find_page_tables(text, Furniture{}).tables) {
      for (const Cell& cell : table.cells) CHECK(cell.text.find("305 934") == std::string::npos);
    }
  }
}
