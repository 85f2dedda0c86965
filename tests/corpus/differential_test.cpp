// The same report set in different ways has to give the same: rules drawn or removed, tags written
// or not, one description by four producers.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "corpus/evaluate.h"
#include "extract/document.h"

namespace {

using Lines = std::vector<std::string>;

parsers::Report read_sample(const std::string& name) {
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(
      std::string(NAMNDATA_SOURCE_DIR) + "/corpus/reports/" + name + "/" + name + ".pdf",
      diagnostics);
  return parsers::read_report(*document, {}, diagnostics);
}

// The figures with their meaning, in an order of their own.
Lines figure_lines(const parsers::Report& report) {
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
std::vector<Lines> grid_lines(const parsers::Report& report) {
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
Lines only_in(const Lines& a, const Lines& b) {
  Lines difference;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(difference));
  return difference;
}

void check_same_grids(const std::string& one, const std::string& other) {
  const auto a = grid_lines(read_sample(one)), b = grid_lines(read_sample(other));
  REQUIRE_FALSE(a.empty());
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    INFO("table " << i + 1 << " of " << one);
    CHECK(only_in(a[i], b[i]) == Lines{});
    CHECK(only_in(b[i], a[i]) == Lines{});
  }
}

void check_same_figures(const std::string& one, const std::string& other) {
  INFO(one << " and " << other);
  const Lines a = figure_lines(read_sample(one)), b = figure_lines(read_sample(other));
  REQUIRE_FALSE(a.empty());
  CHECK(only_in(a, b) == Lines{});
  CHECK(only_in(b, a) == Lines{});
}

}  // namespace

TEST_CASE("rules drawn and removed give the same", "[differential]") {
  const std::string report =
      GENERATE(as<std::string>{}, "vaxjo-omsorgsnamnden-2023-09", "pitea-socialnamnden-2022");
  check_same_grids(report + "-linjer", report + "-utan-linjer");
  check_same_figures(report + "-linjer", report + "-utan-linjer");
}

TEST_CASE("tagged and untagged export of a report give the same", "[differential]") {
  check_same_grids("umea-aldrenamnden-2023-08-taggad", "umea-aldrenamnden-2023-08-otaggad");
  check_same_figures("umea-aldrenamnden-2023-08-taggad", "umea-aldrenamnden-2023-08-otaggad");
}

TEST_CASE("four producers of one report give the same figures", "[differential]") {
  const std::string report = "habo-socialnamnden-2023-06-";
  const std::string producer = GENERATE(as<std::string>{}, "chromium", "latex", "groff");
  check_same_figures(report + "writer", report + producer);
}
