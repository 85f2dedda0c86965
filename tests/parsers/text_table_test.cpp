#include "parsers/text_table.h"

#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "parsers/text_columns.h"
#include "parsers/text_figures.h"
#include "parsers/text_headings.h"

using namespace parsers;

namespace {

extract::Page page_of(const std::string& text) {
  extract::Page page;
  std::istringstream lines(text);
  std::string line;
  while (std::getline(lines, line)) page.text_lines.push_back(line);
  return page;
}

// Rows as "a | b | c", a span of n columns as "a{n}".
std::string drawn(const Table& table) {
  std::map<int, std::string> rows;
  for (const Cell& cell : table.cells) {
    std::string& row = rows[cell.row];
    if (cell.column > 0) row += " | ";
    row += cell.text;
    if (cell.column_span > 1) row += "{" + std::to_string(cell.column_span) + "}";
  }
  std::string text;
  for (const auto& [number, row] : rows) text += row + "\n";
  return text;
}

std::string tables_in(const std::string& text, const std::vector<std::string>& vocabulary = {}) {
  std::string all;
  for (const Table& table : find_text_tables(page_of(text), vocabulary).tables) {
    all += drawn(table);
  }
  return all;
}

std::string joined(const FigureCells& cells) {
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : "|") + cell;
  return text;
}

std::vector<FigureLine> figure_lines(const std::vector<std::string>& lines) {
  std::vector<FigureLine> rows;
  for (const std::string& line : lines) rows.push_back(parse_figure_line(line).value());
  return rows;
}

}  // namespace

TEST_CASE("a line's label and the figures at its end", "[text-table]") {
  struct Row {
    const char* line;
    const char* label;
    std::size_t fewest, most;
  };
  for (const Row& row : {
           Row{"varav intäkter 260 617 258 417 2 200", "varav intäkter", 2, 6},
           {"Verksamhetens nettokostnader 1 664 006 -10 000", "Verksamhetens nettokostnader", 2, 3},
           {"Intäkter -70 181 9 314", "Intäkter", 2, 4},
           {"Total sjukfrånvaro 5,5 6,0 % 4,9 %", "Total sjukfrånvaro", 3, 3},
           {"Barn i dygnsvård 345 (28) 341(34)", "Barn i dygnsvård", 2, 3},
           {"mar 36 57 1* 63", "mar", 4, 4},
           {"Avgångsålder i.u. 66,5 i u 67", "Avgångsålder", 4, 4},
           {"Förskolan - 12 - 14", "Förskolan", 2, 4},
           {"Sjuklön ** 4 658 552 5 546 664", "Sjuklön **", 2, 6},
           {"2018 67 440 15,20%", "2018", 2, 3},
           {"100 - Nämnd 685 -281", "100 - Nämnd", 2, 2},
           {"Konto 12  345", "Konto", 2, 2},  // two spaces never group
       }) {
    INFO(row.line);
    const auto parsed = parse_figure_line(row.line);
    REQUIRE(parsed);
    CHECK(parsed->label == row.label);
    CHECK(figure_count(parsed->atoms) == FigureCount{row.fewest, row.most});
  }
  for (const char* line : {"", "Kommentar", "Avtal 0530-180 00 MELLERUD", "Fattat den 14 december",
                           "Se avsnitt 3.2.1"}) {
    INFO(line);
    CHECK_FALSE(parse_figure_line(line));
  }
  CHECK(parse_figure_line("Budget 2022 2023")->only_years);
}

