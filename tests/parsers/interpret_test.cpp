#include "parsers/interpret.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parsers/kind.h"

using parsers::Missing;
using parsers::Reading;
using parsers::ReportContext;
using Grid = std::vector<std::vector<std::string>>;

namespace {

struct Drawn {
  parsers::Table table;
  std::vector<parsers::LabelledCell> labels;
};

// A table as text: the first row heads the columns, the first column labels the rows.
Drawn drawn(const std::string& title, const Grid& grid) {
  Drawn result;
  parsers::Table& table = result.table;
  table.page = 1;
  table.title = title;
  table.rows = static_cast<int>(grid.size());
  table.columns = static_cast<int>(grid[0].size());
  table.boxhead_rows = 1;
  table.stub_columns = 1;
  for (std::size_t r = 0; r < grid.size(); ++r) {
    for (std::size_t c = 0; c < grid[r].size(); ++c) {
      parsers::Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(c);
      cell.text = grid[r][c];
      cell.role = r == 0   ? parsers::CellRole::boxhead
                  : c == 0 ? parsers::CellRole::stub
                           : parsers::CellRole::data;
      table.cells.push_back(cell);
      if (r > 0 && c > 0)
        result.labels.push_back({table.cells.size() - 1, {grid[r][0]}, {grid[0][c]}});
    }
  }
  table.kind = parsers::table_kind(table);
  return result;
}

ReportContext report_of(const char* period) {
  ReportContext context;
  context.period = parsers::canonical_period(period);
  context.period_place = "title";
  return context;
}

// "value period measure unit [qualifier]" or "(reason) period …" of each reading.
std::vector<std::string> shown(const Drawn& table, const ReportContext& context,
                               extract::Diagnostics& diagnostics) {
  std::vector<std::string> all;
  for (const Reading& reading : interpret_table(table.table, table.labels, context, diagnostics)) {
    std::string text = reading.value ? reading.value->to_string()
                                     : "(" + std::string(parsers::name(*reading.missing)) + ")";
    text += " " + (reading.period ? reading.period->text : "-") + " " + reading.measure + " " +
            reading.unit;
    if (!reading.qualifier.empty()) text += " [" + reading.qualifier + "]";
    all.push_back(text);
  }
  return all;
}

std::vector<std::string> shown(const Drawn& table, const ReportContext& context) {
  extract::Diagnostics diagnostics;
  return shown(table, context, diagnostics);
}

using Expected = std::vector<std::string>;

}  // namespace

TEST_CASE("accounts: neighbours, report and year give the period", "[interpret]") {
  const Drawn table =
      drawn("Driftredovisning (tkr)",
            {{"", "Budget helår", "Budget ack", "Utfall ack", "Avvikelse", "Prognos"},
             {"Kostnader", "1 200", "300", "310", "-10", "1 250"}});
  CHECK(shown(table, report_of("2022-03")) ==
        Expected{"1200 2022 budget tkr", "300 2022-01/2022-03 budget tkr",
                 "310 2022-01/2022-03 utfall tkr", "-10 2022-01/2022-03 avvikelse tkr",
                 "1250 2022 prognos tkr"});
}

TEST_CASE("no outcome is later than its report, and what is later is a forecast", "[interpret]") {
  const Drawn accounts =
      drawn("Driftredovisning, mnkr",
            {{"", "Utfall 2021", "Utfall 2022", "Budget 2022"}, {"Netto", "9,5", "2,1", "9,9"}});
  CHECK(shown(accounts, report_of("2022-03")) == Expected{"9.5 2021 utfall mnkr",
                                                          "2.1 2022-01/2022-03 utfall mnkr",
                                                          "9.9 2022 budget mnkr"});
  const Drawn people =
      drawn("Folkmängd", {{"Ålder", "2021", "2023", "2024"}, {"0", "1 236", "1 263", "1 270"}});
  CHECK(shown(people, report_of("2022")) ==
        Expected{"1236 2021 utfall antal", "1263 2023 prognos antal", "1270 2024 prognos antal"});
  const Drawn carried = drawn("Folkmängd", {{"Ålder", "Utfall 2019", "Prognos 2020", "2021"},
                                            {"0", "1 236", "1 263", "1 270"}});
  CHECK(shown(carried, report_of("2020/2040"))[2] == "1270 2021 prognos antal");
}

