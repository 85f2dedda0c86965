#pragma once
// Comparing what two sample reports give: the same figures, the same grids.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpus/evaluate.h"

namespace support {

using Lines = std::vector<std::string>;

inline parsers::Report sample_report(const std::string& name) {
  corpus::Sample sample = corpus::read_sample(std::string(NAMNDATA_SOURCE_DIR) + "/corpus", name);
  REQUIRE(sample.failure == "");
  return std::move(sample.report);
}

// The figures with their meaning, in an order of their own.
inline Lines figure_lines(const parsers::Report& report) {
  Lines lines;
  for (const corpus::Figure& figure : corpus::table_figures(report)) {
    lines.push_back(fmt::format("{} | {} | {} | {} | {} | {}", figure.row, figure.column,
                                figure.periods.empty() ? "" : figure.periods.front(),
                                figure.measure, figure.value.to_string(), figure.unit));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

// The cells with text of each table, sorted.
inline std::vector<Lines> grid_lines(const parsers::Report& report) {
  std::vector<Lines> tables;
  for (const parsers::Table& table : report.tables) {
    Lines lines;
    for (const corpus::GridCell& cell : corpus::grid_cells(table)) {
      if (cell.text.empty()) continue;
      lines.push_back(fmt::format("{},{} {}x{} {}", cell.row, cell.column, cell.row_span,
                                  cell.column_span, cell.text));
    }
    std::sort(lines.begin(), lines.end());
    tables.push_back(std::move(lines));
  }
  return tables;
}

// What the sorted `a` has and the sorted `b` has not.
inline Lines only_in(const Lines& a, const Lines& b) {
  Lines difference;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(difference));
  return difference;
}

inline void check_same_grids(const std::string& one, const std::string& other) {
  const auto a = grid_lines(sample_report(one)), b = grid_lines(sample_report(other));
  REQUIRE_FALSE(a.empty());
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    INFO("table " << i + 1 << " of " << one);
    CHECK(only_in(a[i], b[i]) == Lines{});
    CHECK(only_in(b[i], a[i]) == Lines{});
  }
}

inline void check_same_figures(const std::string& one, const std::string& other) {
  INFO(one << " and " << other);
  const Lines a = figure_lines(sample_report(one)), b = figure_lines(sample_report(other));
  REQUIRE_FALSE(a.empty());
  CHECK(only_in(a, b) == Lines{});
  CHECK(only_in(b, a) == Lines{});
}

}  // namespace support
