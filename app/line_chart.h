#pragma once
// LineChart: panels of lines over months, one below the other, as SVG without scripts. Lines are
// told apart by colour, dash and marker; they stop where a period is missing and where a series
// breaks. Coordinates are CSS pixels.

#include <string>
#include <vector>

namespace app {

struct ChartPoint {
  int first_month = 0;  // months from January of the year 0
  int months = 1;       // length of the period
  double value = 0;
  bool incomplete = false;   // drawn hollow
  bool after_break = false;  // a dashed vertical line stands before it
  std::string text;          // shown under the pointer: "Mellerud, 2023: 412 (9 of 12 months)"
};

struct ChartSeries {
  std::size_t style = 0;  // colour, dash and marker: the same number looks the same in all panels
  std::vector<ChartPoint> points;  // in order of time
};

struct ChartPanel {
  std::string title;
  std::string unit;
  std::vector<ChartSeries> series;
};

struct LineChart {
  std::string title;
  std::string description;          // for those who do not see it: all the figures
  std::vector<std::string> legend;  // by style
  std::vector<ChartPanel> panels;
};

// So many lines can be told apart.
inline constexpr std::size_t kMostStyles = 12;

// A whole SVG document. REQUIRES: every style is below kMostStyles and has its legend.
std::string chart_svg(const LineChart& chart);

}  // namespace app