TEST_CASE("rows of months take their year from the rows around and from the report",
          "[interpret]") {
  const Drawn turning =
      drawn("Verksamhetsstatistik",
            {{"", "Larm"}, {"nov", "10"}, {"dec-22", "11"}, {"jan", "12"}, {"feb", "13"}});
  CHECK(shown(turning, report_of("2023-02")) ==
        Expected{"10 2022-11 utfall antal", "11 2022-12 utfall antal", "12 2023-01 utfall antal",
                 "13 2023-02 utfall antal"});
  const Drawn total =
      drawn("Verksamhetsstatistik 2023",
            {{"", "Larm"}, {"jan", "10"}, {"feb", "11"}, {"mar", ""}, {"Totalt", "21"}});
  CHECK(shown(total, report_of("2023-02")) ==
        Expected{"10 2023-01 utfall antal", "11 2023-02 utfall antal",
                 "(blank) 2023-03 utfall antal", "21 2023-01/2023-02 utfall antal"});
}

TEST_CASE("a title and a heading that name different years of a budget are told", "[interpret]") {
  const Grid grid = {{"", "Budget 2019", "Utfall 2018"}, {"Skola", "12", "11"}};
  extract::Diagnostics diagnostics;
  CHECK(shown(drawn("Budget 2018, tkr", grid), report_of("2018"), diagnostics) ==
        Expected{"12 2019 budget tkr", "11 2018 utfall tkr"});
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "period-contradiction");
  CHECK(diagnostics.all()[0].message.find("\"Budget 2018, tkr\" names 2018") != std::string::npos);
  CHECK(diagnostics.all()[0].message.find("\"Budget 2019\" 2019") != std::string::npos);
  extract::Diagnostics none;
  shown(drawn("Budget 2019, tkr", grid), report_of("2018"), none);
  shown(drawn("Budget 2018-2019, tkr", grid), report_of("2018"), none);
  shown(drawn("Bokslut 2018, tkr", grid), report_of("2018"), none);
  CHECK(none.all().empty());
}

TEST_CASE("last year's title over this year's months is a contradiction", "[interpret]") {
  const Grid grid = {{"", "Larm"}, {"jan", "10"}, {"feb", "11"}, {"mar", ""}, {"apr", ""}};
  extract::Diagnostics diagnostics;
  CHECK(shown(drawn("Verksamhetsstatistik 2022", grid), report_of("2023-02"), diagnostics)[0] ==
        "10 2023-01 utfall antal");
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "period-contradiction");
  CHECK(diagnostics.all()[0].message.find("2022") != std::string::npos);
  CHECK(diagnostics.all()[0].message.find("2023-02 (title)") != std::string::npos);
  // A year that is filled beyond the report's months is last year's.
  Grid full = grid;
  full[3][1] = "12";
  full[4][1] = "13";
  extract::Diagnostics none;
  CHECK(shown(drawn("Verksamhetsstatistik 2022", full), report_of("2023-02"), none)[0] ==
        "10 2022-01 utfall antal");
  CHECK(none.all().empty());
}

TEST_CASE("two figures in a cell have a measure each", "[interpret]") {
  const Drawn goals = drawn("Styrkort", {{"", "Mål (utfall) 2017"},
                                         {"Andel nöjda", "96 (93,7)"},
                                         {"Andel barn", "3,3 (ingen observation)"}});
  CHECK(shown(goals, report_of("2017")) == Expected{"96 2017 målvärde procent",
                                                    "93.7 2017 utfall procent [i parentes]",
                                                    "3.3 2017 målvärde procent"});
}

