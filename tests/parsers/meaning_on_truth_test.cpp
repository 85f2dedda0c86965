// The meaning of figures measured on expected values: tables as they should be recovered in,
// periods, measures and units out. What remains wrong here is wrong understanding, not wrong
// recovery.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "parsers/fold.h"
#include "parsers/interpret.h"
#include "parsers/kind.h"

namespace {

using nlohmann::json;
using parsers::Reading;

struct IdealTable {
  parsers::Table table;
  std::vector<parsers::LabelledCell> labels;
  const json* truth = nullptr;
};

std::string text(const json& value) {
  return value.is_string() ? value.get<std::string>() : std::string{};
}

std::vector<std::string> path_of(const json& value) {
  std::vector<std::string> path;
  if (value.is_array()) return value.get<std::vector<std::string>>();
  std::string rest = text(value);
  for (std::size_t at = rest.find(" / "); at != std::string::npos; at = rest.find(" / ")) {
    path.push_back(rest.substr(0, at));
    rest.erase(0, at + 3);
  }
  path.push_back(rest);
  return path;
}

void add_cell(IdealTable& ideal, int row, int column, const std::string& content,
              parsers::CellRole role) {
  parsers::Cell cell;
  cell.row = row;
  cell.column = column;
  cell.text = content;
  cell.role = role;
  ideal.table.cells.push_back(std::move(cell));
}

// Heads of row labels, which the expected values leave out: by table id.
std::string stub_head(const std::string& id) {
  return id == "utfall-mot-budget" ? "Verksamhet, tkr" : "";
}

IdealTable ideal_table(const json& truth) {
  IdealTable ideal;
  ideal.truth = &truth;
  parsers::Table& table = ideal.table;
  table.page = 1;
  table.title = text(truth["title"]);
  table.section = truth.contains("section") ? text(truth["section"]) : "";
  for (const json& note : truth["notes"]) table.notes.push_back(text(note));
  table.boxhead_rows = 1;
  table.stub_columns = 1;
  table.rows = static_cast<int>(truth["rows"].size()) + 1;
  table.columns = static_cast<int>(truth["columns"].size()) + 1;
  add_cell(ideal, 0, 0, stub_head(text(truth["id"])), parsers::CellRole::boxhead);
  int column = 0;
  for (const json& head : truth["columns"]) {
    add_cell(ideal, 0, ++column, path_of(head).back(), parsers::CellRole::boxhead);
  }
  int row = 0;
  for (const json& line : truth["rows"]) {
    add_cell(ideal, ++row, 0, text(line["label"]), parsers::CellRole::stub);
    column = 0;
    for (const json& content : line["cells"]) {
      add_cell(ideal, row, ++column, text(content), parsers::CellRole::data);
      ideal.labels.push_back({table.cells.size() - 1, path_of(line["label"]),
                              path_of(truth["columns"][static_cast<std::size_t>(column - 1)])});
    }
  }
  table.kind = parsers::table_kind(table);
  return ideal;
}

std::string joined(const std::vector<std::string>& path) {
  std::string all;
  for (const std::string& part : path) all += (all.empty() ? "" : " / ") + part;
  return all;
}

bool same_unit(std::string expected, std::string got) {
  if (expected.empty()) return true;
  if (expected.starts_with("antal")) expected = "antal";
  if (got.starts_with("antal")) got = "antal";
  return expected == got;
}

bool same_period(const json& expected, const Reading& got) {
  if (!expected.contains("period") || !expected["period"].is_string()) return true;
  const auto wanted = parsers::canonical_period(text(expected["period"]));
  return wanted && got.period && wanted->start == got.period->start &&
         wanted->end == got.period->end;
}

struct Score {
  int expected = 0, valued = 0, dated = 0, right = 0, spurious = 0;
  std::string wrong;
};

void score_table(const IdealTable& ideal, const std::vector<Reading>& readings, Score& score) {
  std::vector<bool> used(readings.size(), false);
  for (const json& expected : (*ideal.truth)["observations"]) {
    ++score.expected;
    // The best reading of this value at this place.
    int best = -1, best_level = -1;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const Reading& reading = readings[i];
      if (used[i] || !reading.value || joined(reading.row_path) != text(expected["row"]) ||
          joined(reading.column_path) != text(expected["column"])) {
        continue;
      }
      if (reading.value->to_string() != text(expected["value"])) continue;
      const bool period = same_period(expected, reading);
      const std::string measure = expected.contains("measure") ? text(expected["measure"]) : "";
      const bool all = period && (measure.empty() || measure == reading.measure) &&
                       same_unit(text(expected["unit"]), reading.unit);
      const int level = all ? 2 : period ? 1 : 0;
      if (level > best_level) {
        best = static_cast<int>(i);
        best_level = level;
      }
    }
    score.valued += best_level >= 0;
    score.dated += best_level >= 1;
    score.right += best_level >= 2;
    if (best >= 0) used[static_cast<std::size_t>(best)] = true;
    if (best_level >= 2) continue;
    const Reading* got = best < 0 ? nullptr : &readings[static_cast<std::size_t>(best)];
    score.wrong += "\n" + expected.dump() + "\n   got " +
                   (got == nullptr ? "nothing"
                                   : (got->period ? got->period->text : "-") + " " + got->measure +
                                         " " + got->unit);
  }
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (used[i] || !readings[i].value) continue;
    ++score.spurious;
    score.wrong += "\nspurious " + joined(readings[i].row_path) + " | " +
                   joined(readings[i].column_path) + " | " + readings[i].raw;
  }
}

Score score_report(const json& truth) {
  std::vector<IdealTable> ideals;
  std::vector<parsers::Table> tables;
  for (const json& table : truth["tables"]) {
    ideals.push_back(ideal_table(table));
    tables.push_back(ideals.back().table);
  }
  const auto contexts =
      parsers::report_contexts(tables, parsers::canonical_period(text(truth["period"])), "caller");
  extract::Diagnostics diagnostics;
  Score score;
  for (std::size_t i = 0; i < ideals.size(); ++i) {
    const auto readings =
        parsers::interpret_table(ideals[i].table, ideals[i].labels, contexts[i], diagnostics);
    score_table(ideals[i], readings, score);
  }
  return score;
}

}  // namespace

TEST_CASE("ideal tables are understood", "[meaning][shared]") {
  const std::filesystem::path folder = std::filesystem::path(NAMNDATA_SHARED_DIR) / "truth";
  if (!std::filesystem::exists(folder)) {
    WARN("no expected values at ../shared/truth: nothing measured");
    return;
  }
  Score all;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const Score score = score_report(json::parse(std::ifstream(file)));
    all.expected += score.expected;
    all.valued += score.valued;
    all.dated += score.dated;
    all.right += score.right;
    all.spurious += score.spurious;
    all.wrong += "\n== " + file.stem().string() + score.wrong;
  }
  INFO(all.wrong);
  INFO("figures " << all.expected << ", value " << all.valued << ", period " << all.dated
                  << ", all " << all.right << ", not expected " << all.spurious);
  CHECK(all.valued == all.expected);
  CHECK(all.spurious == 0);
  CHECK(all.dated * 1000 >= all.expected * 985);
  CHECK(all.right * 1000 >= all.expected * 970);
}
