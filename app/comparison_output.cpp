#include "app/comparison_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/text_table.h"
#include "schema/match.h"

namespace app {

using schema::ComparedFigure;
using schema::FigureSource;

namespace {

// What must agree for two municipalities' figures to stand on one line.
using LineKey = std::tuple<std::string, std::string, std::string, std::string>;

LineKey line_key(const ComparedFigure& figure) {
  return {figure.indicator_name, figure.measure, figure.period, figure.unit};
}

LineKey line_key(const ComparedFigure& figure, bool per_1000) {
  LineKey key = line_key(figure);
  if (per_1000) std::get<3>(key) = schema::base_value(std::nullopt, figure.unit).unit + " per 1000";
  return key;
}

// The reasons of breaks, numbered in the order of the figures.
class Breaks {
 public:
  std::string mark(const ComparedFigure& figure) {
    if (figure.series_break.empty()) return "";
    const std::string told = figure.municipality + ": " + figure.series_break;
    const auto [number, is_new] = numbers_.try_emplace(told, numbers_.size() + 1);
    if (is_new) {
      text_ += fmt::format("|{} {}, {}, from {}: {}\n", number->second, figure.indicator_name,
                           figure.municipality, figure.period, figure.series_break);
    }
    return fmt::format("|{} ", number->second);
  }
  const std::string& text() const { return text_; }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::string text_;
};

std::string marked_value(const ComparedFigure& figure, bool per_1000, Breaks& breaks) {
  std::string text = breaks.mark(figure);
  if (per_1000) {
    text += fmt::format("{} [{}]", figure.per_1000_inhabitants, *figure.population_year);
  } else {
    text += figure.value;
  }
  if (figure.months < figure.of_months) {
    text += fmt::format(" ({}/{})", figure.months, figure.of_months);
  }
  if (figure.revised) text += " r";
  if (figure.status == "contradicted") text += " !";
  return text;
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

std::string side_by_side(const std::vector<ComparedFigure>& figures, bool per_1000) {
  Breaks breaks;
  std::map<std::string, std::string> names;  // by code, the order of the columns
  for (const ComparedFigure& figure : figures)
    names[figure.municipality_code] = figure.municipality;
  // Two boards of one municipality may give the same indicator: then a line for each.
  std::map<LineKey, std::map<std::string, std::vector<std::string>>> lines;
  for (const ComparedFigure& figure : figures) {
    if (per_1000 && !figure.population_year) continue;
    lines[line_key(figure, per_1000)][figure.municipality_code].push_back(
        marked_value(figure, per_1000, breaks));
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
  std::string text = text_table(rows, alignment, true);
  if (!breaks.text().empty()) text += "\nBreaks in series:\n" + breaks.text();
  return text;
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
