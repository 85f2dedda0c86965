#include "corpus/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "extract/document.h"
#include "extract/error.h"

namespace corpus {

namespace {

namespace fs = std::filesystem;

std::string joined(const std::vector<std::string>& path) {
  std::string result;
  for (const std::string& part : path) result += (result.empty() ? "" : " / ") + part;
  return result;
}

std::vector<Figure> figures(const parsers::Report& report, bool prose) {
  std::vector<Figure> result;
  for (const parsers::Reading& reading : report.readings) {
    if (!reading.value || (reading.source == parsers::Source::prose) != prose) continue;
    Figure figure;
    figure.row = joined(reading.row_path);
    figure.column = joined(reading.column_path);
    if (reading.period) figure.periods.push_back(reading.period->text);
    figure.measure = reading.measure;
    figure.value = *reading.value;
    figure.unit = reading.unit;
    figure.page = reading.page;
    result.push_back(std::move(figure));
  }
  return result;
}

fs::path pdf_of(const fs::path& folder) { return folder / (folder.filename().string() + ".pdf"); }

bool holds_report(const fs::directory_entry& entry) {
  return entry.is_directory() && fs::exists(pdf_of(entry.path()));
}

SampleScore& operator+=(SampleScore& sum, const SampleScore& score) {
  sum.values.value += score.values.value;
  sum.values.period += score.values.period;
  sum.values.full += score.values.full;
  sum.facts += score.facts;
  sum.grids.relations += score.grids.relations;
  sum.grids.tables += score.grids.tables;
  sum.grids.exact += score.grids.exact;
  return sum;
}

std::string line(const SampleScore& score) {
  const auto& [value, period, full] = score.values;
  return fmt::format(
      "{:<58} {:>5} {:>5} | {:5.3f} {:5.3f} | {:5.3f} | {:5.3f} | {:>3}/{:<3} {:>3} {:>3} {:5.3f} "
      "| "
      "{:>2}/{:<2}{}\n",
      score.report, value.expected, value.wrong(), value.precision(), value.recall(), period.f1(),
      full.f1(), score.grids.tables.found, score.grids.tables.expected, score.grids.tables.wrong(),
      score.grids.exact, score.grids.relations.f1(), score.facts.found, score.facts.expected,
      score.failure.empty() ? "" : "  " + score.failure);
}

}  // namespace

std::vector<Figure> table_figures(const parsers::Report& report) { return figures(report, false); }

std::vector<Figure> prose_figures(const parsers::Report& report) { return figures(report, true); }

std::vector<GridCell> grid_cells(const parsers::Table& table) {
  std::vector<GridCell> cells;
  for (const parsers::Cell& cell : table.cells) {
    cells.push_back({cell.row, cell.column, cell.row_span, cell.column_span, cell.text});
  }
  return cells;
}

std::vector<std::string> sample_names(const std::string& directory) {
  const fs::path reports = fs::path(directory) / "reports";
  std::error_code error;
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(reports, error)) {
    if (holds_report(entry)) names.push_back(entry.path().filename().string());
  }
  if (error || names.empty()) {
    throw extract::Error(extract::ErrorCode::not_found, reports.string(),
                         "no sample reports there");
  }
  std::sort(names.begin(), names.end());
  return names;
}

Sample read_sample(const std::string& directory, const std::string& name) {
  const fs::path folder = fs::path(directory) / "reports" / name;
  Sample sample;
  sample.truth = load_truth((folder / "expected.json").string());
  try {
    extract::Diagnostics diagnostics;
    const auto document = extract::open_document(pdf_of(folder).string(), diagnostics);
    sample.report = parsers::read_report(*document, {}, diagnostics);
  } catch (const extract::Error& error) {
    sample.failure = error.message();
  }
  return sample;
}

SampleScore evaluate_sample(const std::string& directory, const std::string& name) {
  const Sample sample = read_sample(directory, name);
  SampleScore score;
  score.report = name;
  score.failure = sample.failure;
  score.values = score_values(sample.truth, table_figures(sample.report));
  score.facts = score_facts(sample.truth, prose_figures(sample.report));
  std::vector<std::vector<GridCell>> expected, recovered;
  for (const ExpectedTable& table : sample.truth.tables) expected.push_back(table.cells);
  for (const parsers::Table& table : sample.report.tables) recovered.push_back(grid_cells(table));
  score.grids = score_grids(expected, recovered);
  return score;
}

std::vector<SampleScore> evaluate(const std::string& directory) {
  std::vector<SampleScore> scores;
  for (const std::string& name : sample_names(directory)) {
    scores.push_back(evaluate_sample(directory, name));
  }
  return scores;
}

std::string score_table(std::span<const SampleScore> scores) {
  std::string table = fmt::format(
      "{:<58} {:>5} {:>5} | {:>5} {:>5} | {:>5} | {:>5} | {:>7} {:>3} {:>3} {:>5} | {}\n", "report",
      "exp.", "wrong", "P", "R", "F1+p.", "F1+mu", "tables", "fal", "ex.", "F1adj", "facts");
  SampleScore all;
  all.report = "all";
  for (const SampleScore& score : scores) {
    table += line(score);
    all += score;
  }
  return table + line(all);
}

}  // namespace corpus
