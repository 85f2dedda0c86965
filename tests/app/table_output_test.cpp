#include "app/table_output.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/markup.h"

using parsers::Cell;
using parsers::CellRole;
using parsers::Table;

namespace {

Cell cell(int row, int column, const std::string& text, CellRole role, int column_span = 1) {
  Cell made;
  made.row = row;
  made.column = column;
  made.column_span = column_span;
  made.text = text;
  made.page = 2;
  made.box = {10.0 * column, 20.0 * row, 10.0 * column + 8, 20.0 * row + 9.126};
  made.role = role;
  return made;
}

//        |  Barn & unga   |
//        | Antal | "Mål"  |
// jan-23 |    45 |  1,5   |
Table sample() {
  Table table;
  table.page = 2;
  table.box = {1, 2, 30, 60};
  table.title = "Statistik <2023>";
  table.kind = "verksamhetsstatistik";
  table.method = parsers::Method::lattice;
  table.rows = table.columns = 3;
  table.boxhead_rows = 2;
  table.stub_columns = 1;
  table.cells = {
      cell(0, 0, "", CellRole::boxhead),        cell(0, 1, "Barn & unga", CellRole::boxhead, 2),
      cell(1, 0, "", CellRole::boxhead),        cell(1, 1, "Antal", CellRole::boxhead),
      cell(1, 2, "\"Mål\"", CellRole::boxhead), cell(2, 0, "jan-23", CellRole::stub),
      cell(2, 1, "45", CellRole::data),         cell(2, 2, "1,5", CellRole::data)};
  return table;
}

}  // namespace

TEST_CASE("tables as JSON have the keys of docs/cli.md in their order", "[table_output]") {
  const std::string line = app::tables_json("rapport", {sample()});
  CHECK(line.back() == '\n');
  const auto json = nlohmann::ordered_json::parse(line);
  CHECK(json["document"] == "rapport");
  std::vector<std::string> keys;
  for (const auto& [key, value] : json["tables"][0].items()) keys.push_back(key);
  CHECK(keys == std::vector<std::string>{"page", "box", "title", "kind", "method", "rows",
                                         "columns", "boxhead_rows", "stub_columns",
                                         "continued_from", "cells"});
  CHECK(json["tables"][0]["continued_from"].is_null());
  CHECK(json["tables"][0]["cells"][1].dump() ==
        R"({"row":0,"column":1,"row_span":1,"column_span":2,"text":"Barn & unga",)"
        R"("box":[10.0,0.0,18.0,9.13],"role":"boxhead"})");
}

TEST_CASE("a table without boxes says null, bytes that are no UTF-8 do no harm", "[table_output]") {
  Table table = sample();
  table.box = {};
  table.title = "\xE5r";
  const auto json = nlohmann::json::parse(app::tables_json("x", {table}));
  CHECK(json["tables"][0]["box"].is_null());
  CHECK(json["tables"][0]["title"] == "\xEF\xBF\xBDr");
}

TEST_CASE("tables as CSV are grids with an empty line between", "[table_output]") {
  const std::string grid =
      ",Barn & unga,\n"
      ",Antal,\"\"\"Mål\"\"\"\n"
      "jan-23,45,\"1,5\"\n";
  CHECK(app::tables_csv({sample()}) == grid);
  CHECK(app::tables_csv({sample(), sample()}) == grid + "\n" + grid);
  CHECK(app::tables_csv({}).empty());
}

TEST_CASE("tables as text are aligned under a line that names them", "[table_output]") {
  CHECK(app::tables_text("rapport", {sample()}) ==
        "rapport, page 2: Statistik <2023> [verksamhetsstatistik, lattice]\n"
        "        Barn & unga\n"
        "              Antal  \"Mål\"\n"
        "jan-23           45    1,5\n");
}

TEST_CASE("tables as HTML say which cells are headings", "[table_output]") {
  CHECK(
      app::tables_html("rapport", {sample()}) ==
      "<section>\n<h1>rapport</h1>\n<table>\n"
      "<caption>Statistik &lt;2023&gt; <small>page 2, lattice</small></caption>\n"
      "<tr><th scope=\"col\"></th><th scope=\"colgroup\" colspan=\"2\">Barn &amp; unga</th></tr>\n"
      "<tr><th scope=\"col\"></th><th scope=\"col\">Antal</th>"
      "<th scope=\"col\">&quot;Mål&quot;</th></tr>\n"
      "<tr><th scope=\"row\">jan-23</th><td>45</td><td>1,5</td></tr>\n"
      "</table>\n</section>\n");
}
