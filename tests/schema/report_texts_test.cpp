#include "schema/report_texts.h"

#include <catch2/catch.hpp>

#include "tests/schema/sample_report.h"

TEST_CASE("Texts of few and of all reports are the same", "[report_texts][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  std::vector<std::int64_t> ids;
  for (const char* name : {"m", "b", "q", "a", "z", "k", "c"}) {
    sample::load(database, sample::report(name, "2023", {}));
    ids.push_back(
        database.integer("SELECT id FROM report WHERE document = '" + std::string(name) + "'"));
  }
  database.run("UPDATE report SET board = NULL WHERE document = 'z'");
  const schema::ReportTexts all(database, ids);
  const schema::ReportTexts one(database, {ids[4], ids[4]});
  for (const schema::ReportTexts* reports : {&all, &one}) {
    CHECK(reports->of(ids[4]).document == "z");
    CHECK(reports->of(ids[4]).board == "");
    CHECK(reports->of(ids[4]).sha256 == sample::sha("z"));
  }
  CHECK(all.of(ids[0]).document == "m");
  CHECK(all.of(ids[6]).board == "Socialnämnden");
  const schema::ReportTexts none(database, {});
}
