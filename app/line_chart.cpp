#include "app/line_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/markup.h"

namespace app {

namespace {

constexpr double kWidth = 960, kLeft = 108, kRight = 24, kTop = 52;
constexpr double kPlotHeight = 170, kPanelHead = 34, kPanelFoot = 34;
constexpr double kLegendLine = 22, kLegendWidth = 218, kMarker = 4.5;
constexpr int kMostYearLabels = 20, kWantedTicks = 4;

// Okabe and Ito's colours, which the colour-blind can tell apart, the darkest first; with the
// yellow darkened to be seen on white.
constexpr std::array<const char*, kMostStyles> kColours = {
    "#0072b2", "#d55e00", "#009e73", "#000000", "#cc79a7", "#56b4e9",
    "#e69f00", "#8c6d00", "#5b3a8c", "#7a7a7a", "#a50026", "#006d5b"};
constexpr std::array<const char*, 4> kDashes = {"", "7 3", "2 3", "9 3 2 3"};
constexpr std::size_t kMarkers = 6;

// The path of a marker around (x, y).
std::string marker(std::size_t style, double x, double y) {
  const double m = kMarker;
  switch (style % kMarkers) {
    case 0:
      return fmt::format("M{:.1f} {:.1f}a{m} {m} 0 1 0 {d} 0a{m} {m} 0 1 0 -{d} 0z", x - m, y,
                         fmt::arg("m", m), fmt::arg("d", 2 * m));
    case 1:
      return fmt::format("M{:.1f} {:.1f}h{d}v{d}h-{d}z", x - m, y - m, fmt::arg("d", 2 * m));
    case 2:
      return fmt::format("M{:.1f} {:.1f}l{m} {h}h-{d}z", x, y - m, fmt::arg("m", m),
                         fmt::arg("h", 2 * m), fmt::arg("d", 2 * m));
    case 3:
      return fmt::format("M{:.1f} {:.1f}l{m} {m}l-{m} {m}l-{m} -{m}z", x, y - m, fmt::arg("m", m));
    case 4:
      return fmt::format("M{:.1f} {:.1f}l{m} -{h}h-{d}z", x, y + m, fmt::arg("m", m),
                         fmt::arg("h", 2 * m), fmt::arg("d", 2 * m));
    default:
      return fmt::format("M{:.1f} {:.1f}l{d} {d}m0 -{d}l-{d} {d}", x - m, y - m,
                         fmt::arg("d", 2 * m));
  }
}

std::string drawn_marker(std::size_t style, double x, double y, bool hollow,
                         const std::string& text) {
  return fmt::format(
      "<path d=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.6\"><title>{}</title></path>\n",
      marker(style, x, y), hollow ? "#fff" : kColours[style], kColours[style], escaped(text));
}

std::string stroke(std::size_t style) {
  const char* dash = kDashes[style % kDashes.size()];
  return fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"2\"{}", kColours[style],
                     *dash == '\0' ? "" : fmt::format(" stroke-dasharray=\"{}\"", dash));
}

// The axis from `low` to `high` in steps of 1, 2, 2.5 or 5 times a power of ten.
struct Axis {
  double low = 0, high = 1, step = 1;
};

Axis axis_of(const ChartPanel& panel) {
  Axis axis{0, 0, 1};
  for (const ChartSeries& series : panel.series) {
    for (const ChartPoint& point : series.points) {
      axis.low = std::min(axis.low, point.value);
      axis.high = std::max(axis.high, point.value);
    }
  }
  if (axis.high <= axis.low) axis.high = axis.low + 1;
  const double rough = (axis.high - axis.low) / kWantedTicks;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  axis.step = 10 * power;
  for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
    if (factor * power >= rough) axis.step = factor * power;
  }
  axis.low = std::floor(axis.low / axis.step) * axis.step;
  axis.high = std::ceil(axis.high / axis.step) * axis.step;
  return axis;
}

// "12 500", "2,5": as Swedish reports write numbers.
std::string axis_text(double value, double step) {
  int decimals = 0;
  for (double s = step; decimals < 3 && std::abs(s - std::round(s)) > 1e-9; s *= 10) ++decimals;
  std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
  const std::size_t point = text.find('.');
  if (point != std::string::npos) text[point] = ',';
  std::size_t whole = std::min(point, text.size());
  while (whole > 3) text.insert(whole -= 3, "\u00a0");
  return value < -1e-12 ? "\u2212" + text : text;
}

struct Months {
  int first = 0, end = 12;
  double x(double month) const {
    return kLeft + (month - first) / (end - first) * (kWidth - kLeft - kRight);
  }
  double middle(const ChartPoint& point) const { return x(point.first_month + point.months / 2.0); }
};

// Whole years around all points.
Months months_of(const LineChart& chart) {
  Months months{1 << 30, 0};
  for (const ChartPanel& panel : chart.panels) {
    for (const ChartSeries& series : panel.series) {
      for (const ChartPoint& point : series.points) {
        months.first = std::min(months.first, point.first_month / 12 * 12);
        months.end = std::max(months.end, (point.first_month + point.months + 11) / 12 * 12);
      }
    }
  }
  return months.end == 0 ? Months{} : months;
}

class PanelDrawing {
 public:
  PanelDrawing(const ChartPanel& panel, const Months& months, double top)
      : panel_(panel), months_(months), axis_(axis_of(panel)), top_(top + kPanelHead) {}

