#include "app/comparison_chart.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "app/line_chart.h"
#include "app/markup.h"
#include "extract/error.h"
#include "parsers/period.h"
#include "schema/match.h"

namespace app {

namespace {

using schema::ComparedFigure;

extract::Error not_drawn(const std::string& message) {
  return extract::Error(extract::ErrorCode::bad_argument, "--chart", message);
}

// The figures that the chart shows.
std::vector<ComparedFigure> drawn(const std::vector<ComparedFigure>& figures,
                                  const ComparisonChartOptions& options) {
  std::vector<ComparedFigure> kept = figures;
  std::erase_if(kept, [&](const ComparedFigure& figure) {
    return !parsers::canonical_period(figure.period) ||
           (options.per_1000 && !figure.population_year);
  });
  if (kept.empty()) throw not_drawn("there is nothing to draw");
  return kept;
}

const std::string& shown_value(const ComparedFigure& figure, bool per_1000) {
  return per_1000 ? figure.per_1000_inhabitants : figure.value;
}

std::string shown_unit(const ComparedFigure& figure, bool per_1000) {
  if (!per_1000) return figure.unit;
  return schema::base_value(std::nullopt, figure.unit).unit + " per 1000 inv\u00e5nare";
}

std::string point_text(const ComparedFigure& figure, bool per_1000) {
  std::string text = fmt::format("{}, {}: {} {}", figure.municipality, figure.period,
                                 shown_value(figure, per_1000), shown_unit(figure, per_1000));
  if (per_1000) text += fmt::format(" ({})", *figure.population_year);
  if (figure.months < figure.of_months) {
    text += fmt::format(" ({} of {} months)", figure.months, figure.of_months);
  }
  if (!figure.series_break.empty()) text += "; break: " + figure.series_break;
  return text;
}

// A line's name: two boards of one municipality are two lines.
class Names {
 public:
  explicit Names(const std::vector<ComparedFigure>& figures) {
    std::map<std::string, std::set<std::string>> boards;
    for (const ComparedFigure& f : figures) {
      boards[f.municipality + f.indicator + f.measure].insert(f.board);
    }
    for (const auto& [key, names] : boards) several_ = several_ || names.size() > 1;
    std::set<std::pair<std::string, std::string>> order;  // by municipality code
    for (const ComparedFigure& f : figures) order.insert({f.municipality_code, name(f)});
    for (const auto& [code, text] : order) {
      styles_.emplace(text, list_.size());
      list_.push_back(text);
    }
    if (list_.size() > kMostStyles) {
      throw not_drawn(
          fmt::format("{} lines cannot be told apart, {} can: choose with "
                      "--municipality, --county or --like",
                      list_.size(), kMostStyles));
    }
  }
  std::size_t style(const ComparedFigure& figure) const { return styles_.at(name(figure)); }
  const std::vector<std::string>& list() const { return list_; }

 private:
  std::string name(const ComparedFigure& f) const {
    return several_ && !f.board.empty() ? f.municipality + ", " + f.board : f.municipality;
  }
  bool several_ = false;
  std::map<std::string, std::size_t> styles_;
  std::vector<std::string> list_;
};

ChartPoint point_of(const ComparedFigure& figure, bool per_1000) {
  const parsers::Period period = *parsers::canonical_period(figure.period);
  ChartPoint point;
  point.first_month = parsers::start_year(period) * 12 + parsers::start_month(period) - 1;
  point.months = parsers::end_year(period) * 12 + parsers::end_month(period) - point.first_month;
  point.value = std::strtod(shown_value(figure, per_1000).c_str(), nullptr);
  point.incomplete = figure.months < figure.of_months;
  point.after_break = !figure.series_break.empty();
  point.text = point_text(figure, per_1000);
  return point;
}

LineChart chart_of(const std::vector<ComparedFigure>& figures,
                   const ComparisonChartOptions& options) {
  const Names names(figures);
  // Panel, then style and length of the period.
  using Lines = std::map<std::pair<std::size_t, int>, std::vector<ChartPoint>>;
  std::map<std::tuple<std::string, std::string, std::string>, Lines> panels;
  std::set<std::string> measures;
  LineChart chart;
  for (const ComparedFigure& figure : figures) {
    const ChartPoint point = point_of(figure, options.per_1000);
    panels[{figure.indicator_name, figure.measure, shown_unit(figure, options.per_1000)}]
          [{names.style(figure), point.months}]
              .push_back(point);
    measures.insert(figure.measure);
    chart.description +=
        fmt::format("{} ({}): {}.\n", figure.indicator_name, figure.measure, point.text);
  }
  if (panels.size() > options.most_panels) {
    throw not_drawn(
        fmt::format("{} indicators are too many for one picture, {} are not: choose "
                    "with --indicator and --measure",
                    panels.size(), options.most_panels));
  }
  chart.legend = names.list();
  for (const auto& [key, lines] : panels) {
    const auto& [indicator, measure, unit] = key;
    ChartPanel panel{indicator + (measures.size() > 1 ? ", " + measure : ""), unit, {}};
    for (const auto& [line, points] : lines) panel.series.push_back({line.first, points});
    chart.panels.push_back(std::move(panel));
  }
  chart.title = panels.size() == 1 ? chart.panels.front().title : "J\u00e4mf\u00f6relse";
  if (measures.size() == 1 && !measures.begin()->empty()) chart.title += ", " + *measures.begin();
  return chart;
}

std::string table_html(const std::vector<ComparedFigure>& figures, bool per_1000) {
  std::string html =
      "<table>\n<caption>Figures</caption>\n<tr><th>Indicator</th><th>Measure</th>"
      "<th>Municipality</th><th>Period</th><th>Value</th><th>Unit</th><th>Months known</th>"
      "<th>Break in the series</th><th>Report</th><th>Page</th></tr>\n";
  for (const ComparedFigure& f : figures) {
    std::string unit = shown_unit(f, per_1000);
    if (per_1000) unit += fmt::format(" ({})", *f.population_year);
    const std::string months =
        f.of_months > 0 ? fmt::format("{} of {}", f.months, f.of_months) : "as printed";
    html += fmt::format(
        "<tr><th>{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>"
        "<td>{}</td><td>{}</td><td>{}</td></tr>\n",
        escaped(f.indicator_name), escaped(f.measure), escaped(f.municipality), escaped(f.period),
        escaped(shown_value(f, per_1000)), escaped(unit), months, escaped(f.series_break),
        escaped(f.report), f.page);
  }
  return html + "</table>\n";
}

}  // namespace

std::string comparison_svg(const std::vector<ComparedFigure>& figures,
                           const ComparisonChartOptions& options) {
  return chart_svg(chart_of(drawn(figures, options), options));
}

std::string comparison_html(const std::vector<ComparedFigure>& figures,
                            const ComparisonChartOptions& options) {
  const std::vector<ComparedFigure> shown = drawn(figures, options);
  LineChart chart = chart_of(shown, options);
  chart.description = "The figures are in the table below.";
  std::string html = html_head(chart.title) + "<figure>\n" + chart_svg(chart) + "</figure>\n";
  if (schema::needs_cost_caveat(shown)) {
    html += "<p>" + escaped(schema::kCostCaveat) + "</p>\n";
  }
  return html + table_html(shown, options.per_1000) + html_tail();
}

}  // namespace app
