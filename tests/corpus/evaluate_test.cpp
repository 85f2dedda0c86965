// The sample reports read and scored: no score may fall below its baseline.

#include "corpus/evaluate.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "corpus/baseline.h"
#include "extract/error.h"

namespace {

const std::string kCorpus = std::string(NAMNDATA_SOURCE_DIR) + "/corpus";

std::vector<corpus::BaselineRow> committed_baseline() {
  std::ifstream file(kCorpus + "/baseline.tsv");
  std::ostringstream text;
  text << file.rdbuf();
  return corpus::parse_baseline(text.str());
}

}  // namespace

TEST_CASE("no sample report scores below its baseline", "[evaluate]") {
  const std::vector<corpus::SampleScore> scores = corpus::evaluate(kCorpus);
  std::vector<corpus::BaselineRow> rows;
  for (const corpus::SampleScore& score : scores) {
    CHECK(score.failure == "");
    rows.push_back(corpus::baseline_row(score));
  }
  const corpus::BaselineVerdict verdict = corpus::compare(committed_baseline(), rows);
  CHECK(verdict.worse == std::vector<std::string>{});
  for (const std::string& better : verdict.better) {
    WARN("better than corpus/baseline.tsv, please update it: " << better);
  }
}

TEST_CASE("a figure of each source goes to its own score", "[evaluate]") {
  parsers::Report report;
  parsers::Reading reading;
  reading.row_path = {"Individ och familj", "Anmälningar"};
  reading.column_path = {"Mars"};
  reading.value = parsers::Decimal{45, 0};
  reading.page = 3;
  report.readings.push_back(reading);
  reading.source = parsers::Source::prose;
  report.readings.push_back(reading);
  reading.source = parsers::Source::table;
  reading.value.reset();
  reading.missing = parsers::Missing::blank;
  report.readings.push_back(reading);

  const auto figures = corpus::table_figures(report);
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].row == "Individ och familj / Anmälningar");
  CHECK(figures[0].page == 3);
  CHECK(figures[0].periods.empty());
  CHECK(corpus::prose_figures(report).size() == 1);
}

TEST_CASE("a folder without sample reports is an error", "[evaluate]") {
  CHECK_THROWS_AS(corpus::sample_names(kCorpus + "/typeset"), extract::Error);
}
