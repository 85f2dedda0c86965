#include "corpus/mismatch.h"

#include <fmt/format.h>

#include <vector>

#include "corpus/evaluate.h"
#include "corpus/score.h"

namespace corpus {

namespace {

std::string line(const char* sort, const Figure& figure) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", sort, figure.page, figure.row,
                     figure.column, figure.value.to_string(),
                     figure.periods.empty() ? "" : figure.periods.front(), figure.measure,
                     figure.unit);
}

}  // namespace

std::string mismatch_lines(const Truth& truth, std::span<const Figure> read, int limit) {
  std::vector<Figure> expected;
  for (const ExpectedTable& table : truth.tables) {
    expected.insert(expected.end(), table.figures.begin(), table.figures.end());
  }
  const std::vector<int> by_value = match_figures(expected, read, Level::value);
  const std::vector<int> full = match_figures(expected, read, Level::full);
  std::vector<char> used(read.size(), 0);
  std::string missed, wrong, meant;
  int missed_count = 0, wrong_count = 0, meant_count = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (by_value[i] < 0) {
      if (++missed_count <= limit) missed += line("missed", expected[i]);
      continue;
    }
    const auto at = static_cast<std::size_t>(by_value[i]);
    used[at] = 1;
    if (full[i] < 0 && ++meant_count <= limit) {
      meant += line("meant", expected[i]) + line("read", read[at]);
    }
  }
  for (std::size_t j = 0; j < read.size(); ++j) {
    if (!used[j] && ++wrong_count <= limit) wrong += line("wrong", read[j]);
  }
  return missed + wrong + meant;
}

std::string sample_mismatches(const std::string& directory, const std::string& name, int limit) {
  const Sample sample = read_sample(directory, name);
  return mismatch_lines(sample.truth, table_figures(sample.report), limit);
}

}  // namespace corpus
