#include "schema/find_figure.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "tests/schema/sample_report.h"

using sample::reading;

namespace {

schema::Database with_figures() {
  schema::Database database = schema::open_database_in_memory();
  parsers::Report r = sample::report(
      "a", "2023-12",
      {reading({"jan"}, {"Barn och Unga", "Anmälningar Unga"}, "2023-01", "utfall", "45", "antal"),
       reading({"jan"}, {"Vuxna", "Anmälningar"}, "2023-01", "utfall", "12", "antal"),
       reading({"feb"}, {"Vuxna", "Anmälningar"}, "2023-02", "utfall", "-", "antal")});
  r.readings[1].page = 2;
  r.readings[1].table_title = "Vuxna 2023";
  sample::load(database, r);
  return database;
}

std::string error(schema::Database& database, const schema::FigureQuestion& question) {
  try {
    schema::find_figure(database, question);
  } catch (const extract::Error& e) {
    return e.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A figure is named by as much as it needs", "[find_figure][issue-5]") {
  schema::Database database = with_figures();
  const auto raw = [&](const schema::FigureQuestion& question) {
    return schema::find_figure(database, question).raw;
  };
  CHECK(raw({"a", 1, {}, "jan", {}, {}}) == "45");
  CHECK(raw({"a", {}, {}, {}, "anmälningar unga", {}}) == "45");
  CHECK(raw({"a", {}, {}, {}, "Barn och  Unga / Anmälningar Unga*", {}}) == "45");
  CHECK(raw({sample::sha("a").substr(0, 8), {}, {}, "feb", {}, {}}) == "-");
  CHECK(raw({"a", {}, "Vuxna 2023", {}, {}, {}}) == "12");
  CHECK(raw({"a", {}, {}, {}, {}, "12"}) == "12");
  const schema::FigureKey figure = schema::find_figure(database, {"a", 2, {}, "jan", {}, {}});
  CHECK(figure == schema::FigureKey{sample::sha("a"), 2, "Vuxna 2023", "jan", "Vuxna / Anmälningar",
                                    "12", "12"});
  CHECK(schema::find_figure(database, {"a", {}, {}, "feb", {}, {}}).value_read.empty());
}

TEST_CASE("What is not one figure is refused with the candidates", "[find_figure][issue-5]") {
  schema::Database database = with_figures();
  CHECK(error(database, {"a", {}, {}, "jan", {}, {}}) ==
        "a: 2 figures are meant; say more (page, table, row, column, raw)"
        "; page 1 | - | jan | Barn och Unga / Anmälningar Unga: 45"
        "; page 2 | Vuxna 2023 | jan | Vuxna / Anmälningar: 12");
  CHECK(error(database, {"a", 3, {}, {}, {}, {}}) ==
        "a: has no such figure; namndata export shows its labels");
  CHECK(error(database, {"a", {}, {}, {}, "Unga / Anmälningar", {}}) != "");
  CHECK(error(database, {"b", {}, {}, {}, {}, {}}) ==
        "b: no report is named so; namndata reports lists them");
  parsers::Report other = sample::report("b", "2023-12", {});
  other.info.name = "a";
  sample::load(database, other);
  CHECK(error(database, {"a", {}, {}, {}, {}, {}}) ==
        "a: several reports are named so; give the beginning of a digest; " + sample::sha("a") +
            " a; " + sample::sha("b") + " a");
}
