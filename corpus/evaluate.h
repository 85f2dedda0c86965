#pragma once
// Evaluate: reads every sample report and scores it against its expected values.
//
//   std::vector<SampleScore> scores = evaluate("corpus");
//   std::fputs(score_table(scores).c_str(), stdout);
//   // baseline.h compares them with what was reached before

#include <span>
#include <string>
#include <vector>

#include "corpus/adjacency.h"
#include "corpus/score.h"
#include "parsers/report.h"

namespace corpus {

struct SampleScore {
  std::string report;  // name of its folder
  ValueScore values;
  Count facts;
  GridScore grids;
  std::string failure;  // why it could not be read; "" it was
};

// The figures of tables and charts, as the scorer wants them; missing values are none.
std::vector<Figure> table_figures(const parsers::Report& report);
// Those of running text.
std::vector<Figure> prose_figures(const parsers::Report& report);
std::vector<GridCell> grid_cells(const parsers::Table& table);

// Names of the folders of `directory`/reports that hold a PDF of the same name, sorted.
// Throws extract::Error (not_found) without such a folder.
std::vector<std::string> sample_names(const std::string& directory);

// A sample report as it is read, beside what is to be read from it.
struct Sample {
  Truth truth;
  parsers::Report report;
  std::string failure;  // why it could not be read; "" it was
};
// A report that cannot be read is empty and says why; expected values that cannot be read throw
// extract::Error.
Sample read_sample(const std::string& directory, const std::string& name);

// Reads and scores one report of `directory`/reports.
SampleScore evaluate_sample(const std::string& directory, const std::string& name);

std::vector<SampleScore> evaluate(const std::string& directory);

// One line per report and one for all: precision and recall of the three levels, wrong figures,
// tables found, false tables, F1 of the relations.
std::string score_table(std::span<const SampleScore> scores);

}  // namespace corpus
