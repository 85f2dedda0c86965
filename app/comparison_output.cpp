#include "app/comparison_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/text_table.h"

namespace app {

using schema::ComparedFigure;
using schema::FigureSource;

namespace {

// What must agree for two municipalities' figures to stand on one line.
using LineKey = std::tuple<std::string, std::string, std::string, std::string>;

LineKey line_key(const ComparedFigure& figure) {
  return {figure.indicator_name, figure.measure, figure.period, figure.unit};
}

std::string marked_value(const ComparedFigure& figure) {
  std::string text = figure.value;
  if (figure.revised) text += " r";
  if (figure.status == "contradicted") text += " !";
  return text;
}

std::vector<Json> figure_row(const ComparedFigure& figure) {
  return {figure.indicator,
          figure.indicator_name,
          figure.municipality_code,
          figure.municipality,
          text_or_null(figure.board),
          text_or_null(figure.measure),
          figure.period,
          figure.value,
          text_or_null(figure.unit),
          text_or_null(figure.per_1000_inhabitants),
          figure.population_year ? Json(*figure.population_year) : Json(nullptr),
          figure.revised ? 1 : 0};
}

}  // namespace

std::vector<ComparedFigure> shared_by(std::vector<ComparedFigure> figures, std::size_t at_least) {
  std::map<LineKey, std::set<std::string>> municipalities;
  for (const ComparedFigure& figure : figures) {
    municipalities[line_key(figure)].insert(figure.municipality_code);
  }
  std::erase_if(figures, [&](const ComparedFigure& figure) {
    return municipalities[line_key(figure)].size() < at_least;
  });
  return figures;
}

std::string side_by_side(const std::vector<ComparedFigure>& figures) {
  std::map<std::string, std::string> names;  // by code, the order of the columns
  for (const ComparedFigure& figure : figures)
    names[figure.municipality_code] = figure.municipality;
  // Two boards of one municipality may give the same indicator: then a line for each.
  std::map<LineKey, std::map<std::string, std::vector<std::string>>> lines;
  for (const ComparedFigure& figure : figures) {
    lines[line_key(figure)][figure.municipality_code].push_back(marked_value(figure));
  }
  std::vector<std::vector<std::string>> rows = {{"INDICATOR", "MEASURE", "PERIOD", "UNIT"}};
  std::vector<Align> alignment(4, Align::left);
  for (const auto& [code, name] : names) {
    rows[0].push_back(name);
    alignment.push_back(Align::right);
  }
  for (const auto& [key, values] : lines) {
    std::size_t height = 0;
    for (const auto& [code, texts] : values) height = std::max(height, texts.size());
    for (std::size_t i = 0; i < height; ++i) {
      const auto& [indicator, measure, period, unit] = key;
      auto& row = rows.emplace_back(std::vector{indicator, measure, period, unit});
      for (const auto& [code, name] : names) {
        const auto texts = values.find(code);
        row.push_back(texts != values.end() && i < texts->second.size() ? texts->second[i] : "");
      }
    }
  }
  return text_table(rows, alignment, true);
}

RowSet figure_rows(const std::vector<ComparedFigure>& figures) {
  RowSet rows;
  rows.columns = {"indicator",
                  "indicator_name",
                  "municipality_code",
                  "municipality",
                  "board",
                  "measure",
                  "period",
                  "value",
                  "unit",
                  "per_1000_inhabitants",
                  "population_year",
                  "revised",
                  "status",
                  "report",
                  "page",
                  "report_sha256"};
  for (const ComparedFigure& figure : figures) {
    auto& row = rows.rows.emplace_back(figure_row(figure));
    row.insert(row.end(), {figure.status, figure.report, figure.page, figure.report_sha256});
  }
  return rows;
}

RowSet source_rows(const std::vector<ComparedFigure>& figures) {
  RowSet rows;
  rows.columns = {"indicator_name", "period",  "municipality", "value", "unit",
                  "report",         "page",    "box",          "raw",   "chosen",
                  "status",         "measure", "report_sha256"};
  rows.readable = 11;
  for (const ComparedFigure& figure : figures) {
    for (const FigureSource& source : figure.sources) {
      rows.rows.push_back({figure.indicator_name, figure.period, figure.municipality, source.value,
                           text_or_null(source.unit), source.report, source.page,
                           text_or_null(source.box), source.raw, source.chosen ? 1 : 0,
                           source.status, text_or_null(figure.measure), source.report_sha256});
    }
  }
  return rows;
}

}  // namespace app
