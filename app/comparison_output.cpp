#include "app/comparison_output.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace app {

using schema::ComparedFigure;
using schema::FigureSource;

namespace {

// What must agree for two municipalities' figures to stand on one line.
using LineKey = std::tuple<std::string, std::string, std::string, std::string>;

LineKey line_key(const ComparedFigure& figure) {
  return {figure.indicator_name, figure.measure, figure.period, figure.unit};
}

constexpr auto kFigureColumns = std::to_array<std::string_view>({"indicator",
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
                                                                 "how",
                                                                 "months",
                                                                 "of_months",
                                                                 "series_break",
                                                                 "status",
                                                                 "report",
                                                                 "page",
                                                                 "report_sha256"});

}  // namespace

std::vector<ComparedFigure> shared_by(std::vector<ComparedFigure> figures, std::size_t at_least) {
  if (at_least <= 1) return figures;
  std::map<LineKey, std::set<std::string>> municipalities;
  for (const ComparedFigure& figure : figures) {
    municipalities[line_key(figure)].insert(figure.municipality_code);
  }
  std::erase_if(figures, [&](const ComparedFigure& figure) {
    return municipalities[line_key(figure)].size() < at_least;
  });
  return figures;
}

FigureWriter::FigureWriter(RowFormat format, std::function<void(std::string_view)> out)
    : rows_(kFigureColumns, format, std::move(out)) {}

void FigureWriter::write(const ComparedFigure& f) {
  rows_.text(f.indicator).text(f.indicator_name).text(f.municipality_code).text(f.municipality);
  rows_.text_or_null(f.board).text_or_null(f.measure).text(f.period);
  rows_.text(f.value).text_or_null(f.unit).text_or_null(f.per_1000_inhabitants);
  integer_or_null(f.population_year.has_value(), f.population_year.value_or(0));
  rows_.integer(f.revised ? 1 : 0).text_or_null(f.how);
  integer_or_null(f.of_months > 0, f.months);
  integer_or_null(f.of_months > 0, f.of_months);
  rows_.text_or_null(f.series_break).text(f.status);
  rows_.text(f.report).integer(f.page).text(f.report_sha256);
}

void FigureWriter::integer_or_null(bool known, int value) {
  known ? rows_.integer(value) : rows_.null();
}

RowSet source_rows(const std::vector<ComparedFigure>& figures) {
  RowSet rows;
  rows.columns = {"indicator_name", "period",  "municipality", "value", "unit",
                  "report",         "page",    "box",          "raw",   "chosen",
                  "status",         "measure", "report_sha256"};
  rows.readable = 11;
  for (const ComparedFigure& figure : figures) {
    for (const FigureSource& source : figure.sources) {
      rows.rows.push_back({figure.indicator_name, source.period, figure.municipality, source.value,
                           text_or_null(source.unit), source.report, source.page,
                           text_or_null(source.box), source.raw, source.chosen ? 1 : 0,
                           source.status, text_or_null(figure.measure), source.report_sha256});
    }
  }
  return rows;
}

}  // namespace app
