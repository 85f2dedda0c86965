#include "app/side_by_side.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string_view>

#include "app/text_table.h"
#include "schema/match.h"

namespace app {

using schema::ComparedFigure;

void SideBySide::add(const ComparedFigure& figure) {
  const std::size_t municipality = municipality_of(figure);
  if (per_1000_ && !figure.population_year) return;
  line_of(figure).emplace_back(municipality, marked_value(figure));
}

std::string SideBySide::text() const {
  constexpr std::size_t kBefore = 4;  // columns
  std::vector<std::vector<std::string>> rows = {{"INDICATOR", "MEASURE", "PERIOD", "UNIT"}};
  std::vector<Align> alignment(kBefore, Align::left);
  std::vector<std::size_t> columns(municipalities_.size());
  for (const std::size_t municipality : by_code()) {
    columns[municipality] = rows[0].size();
    rows[0].push_back(municipalities_[municipality].second);
    alignment.push_back(Align::right);
  }
  const std::size_t width = rows[0].size();
  for (const auto& [key, values] : lines_) {
    const auto& [indicator, measure, period, unit] = key;
    const std::size_t first = rows.size();
    std::vector<std::size_t> next_row(width, first);  // of each column
    for (const auto& [municipality, value] : values) {
      const std::size_t column = columns[municipality];
      const std::size_t row = next_row[column]++;
      if (row == rows.size()) {
        rows.push_back({indicator, measure, period, unit});
        rows.back().resize(width);
      }
      rows[row][column] = value;
    }
  }
  std::string text = text_table(std::move(rows), alignment, true);
  if (!breaks_text_.empty()) text += "\nBreaks in series:\n" + breaks_text_;
  return text;
}

std::size_t SideBySide::municipality_of(const ComparedFigure& figure) {
  const auto [known, is_new] =
      numbers_.try_emplace(figure.municipality_code, municipalities_.size());
  if (is_new) municipalities_.emplace_back(figure.municipality_code, figure.municipality);
  return known->second;
}

SideBySide::Line& SideBySide::line_of(const ComparedFigure& figure) {
  const std::string unit =
      per_1000_ ? schema::base_value(std::nullopt, figure.unit).unit + " per 1000" : figure.unit;
  const auto key = std::tie(figure.indicator_name, figure.measure, figure.period, unit);
  // Mostly it is the next period's: a municipality's come one after the other.
  if (line_ != lines_.end() && line_->first != key) ++line_;
  if (line_ == lines_.end() || line_->first != key) line_ = lines_.try_emplace(LineKey(key)).first;
  return line_->second;
}

std::string SideBySide::marked_value(const ComparedFigure& figure) {
  std::string text = break_mark(figure);
  if (per_1000_) {
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

std::string SideBySide::break_mark(const ComparedFigure& figure) {
  if (figure.series_break.empty()) return "";
  const auto [number, is_new] =
      breaks_.try_emplace(figure.municipality + ": " + figure.series_break, breaks_.size() + 1);
  if (is_new) {
    breaks_text_ += fmt::format("|{} {}, {}, from {}: {}\n", number->second, figure.indicator_name,
                                figure.municipality, figure.period, figure.series_break);
  }
  return fmt::format("|{} ", number->second);
}

// The municipalities in the order of their columns.
std::vector<std::size_t> SideBySide::by_code() const {
  std::vector<std::size_t> order(municipalities_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    return municipalities_[a].first < municipalities_[b].first;
  });
  return order;
}

}  // namespace app
