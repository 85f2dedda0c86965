// The sample reports themselves: files, README rows, manifest, expected values that hold together.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "corpus/evaluate.h"

namespace {

const std::string kCorpus = std::string(NAMNDATA_SOURCE_DIR) + "/corpus";

std::string file_text(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every sample report has expected values, a README row and a manifest line",
          "[samples]") {
  const std::string readme = file_text(kCorpus + "/README.md");
  const std::string manifest = file_text(kCorpus + "/manifest.csv");
  std::set<std::string> municipalities;
  for (const std::string& name : corpus::sample_names(kCorpus)) {
    INFO(name);
    const corpus::Truth truth = corpus::load_truth(kCorpus + "/reports/" + name + "/expected.json");
    CHECK(truth.document == name);
    CHECK(truth.municipality_code.size() == 4);
    municipalities.insert(truth.municipality_code);
    CHECK(readme.find("| " + name + " |") != std::string::npos);
    CHECK(manifest.find("reports/" + name + "/" + name + ".pdf," + truth.municipality_code + ",") !=
          std::string::npos);
  }
  CHECK(municipalities.size() >= 3);
}

TEST_CASE("README and manifest name no report that is not there", "[samples]") {
  std::istringstream lines(file_text(kCorpus + "/manifest.csv"));
  std::string line;
  std::getline(lines, line);
  CHECK(line == "path,municipality_code,board,period,title");
  std::size_t count = 0;
  while (std::getline(lines, line)) {
    INFO(line);
    CHECK(std::filesystem::exists(kCorpus + "/" + line.substr(0, line.find(','))));
    ++count;
  }
  CHECK(count == corpus::sample_names(kCorpus).size());
}

TEST_CASE("expected figures against themselves score 1", "[samples]") {
  for (const std::string& name : corpus::sample_names(kCorpus)) {
    INFO(name);
    const corpus::Truth truth = corpus::load_truth(kCorpus + "/reports/" + name + "/expected.json");
    std::vector<corpus::Figure> figures;
    std::vector<std::vector<corpus::GridCell>> grids;
    for (const corpus::ExpectedTable& table : truth.tables) {
      figures.insert(figures.end(), table.figures.begin(), table.figures.end());
      grids.push_back(table.cells);
    }
    const int count = static_cast<int>(figures.size());
    CHECK(corpus::score_values(truth, figures).full == corpus::Count{count, count, count});
    const corpus::GridScore score = corpus::score_grids(grids, grids);
    CHECK(score.exact == static_cast<int>(grids.size()));
  }
}

TEST_CASE("expected cells cover each grid position once", "[samples]") {
  for (const std::string& name : corpus::sample_names(kCorpus)) {
    for (const auto& table :
         corpus::load_truth(kCorpus + "/reports/" + name + "/expected.json").tables) {
      INFO(name << " " << table.id);
      std::set<std::pair<int, int>> covered;
      int area = 0, rows = 0, columns = 0;
      for (const corpus::GridCell& cell : table.cells) {
        for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
          for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
            covered.insert({row, column});
            ++area;
          }
        }
        rows = std::max(rows, cell.row + cell.row_span);
        columns = std::max(columns, cell.column + cell.column_span);
      }
      CHECK(area == rows * columns);
      CHECK(static_cast<int>(covered.size()) == area);
    }
  }
}
