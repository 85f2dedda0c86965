// Comparisons by the built program over sample reports, with figures worked out by hand.

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

using support::ProcessResult;
using support::run_namndata;
using support::TempDir;

namespace {

const std::string kReports = NAMNDATA_SOURCE_DIR "/corpus/reports/";

std::string ingested(const TempDir& folder) {
  const std::string database = folder.path("a.db");
  const ProcessResult result = run_namndata(
      {"ingest", kReports + "mellerud-socialnamnden-2023-03",
       kReports + "mellerud-socialnamnden-2023-12", kReports + "alingsas-socialnamnden-2023-08",
       kReports + "linkoping-social-och-omsorgsnamnden-2022-03", "--db", database, "-q",
       "--manifest", NAMNDATA_SOURCE_DIR "/corpus/manifest.csv"});
  INFO(result.err);
  REQUIRE(result.status == 0);
  return database;
}

std::string compared(const std::string& database, std::vector<std::string> options) {
  std::vector<std::string> arguments = {"compare", "--db", database, "--measure", "utfall"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const ProcessResult result = run_namndata(arguments);
  INFO(result.err);
  CHECK(result.status == 0);
  return result.out;
}

bool has(const std::string& text, const std::string& piece) {
  INFO(text);
  INFO(piece);
  return text.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("months become quarters and years; what is missing is marked", "[compare][issue-5]") {
  TempDir folder;
  const std::string db = ingested(folder);
  const std::vector<std::string> alarms = {
      "--indicator", "aldre.trygghetslarm", "--municipality", "Mellerud", "--from", "2023"};
  const std::vector<std::string> concerns = {
      "--indicator", "ifo.orosanmalningar_barn", "--municipality", "Mellerud", "--from", "2023"};
  const auto with = [](std::vector<std::string> options, const std::vector<std::string>& more) {
    options.insert(options.end(), more.begin(), more.end());
    return options;
  };
  // 45 + 70 + 36 + 36 + 44 + 48 + 17 + 33 + 51 + 60 + 66 + 49; the first three; the first nine.
  CHECK(has(compared(db, with(concerns, {"--per", "year"})), " 555\n"));
  CHECK(has(compared(db, with(concerns, {"--per", "quarter"})), " 151\n"));
  CHECK(has(compared(db, with(concerns, {"--per", "year", "--to", "2023-09"})), " 380 (9/12)\n"));
  // 3674 / 12 = 306.17; December's.
  CHECK(has(compared(db, with(alarms, {"--per", "year"})), " 306.2\n"));
  CHECK(has(compared(db, with(alarms, {"--per", "year", "--stock", "last"})), " 326\n"));
  // 555 of 9,052 inhabitants at the end of 2024, the nearest year known.
  CHECK(has(compared(db, with(concerns, {"--per", "year", "--per-1000"})), " 61.31 [2024]\n"));
  const std::string csv =
      compared(db, with(concerns, {"--per", "year", "--to", "2023-09", "--format", "csv"}));
  CHECK(has(csv, ",380,antal,"));
  CHECK(has(csv, ",sum,9,12,"));
  // Each month that the sum is of has its place.
  const std::string sources =
      compared(db, with(concerns, {"--per", "year", "--sources", "--format", "csv"}));
  CHECK(has(sources, ",2023-07,"));
  CHECK(has(sources, ",17,"));
}

TEST_CASE("municipalities of a similar size, and a chart", "[compare][issue-5]") {
  TempDir folder;
  const std::string db = ingested(folder);
  // Alingsås is nearer to Mellerud in size than Linköping.
  const std::string out = compared(db, {"--like", "Mellerud", "--similar", "1"});
  CHECK(has(out, "Alingsås"));
  CHECK_FALSE(out.find("Linköping") != std::string::npos);
  const std::string chart = folder.path("chart.html");
  compared(db, {"--indicator", "aldre.trygghetslarm", "--per", "quarter", "--chart", chart});
  CHECK(has(support::read_file(chart), "<table>"));
  CHECK(has(support::read_file(chart), "role=\"img\""));
  const ProcessResult both =
      run_namndata({"compare", "--db", db, "--like", "Mellerud", "--municipality", "Habo"});
  CHECK(both.status == 1);
  CHECK(run_namndata({"compare", "--db", db, "--from", "1900", "--to", "1901", "--chart",
                      folder.path("b.svg")})
            .status == 1);
  CHECK_FALSE(std::filesystem::exists(folder.path("b.svg")));
}

TEST_CASE("labels nobody claims come with a suggestion", "[labels][issue-5]") {
  TempDir folder;
  const std::string db = ingested(folder);
  const ProcessResult result = run_namndata({"labels", "--db", db, "--suggest", "--format", "csv"});
  CHECK(result.status == 0);
  CHECK(has(result.out, "times_seen,label,unit,suggestion,likeness,alias,reason,"));
  CHECK(has(result.out, "in common: "));
}
