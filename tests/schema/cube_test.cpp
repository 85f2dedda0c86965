// The cube, and PX and JSON-stat written from it.

#include "schema/cube.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schema/json_stat_export.h"
#include "schema/px_export.h"
#include "tests/schema/sample_report.h"

using schema::Granularity;

namespace {

parsers::Reading orosanmalningar(const std::string& period, const std::string& value) {
  return sample::reading({"jan"}, {"Trygghetslarm"}, period, "utfall", value, "antal");
}

std::string px(const schema::Cube& cube) {
  std::ostringstream out;
  schema::export_px(cube, out);
  return out.str();
}

nlohmann::json json_stat(const schema::Cube& cube) {
  std::ostringstream out;
  schema::export_json_stat(cube, out);
  return nlohmann::json::parse(out.str());
}

}  // namespace

TEST_CASE("Periods have a granularity and a code of Statistics Sweden", "[cube][issue-5]") {
  struct Case {
    std::string period;
    Granularity granularity;
    std::string code;
  };
  const Case cases[] = {
      {"2023", Granularity::year, "2023"},
      {"2023-01", Granularity::month, "2023M01"},
      {"2022-01/2022-03", Granularity::quarter, "2022K1"},
      {"2022-10/2022-12", Granularity::quarter, "2022K4"},
      {"2022-02/2022-04", Granularity::range, "2022-02/2022-04"},
      {"2022-01/2022-08", Granularity::range, "2022-01/2022-08"},
      {"2021-11/2022-01", Granularity::range, "2021-11/2022-01"},
      {"2022-03-31", Granularity::day, "2022-03-31"},
  };
  for (const Case& c : cases) {
    INFO(c.period);
    CHECK(schema::granularity_of(c.period) == c.granularity);
    CHECK(schema::period_code(c.period) == c.code);
  }
}

TEST_CASE("A cube has the figures of one granularity", "[cube][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  sample::load(database,
               sample::report("a", "2023",
                              {orosanmalningar("2023-01", "45"), orosanmalningar("2023-02", "38.5"),
                               orosanmalningar("2023", "500")}));
  sample::load(database, sample::report("b", "2023", {orosanmalningar("2023-02", "7")}), "0580");
  const schema::Cube months = schema::build_cube(database, std::nullopt);
  CHECK(months.granularity == Granularity::month);
  CHECK(months.other_granularities == 1);
  CHECK(months.size() == 4);
  const auto json = json_stat(months);
  CHECK(json["size"] == nlohmann::json({1, 2, 2, 1}));
  CHECK(json["value"] == nlohmann::json({nullptr, 7, 45, 38.5}));
  CHECK(json["status"]["2"] == "unverified");
  CHECK(json["dimension"]["municipality"]["category"]["index"] == nlohmann::json({"0580", "1461"}));
  const std::string text = px(months);
  CHECK(text.find("\nDATA=\n\"..\" 7 \n45 38.5 \n;\n") != std::string::npos);
  CHECK(text.find("TIMEVAL(\"period\")=TLIST(M1),\"2023M01\",\"2023M02\";") != std::string::npos);
  CHECK(text.find("DECIMALS=1;") != std::string::npos);

  const schema::Cube years = schema::build_cube(database, Granularity::year);
  CHECK(json_stat(years)["value"] == nlohmann::json({500}));
  CHECK(schema::build_cube(database, Granularity::quarter).size() == 0);
}

TEST_CASE("Two boards that report the same figure are kept apart", "[cube][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  for (const char* board : {"Socialnämnden", "Nämnd \"X\"\n\xFF"}) {
    parsers::Report report =
        sample::report(std::string(1, board[0]), "2023", {orosanmalningar("2023", "4")});
    report.board = board;
    sample::load(database, report);
  }
  const schema::Cube cube = schema::build_cube(database, std::nullopt);
  REQUIRE(cube.cells.size() == 2);
  CHECK(cube.dimensions[1].categories[1].code == "1461 Socialnämnden");
  std::ostringstream out;
  CHECK(schema::export_px(cube, out) > 0);
  CHECK(out.str().find("\"Mellerud, Nämnd 'X' \uFFFD\"") != std::string::npos);
  CHECK(out.str().find("Tecken som formatet inte kan bära") != std::string::npos);
}

TEST_CASE("A figure that is contradicted has a note in PX", "[cube][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  parsers::Reading reading = orosanmalningar("2023", "4");
  reading.status = parsers::Status::contradicted;
  sample::load(database, sample::report("a", "2023", {reading}));
  const schema::Cube cube = schema::build_cube(database, std::nullopt);
  CHECK(px(cube).find("\"2023\",\"utfall\")=\"Motsägs av") != std::string::npos);
  CHECK(json_stat(cube)["status"]["0"] == "contradicted");
}