TEST_CASE("rows are read by their neighbours or not at all", "[text-table]") {
  struct Row {
    const char* what;
    std::vector<std::string> lines;
    std::size_t columns;
    std::vector<std::string> expected;  // "" stays open
  };
  const std::vector<Row> rows = {
      {"forecast, budget and deviation add up",
       {"A 781 314 779 314 -2 000", "B 446 392 439 392 -7 000", "C 29 29 0"},
       3,
       {"781 314|779 314|-2 000", "446 392|439 392|-7 000", "29|29|0"}},
      {"the sum tells which of two readings",
       {"A 200 -30 170 9", "B 1 100 200 1 300 9", "C 2 100 400 2 500 9"},
       4,
       {"200|-30|170|9", "1 100|200|1 300|9", "2 100|400|2 500|9"}},
      {"months: the columns vary least",
       {"jan 342 300 8060 7 345", "feb 333 304 7038 6 408", "mar 328 301 8268 7 400",
        "apr 330 300 7579 6 925", "maj 345 296 8418 7 377"},
       4,
       {"342|300|8060|7 345", "333|304|7038|6 408", "328|301|8268|7 400", "330|300|7579|6 925",
        "345|296|8418|7 377"}},
      {"nothing tells", {"A 112 345 613", "B 212 745 111"}, 2, {"", ""}},
      {"a wide space shows the blank cell",
       {"jan 52 49 13", "feb 51 49 14", "mar   50 16", "apr 51 51 19", "maj 51 52 24"},
       3,
       {"52|49|13", "51|49|14", "|50|16", "51|51|19", "51|52|24"}},
      {"and at the line's end",
       {"A 7,9 4,9 5,5 ", "B 4,5 3,7  ", "C 9,8 9,9 9,7 "},
       3,
       {"7,9|4,9|5,5", "4,5|3,7|", "9,8|9,9|9,7"}},
      {"a blank without trace",
       {"A 52 49 13", "B 51 49 14", "C 50 16"},
       3,
       {"52|49|13", "51|49|14", ""}},
      {"two wide spaces, one blank",
       {"A 52 49 13", "B 51 49 14", "C  50  16"},
       3,
       {"52|49|13", "51|49|14", ""}},
      {"spaces that say nothing",
       {"A  52 49 13", "B 51  49 14", "C  50 16"},
       3,
       {"52|49|13", "51|49|14", ""}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const auto resolved = resolve_rows(figure_lines(row.lines), row.columns, {});
    REQUIRE(resolved.size() == row.expected.size());
    for (std::size_t r = 0; r < resolved.size(); ++r) {
      INFO(row.lines[r]);
      std::string cells;
      for (std::size_t c = 0; c < resolved[r].cells.size(); ++c) {
        cells += (c > 0 ? "|" : "") + resolved[r].cells[c];
      }
      CHECK(cells == row.expected[r]);
      CHECK(resolved[r].reason.empty() == !row.expected[r].empty());
    }
  }
}

TEST_CASE("readings of a row are bounded", "[text-table]") {
  std::string line = "A";
  for (int i = 0; i < 60; ++i) line += " 123";
  const auto row = parse_figure_line(line);
  REQUIRE(row);
  CHECK(readings_of(row->atoms, 30, {}).empty());
  CHECK(joined(readings_of(row->atoms, 60, {}).at(0)).size() == 60 * 4 - 1);
}

TEST_CASE("tables with clear headings are read", "[text-table]") {
  struct Row {
    const char* what;
    const char* text;
    const char* expected;
  };
  for (const Row& row : {
           Row{"measures over several lines, interleaved",
               "Ekonomi, belopp tkr \nPrognos \n\nhelår \nBudget \n\n2022 \nAvvikelse \n\n"
               "Nettokostnader 1 664 006 1 654 006 -10 000 \nvarav kostnader 1 924 623 1 912 423 "
               "-12 200 \n\nInvesteringar, netto 1 000 1 000 0 \n",
               "Ekonomi, belopp tkr | Prognos helår | Budget 2022 | Avvikelse\n"
               "Nettokostnader | 1 664 006 | 1 654 006 | -10 000\n"
               "varav kostnader | 1 924 623 | 1 912 423 | -12 200\n"
               "Investeringar, netto | 1 000 | 1 000 | 0\n"},
           {"a column of words before the figures, labels on two lines",
            "Basuppdrag (volymmått) \nPrognos \nhelår Mars 2022 Mars 2021 \n\n"
            "Antal ärenden under året stabilt 251 539 \nAntal pågående utredningar per månad \n"
            "barn och unga ökning 665 581 \nAntal vuxna i dygnsvård stabilt 98 110 \n"
            "Antal med öppenvård ökning 502 465 \n",
            "Basuppdrag (volymmått) | Prognos helår | Mars 2022 | Mars 2021\n"
            "Antal ärenden under året | stabilt | 251 | 539\n"
            "Antal pågående utredningar per månad barn och unga | ökning | 665 | 581\n"
            "Antal vuxna i dygnsvård | stabilt | 98 | 110\n"
            "Antal med öppenvård | ökning | 502 | 465\n"},
           {"a group over all columns, marks, hyphens",
            "  Omsorg         \n\n  \nBoende \nLSS* \n\nKorttids-\nvistelse*** "
            "\n\nKontakt-\nperson "
            "\nLSS* Ledsagning** \n\njan-23 52 13 19 132 \n\nfeb 51 14 19 137 \n\n"
            "*Antal personer\n",
            " | Omsorg{4}\n | Boende LSS* | Korttidsvistelse*** | Kontaktperson LSS* | "
            "Ledsagning**\njan-23 | 52 | 13 | 19 | 132\nfeb | 51 | 14 | 19 | 137\n"},
           {"words at the rows' end, a blank first cell, a label above its figures",
            "Projekt Budget \n\nÄndring \n\nBudget \n2023 \n\nUtfall \nAvvikelse \n(tkr) \n\nKlart "
            "\n\nSängar 200 -30 170 164 6 Ja \n\nLarm  180 180 168 12 Ja \n\nInventarier och \n"
            "lokaler \n\n400 -100 300 320 -20 Nej \n\nSumma 600 50 650 652 -2  \n",
            "Projekt | Budget | Ändring | Budget 2023 | Utfall | Avvikelse (tkr) | Klart\n"
            "Sängar | 200 | -30 | 170 | 164 | 6 | Ja\n"
            "Larm |  | 180 | 180 | 168 | 12 | Ja\n"
            "Inventarier och lokaler | 400 | -100 | 300 | 320 | -20 | Nej\n"
            "Summa | 600 | 50 | 650 | 652 | -2 | \n"},
           {"levels of headings, one word for each column",
            "Investeringar Redovisat \njan-mars \n\nRedovisat \njan-mars Prognos Prognos Avvikelse "
            "\n\nBelopp tkr 2022 2022 2022 2022  \nUtgifter Inkomster Utgifter Inkomster  \n\n"
            "Fordon 0 0 1 000 0 0 \nvarav bilar 0 0 1 000 0 0 \n",
            "Investeringar | Redovisat jan-mars 2022 Utgifter | Redovisat jan-mars 2022 Inkomster "
            "| Prognos 2022 Utgifter | Prognos 2022 Inkomster | Avvikelse\n"
            "Fordon | 0 | 0 | 1 000 | 0 | 0\nvarav bilar | 0 | 0 | 1 000 | 0 | 0\n"},
           {"a group above the first row",
            "Tjänster\nUtfall period\nBudget period\nAvvikelse\nGemensamt\nEkonomi 20,5 13,5 7,0\n"
            "Lokaler 35,0 34,0 1,0\nTotalt 55,5 47,5 8,0\n",
            "Tjänster | Utfall period | Budget period | Avvikelse\nGemensamt{4}\n"
            "Ekonomi | 20,5 | 13,5 | 7,0\nLokaler | 35,0 | 34,0 | 1,0\n"
            "Totalt | 55,5 | 47,5 | 8,0\n"},
           {"tabs, a spanning heading, an empty row, a note",
            "\tHemvård\t\tBeläggning i %\n\tAntal vårdtagare\tAntal larm\t\njan\t342\t300\t92,04%\n"
            "feb\t333\t304\t91,09%\nmar\t\t\t\n*** preliminärt\t\t\t\n",
            " | Hemvård{2} | Beläggning i %\n | Antal vårdtagare | Antal larm | \n"
            "jan | 342 | 300 | 92,04%\nfeb | 333 | 304 | 91,09%\nmar |  |  | \n"},
       }) {
    INFO(row.what);
    CHECK(tables_in(row.text) == row.expected);
  }
}

TEST_CASE("months of the running year are as many as the report says", "[text-table]") {
  const std::string chart =
      "jan feb mar apr maj jun jul aug sep okt nov dec\n\n2018 7 7 5 6 10 6 6 6 9 7 8 5\n\n"
      "2019 5 7 6 3\n\n7 7\n\n5\n6\n";
  CHECK(
      tables_in("Uppföljningsrapport, april 2019\n\n" + chart).find("2019 | 5 | 7 | 6 | 3 |  |") !=
      std::string::npos);
  const std::string without = tables_in(chart);
  CHECK(without.find("2019") == std::string::npos);
}

TEST_CASE("what is not clear gives no table", "[text-table]") {
  struct Row {
    const char* what;
    const char* text;
  };
  for (const Row& row : {
           Row{"no headings", "Kommentar till utfallet nedan.\nIntäkter 10 20\nKostnader 30 40\n"},
           {"headings of the same name",
            "Verksamhet\nIntäkter Kostnader Intäkter Kostnader\nSkola 10 20 30 40\nKök 1 2 3 4\n"},
           {"headings that run together",
            "Anmälningar\nUnga\nVuxna\nPågående\nUtredningar\njan 45 63 27\nfeb 70 68 27\n"},
           {"per cent under a heading of something else",
            "  Beläggning i % Antal larm \n\njan 342 92,04% \n\nfeb 333 91,09% \n"},
           {"prose that ends in figures",
            "Under året har antalet ärenden ökat från 110 till 120\n"
            "och kostnaderna har på samma sätt ökat från 12 till 14\n"},
           {"a contents list",
            "Innehåll\n\n1 Sammanfattning 3\n2 Ekonomi 5\n2.1 Utfall 6\n2.2 Prognos 7\n"},
           {"a chart's labels", "7 7\n\n5\n6\n\n10\n\n6 6 6\n\n9\n"},
           {"a bulleted list with tabs", "\tHållbar bemanning\n\tSamverkan 4D och 5D\n"},
           {"", ""},
       }) {
    INFO(row.what);
    CHECK(tables_in(row.text).empty());
  }
}

TEST_CASE("a vocabulary cuts headings that run together", "[text-table]") {
  const std::string text =
      "\nAnmälningar \nVuxna HVB/SiS \n\nKontakt-\nperson SoL \n\njan 15 4 17 \n\nfeb 13 5 17 \n";
  CHECK(tables_in(text, {"HVB/SiS"}) ==
        " | Anmälningar Vuxna | HVB/SiS | Kontaktperson SoL\njan | 15 | 4 | 17\n"
        "feb | 13 | 5 | 17\n");
}

TEST_CASE("what stands around a table is its title, captions and notes", "[text-table]") {
  const PageTables found = find_text_tables(
      page_of("KAPITEL\n\nEn mening om utfallet som slutar med punkt.\n\n1.6 Investeringar \n\n"
              "Belopp anges i Tkr. \n\nProjekt Budget Utfall Avvikelse \n\nLarm 180 168 12 \n\n"
              "Bilar 220 238 -18 \n\n** Exklusive moms \n\nSlutord.\n"));
  REQUIRE(found.tables.size() == 1);
  const Table& table = found.tables[0];
  CHECK(table.method == Method::text);
  CHECK(table.title == "1.6 Investeringar");
  CHECK(table.section == "KAPITEL");
  CHECK(table.captions == std::vector<std::string>{"Belopp anges i Tkr."});
  CHECK(table.notes == std::vector<std::string>{"** Exklusive moms"});
  CHECK(table.boxhead_rows == 1);
  CHECK(table.stub_columns == 1);
  std::vector<std::string> passages;
  for (const TextPassage& passage : found.passages) passages.push_back(passage.text);
  CHECK(passages == std::vector<std::string>{"KAPITEL",
                                             "En mening om utfallet som slutar med punkt.",
                                             "1.6 Investeringar", "Belopp anges i Tkr.",
                                             "** Exklusive moms", "Slutord."});
}

TEST_CASE("rows that stay open are told", "[text-table]") {
  const PageTables found = find_text_tables(
      page_of("Verksamhet Budget Utfall Avvikelse \n\nSkola 52 49 3 \nKök 51 49 2 \nBad 50 16 \n"));
  REQUIRE(found.tables.size() == 1);
  CHECK(found.tables[0].rows == 3);
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].code == "text-row-open");
  CHECK(found.diagnostics[0].message ==
        "row \"Bad\" left out: which of its cells is blank does not show");
}

TEST_CASE("a line with a subject and a unit is a title, one without a subject a caption",
          "[text-table]") {
  const std::string rows =
      "Verksamhet\tBudget\tUtfall\nSkola\t118\t117\nVård\t410\t402\nSumma\t528\t519\n";
  const auto table_of = [&](const std::string& above) {
    return find_text_tables(page_of("Bokslut 2023\n\n" + above + "\n" + rows), {}).tables.at(0);
  };
  CHECK(table_of("Driftredovisning, tkr").title == "Driftredovisning, tkr");
  CHECK(table_of("Ekonomi (tkr)").title == "Ekonomi (tkr)");
  const Table captioned = table_of("Belopp anges i tkr");
  CHECK(captioned.captions == std::vector<std::string>{"Belopp anges i tkr"});
  CHECK(captioned.title == "Bokslut 2023");
}