TEST_CASE("units come from the closest place", "[interpret]") {
  Drawn notes = drawn("Verksamhetsstatistik", {{"", "Boende*", "Avlösning**", "Beläggning %"},
                                               {"jan-23", "52", "340", "91"}});
  notes.table.notes = {"* Antal personer", "** Antal verkställda timmar"};
  CHECK(shown(notes, report_of("2023-01")) == Expected{"52 2023-01 utfall antal personer",
                                                       "340 2023-01 utfall timmar",
                                                       "91 2023-01 utfall procent"});
  const Drawn row = drawn("Personal", {{"", "Målvärde helår", "Mars 2022"},
                                       {"Frånvaro", "5,5", "6,0 %"},
                                       {"Sjuklönekostnad", "4 658 552", "1 000"}});
  CHECK(shown(row, report_of("2022-03")) ==
        Expected{"5.5 2022 målvärde procent", "6.0 2022-03 utfall procent",
                 "4658552 2022 målvärde ", "1000 2022-03 utfall "});
  Drawn caption = drawn("Investeringar", {{"", "Utfall"}, {"Skola", "12"}});
  caption.table.captions = {"Belopp anges i Tkr"};
  CHECK(shown(caption, report_of("2022")) == Expected{"12 2022 utfall tkr"});
}

TEST_CASE("accounts without a unit take it from the accounts before", "[interpret]") {
  const std::vector<parsers::Table> tables = {
      drawn("Driftredovisning (mnkr)", {{"", "Utfall"}, {"A", "1"}}).table,
      drawn("Investeringar (tkr)", {{"", "Utfall"}, {"A", "1"}}).table,
      drawn("Driftredovisning per enhet", {{"", "Utfall"}, {"A", "1"}}).table,
      drawn("Ekonomi", {{"", "Utfall"}, {"A", "1"}}).table};
  const auto contexts =
      parsers::report_contexts(tables, parsers::canonical_period("2022"), "title");
  CHECK(contexts[2].money_unit == "mnkr");
  CHECK(contexts[3].money_unit == "");  // the report states two
  CHECK(contexts[3].table == 3);
}

TEST_CASE("cells without a figure say why", "[interpret]") {
  const Drawn table = drawn("Verksamhetsstatistik", {{"", "Larm", "Kommentar"},
                                                     {"jan-23", "12", "lugnt"},
                                                     {"feb", "-", "lugnt"},
                                                     {"mars", "<5", ""},
                                                     {"april", "Stängt", ""},
                                                     {"maj", "stabilt", ""},
                                                     {"juni", "12 34", ""},
                                                     {"juli", "", ""}});
  extract::Diagnostics diagnostics;
  const std::vector<std::string> read = shown(table, report_of("2023"), diagnostics);
  CHECK(read == Expected{"12 2023-01 utfall antal", "(nothing_to_report) 2023-02 utfall antal",
                         "(suppressed) 2023-03 utfall antal", "(closed) 2023-04 utfall antal",
                         "(text) 2023-05 utfall antal", "(text) 2023-06 utfall antal",
                         "(blank) 2023-07 utfall antal"});
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].code == "unread-figure");
  // In a column of goals the same mark is a goal.
  const Drawn goals =
      drawn("Indikatorer", {{"", "Målvärde"}, {"Andel avbrott", "<5"}, {"Andel nöjda", "90"}});
  CHECK(shown(goals, report_of("2023"))[0] == "5 2023 målvärde procent [mindre än]");
}

TEST_CASE("columns of codes and years give no figures", "[interpret]") {
  const Drawn table = drawn("Investeringar, tkr", {{"", "Projektnr", "Klart", "Utfall 2023"},
                                                   {"Skola", "910", "2025", "1 200"},
                                                   {"Väg", "911", "2026", "800"}});
  CHECK(shown(table, report_of("2023")) == Expected{"1200 2023 utfall tkr", "800 2023 utfall tkr"});
}

TEST_CASE("a table on its side has its measures in the rows", "[interpret]") {
  const Drawn table = drawn("Ekonomi (mnkr)", {{"", "2021", "2022"},
                                               {"Budget", "10,5", "11,0"},
                                               {"Utfall", "10,1", "11,4"},
                                               {"Avvikelse", "0,4", "-0,4"}});
  CHECK(shown(table, report_of("2022")) ==
        Expected{"10.5 2021 budget mnkr", "11.0 2022 budget mnkr", "10.1 2021 utfall mnkr",
                 "11.4 2022 utfall mnkr", "0.4 2021 avvikelse mnkr", "-0.4 2022 avvikelse mnkr"});
}

TEST_CASE("without any time the period is left open", "[interpret]") {
  const Drawn table = drawn("Volymer", {{"", "Antal"}, {"Larm", "12"}});
  CHECK(shown(table, {}) == Expected{"12 - utfall antal"});
}
