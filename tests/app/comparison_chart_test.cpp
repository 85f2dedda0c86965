#include "app/comparison_chart.h"

#include <catch2/catch.hpp>

#include "app/line_chart.h"
#include "extract/error.h"
#include "tests/app/compared_figures.h"

using schema::ComparedFigure;

namespace {

ComparedFigure figure(const std::string& code, const std::string& name, const std::string& period,
                      const std::string& value) {
  ComparedFigure made = compared::figure(code, name, period, value);
  made.report = "rapport <1>";
  return made;
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
    ++found;
  }
  return found;
}

std::vector<ComparedFigure> sample() {
  std::vector<ComparedFigure> figures = {
      figure("0580", "Linköping", "2020", "5210"), figure("1461", "Mellerud", "2020", "300"),
      figure("1461", "Mellerud", "2021", "304"), figure("1461", "Mellerud", "2023", "310")};
  figures[3].months = 9;
  figures[3].of_months = 12;
  return figures;
}

}  // namespace

TEST_CASE("A chart has a line per municipality, gaps and hollow markers", "[chart][issue-5]") {
  const std::string svg = app::comparison_svg(sample(), {});
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("role=\"img\"") != std::string::npos);
  CHECK(svg.find("Mellerud, 2023: 310 antal (9 of 12 months).") != std::string::npos);  // desc
  // Mellerud's line goes from 2020 to 2021 and begins anew in 2023.
  const std::size_t line =
      svg.rfind("fill=\"none\" stroke=\"#d55e00\" stroke-width=\"2\" stroke-dasharray=\"7 3\"");
  REQUIRE(line != std::string::npos);
  const std::size_t start = svg.rfind("d=\"", line);
  const std::string path = svg.substr(start, line - start);
  CHECK(count(path, "M") == 2);
  CHECK(count(path, "L") == 1);
  CHECK(count(svg, "fill=\"#fff\" stroke=\"#d55e00\"") == 1);
  CHECK(svg.find(">6\u00a0000</text>") != std::string::npos);
  CHECK(svg.find(">antal</text>") != std::string::npos);
}

TEST_CASE("A break is a dashed upright line with its reason", "[chart][issue-5]") {
  auto figures = sample();
  CHECK(count(app::comparison_svg(figures, {}), "stroke-dasharray=\"4 4\"") == 0);
  figures[2].series_break = "label: Larm → Trygghetslarm";
  const std::string svg = app::comparison_svg(figures, {});
  CHECK(count(svg, "stroke-dasharray=\"4 4\"") == 1);
  CHECK(svg.find("break: label: Larm → Trygghetslarm</title>") != std::string::npos);
}

TEST_CASE("The page has the figures as a table, escaped", "[chart][issue-5]") {
  const std::string html = app::comparison_html(sample(), {});
  CHECK(count(html, "<tr>") == 5);
  CHECK(html.find("rapport &lt;1&gt;") != std::string::npos);
  CHECK(html.find("<td>9 of 12</td>") != std::string::npos);
}

TEST_CASE("What cannot be drawn well is refused with what to do", "[chart][issue-5]") {
  CHECK_THROWS_WITH(app::comparison_svg({}, {}), Catch::Contains("nothing to draw"));
  app::ComparisonChartOptions per_1000;
  per_1000.per_1000 = true;  // no inhabitants known
  CHECK_THROWS_AS(app::comparison_svg(sample(), per_1000), extract::Error);
  std::vector<ComparedFigure> many;
  for (std::size_t i = 0; i <= app::kMostStyles; ++i) {
    many.push_back(figure(std::to_string(1000 + i), "M" + std::to_string(i), "2020", "1"));
  }
  CHECK_THROWS_WITH(app::comparison_svg(many, {}), Catch::Contains("--municipality"));
}
