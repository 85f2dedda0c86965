#include "corpus/baseline.h"

#include <catch2/catch.hpp>

#include "extract/error.h"

namespace {

corpus::BaselineRow row(std::string report, int found, int wrong) {
  corpus::BaselineRow result;
  result.report = std::move(report);
  result.expected = 10;
  result.found_value = found;
  result.wrong_value = wrong;
  return result;
}

using Rows = std::vector<corpus::BaselineRow>;

}  // namespace

TEST_CASE("a baseline is read as it was written", "[baseline]") {
  const Rows rows = {row("a", 9, 1), row("b", 10, 0)};
  CHECK(corpus::parse_baseline(corpus::baseline_text(rows)) == rows);
  CHECK(corpus::baseline_text(Rows{rows[1], rows[0]}) == corpus::baseline_text(rows));
}

TEST_CASE("a baseline of another form is refused", "[baseline]") {
  const std::string good = corpus::baseline_text(Rows{row("a", 9, 1)});
  for (const std::string& bad : {std::string(), std::string("report\n"), good + "b\t1\n",
                                 good + "b\tx\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"}) {
    INFO(bad);
    CHECK_THROWS_AS(corpus::parse_baseline(bad), extract::Error);
  }
}

TEST_CASE("a score may rise but not fall", "[baseline]") {
  const Rows before = {row("a", 9, 1)};
  const auto count = [&](const Rows& now) {
    const auto verdict = corpus::compare(before, now);
    return std::pair(verdict.worse.size(), verdict.better.size());
  };
  using Counts = std::pair<std::size_t, std::size_t>;
  CHECK(count({row("a", 9, 1)}) == Counts(0, 0));
  CHECK(count({row("a", 8, 1)}) == Counts(1, 0));
  CHECK(count({row("a", 10, 1)}) == Counts(0, 1));
  CHECK(count({row("a", 9, 2)}) == Counts(1, 0));
  CHECK(count({row("a", 10, 0)}) == Counts(0, 2));
  CHECK(count({row("a", 10, 2)}) == Counts(1, 1));
  CHECK(count({}) == Counts(1, 0));
  CHECK(count({row("a", 9, 1), row("b", 1, 0)}) == Counts(0, 1));
  corpus::BaselineRow longer = row("a", 9, 1);
  longer.expected = 12;
  CHECK(count({longer}) == Counts(1, 0));
}