  std::string svg() const {
    const double middle = top_ + kPlotHeight / 2;
    std::string svg = fmt::format(
        "<g>\n<text x=\"{}\" y=\"{:.1f}\" font-weight=\"bold\">{}</text>\n"
        "<text transform=\"translate(18 {:.1f}) rotate(-90)\" text-anchor=\"middle\" "
        "fill=\"#444\">{}</text>\n",
        kLeft, top_ - 14, escaped(panel_.title), middle, escaped(panel_.unit));
    svg += value_axis() + time_axis();
    for (const ChartSeries& series : panel_.series) svg += breaks(series) + line(series);
    for (const ChartSeries& series : panel_.series) svg += markers(series);
    return svg + "</g>\n";
  }

 private:
  double y(double value) const {
    return top_ + (axis_.high - value) / (axis_.high - axis_.low) * kPlotHeight;
  }

  std::string value_axis() const {
    std::string svg;
    const int steps = static_cast<int>(std::lround((axis_.high - axis_.low) / axis_.step));
    for (int i = 0; i <= steps; ++i) {
      const double value = axis_.low + i * axis_.step;
      svg += fmt::format(
          "<path d=\"M{} {:.1f}H{}\" stroke=\"{}\"/>"
          "<text x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>\n",
          kLeft, y(value), kWidth - kRight, std::abs(value) < 1e-12 ? "#555" : "#ddd", kLeft - 8,
          y(value) + 4, axis_text(value, axis_.step));
    }
    return svg;
  }

  std::string time_axis() const {
    std::string svg;
    const int years = (months_.end - months_.first) / 12;
    const int every = (years + kMostYearLabels - 1) / kMostYearLabels;
    for (int i = 0; i <= years; ++i) {
      const double x = months_.x(months_.first + i * 12);
      svg += fmt::format("<path d=\"M{:.1f} {:.1f}v6\" stroke=\"#555\"/>\n", x, top_ + kPlotHeight);
      if (i == years || i % every != 0) continue;
      svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
                         months_.x(months_.first + i * 12 + 6), top_ + kPlotHeight + 18,
                         months_.first / 12 + i);
    }
    return svg;
  }

  std::string breaks(const ChartSeries& series) const {
    std::string svg;
    for (const ChartPoint& point : series.points) {
      if (!point.after_break) continue;
      svg += fmt::format(
          "<path d=\"M{:.1f} {:.1f}V{:.1f}\" stroke=\"{}\" stroke-width=\"1.2\" "
          "stroke-dasharray=\"4 4\"><title>{}</title></path>\n",
          months_.x(point.first_month), top_, top_ + kPlotHeight, kColours[series.style],
          escaped(point.text));
    }
    return svg;
  }

  std::string line(const ChartSeries& series) const {
    std::string path;
    const ChartPoint* before = nullptr;
    for (const ChartPoint& point : series.points) {
      const bool joined = before != nullptr && !point.after_break &&
                          before->first_month + before->months == point.first_month;
      path +=
          fmt::format("{}{:.1f} {:.1f}", joined ? 'L' : 'M', months_.middle(point), y(point.value));
      before = &point;
    }
    return fmt::format("<path d=\"{}\" {}/>\n", path, stroke(series.style));
  }

  std::string markers(const ChartSeries& series) const {
    std::string svg;
    for (const ChartPoint& point : series.points) {
      svg += drawn_marker(series.style, months_.middle(point), y(point.value), point.incomplete,
                          point.text);
    }
    return svg;
  }

  const ChartPanel& panel_;
  const Months& months_;
  Axis axis_;
  double top_;
};

std::string legend_svg(const LineChart& chart, std::size_t columns) {
  std::string svg = "<g>\n";
  for (std::size_t i = 0; i < chart.legend.size(); ++i) {
    const double x = kLeft + static_cast<double>(i % columns) * kLegendWidth;
    const double y = kTop + static_cast<double>(i / columns) * kLegendLine;
    svg += fmt::format("<path d=\"M{:.1f} {:.1f}h36\" {}/>\n", x, y, stroke(i));
    svg += drawn_marker(i, x + 18, y, false, chart.legend[i]);
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text>\n", x + 44, y + 4,
                       escaped(chart.legend[i]));
  }
  return svg + "</g>\n";
}

}  // namespace

std::string chart_svg(const LineChart& chart) {
  const auto columns = static_cast<std::size_t>((kWidth - kLeft - kRight) / kLegendWidth);
  const std::size_t rows = (chart.legend.size() + columns - 1) / columns;
  const double panels_top = kTop + static_cast<double>(rows) * kLegendLine;
  const double panel_height = kPanelHead + kPlotHeight + kPanelFoot;
  const double height = panels_top + static_cast<double>(chart.panels.size()) * panel_height + 26;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1:.0f}\" "
      "viewBox=\"0 0 {0} {1:.0f}\" role=\"img\" aria-labelledby=\"chart-title chart-text\" "
      "font-family=\"'DejaVu Sans', Arial, sans-serif\" font-size=\"13\">\n"
      "<title id=\"chart-title\">{2}</title>\n<desc id=\"chart-text\">{3}</desc>\n"
      "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
      "<text x=\"{4}\" y=\"28\" font-size=\"17\" font-weight=\"bold\">{2}</text>\n",
      kWidth, height, escaped(chart.title), escaped(chart.description), kLeft);
  svg += legend_svg(chart, columns);
  const Months months = months_of(chart);
  for (std::size_t i = 0; i < chart.panels.size(); ++i) {
    const double top = panels_top + static_cast<double>(i) * panel_height;
    svg += PanelDrawing(chart.panels[i], months, top).svg();
  }
  svg += fmt::format(
      "<text x=\"{}\" y=\"{:.0f}\" font-size=\"12\" fill=\"#444\">Hollow: not all months of the "
      "period are known. Dashed upright line: the definition changed.</text>\n",
      kLeft, height - 12);
  return svg + "</svg>\n";
}

}  // namespace app
