#pragma once
// Baseline: the scores each sample report has reached, kept in baseline.tsv. A score may rise but
// not fall; when it rises, the file is to be updated, so that it cannot fall back unseen.

#include <span>
#include <string>
#include <vector>

#include "corpus/evaluate.h"

namespace corpus {

// Whole numbers only, so that no rounding decides. More is better for found_*, fewer for wrong_*.
struct BaselineRow {
  std::string report;
  int expected = 0;                                       // figures
  int found_value = 0, found_period = 0, found_full = 0;  // by level
  int wrong_value = 0;
  int found_relations = 0, wrong_relations = 0;
  int found_tables = 0, wrong_tables = 0;
  int found_facts = 0;
  bool operator==(const BaselineRow&) const = default;
};

BaselineRow baseline_row(const SampleScore& score);

// The file's form: a header line, then tab-separated rows sorted by report.
std::string baseline_text(std::span<const BaselineRow> rows);
// Throws extract::Error (bad_argument) where `text` is not what baseline_text writes.
std::vector<BaselineRow> parse_baseline(const std::string& text);

struct BaselineVerdict {
  std::vector<std::string> worse;   // one line each: report, column, from, to
  std::vector<std::string> better;  // also reports new to the baseline
};
// A report of the baseline that was not scored, or whose number of expected figures has changed, is
// worse: the baseline has to be written again on purpose.
BaselineVerdict compare(std::span<const BaselineRow> baseline, std::span<const BaselineRow> now);

}  // namespace corpus
