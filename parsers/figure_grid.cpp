#include "parsers/figure_grid.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace parsers {

namespace {

constexpr std::int64_t kLargest = 1'000'000'000'000'000;  // thousands of them add up in 64 bits

// Of the first figure of a cell it says that the parentheses are its minus.
constexpr std::string_view kInParentheses = "i parentes";

bool is_first_in_cell(std::span<const Reading> readings, std::size_t i, std::size_t first) {
  return i == first || readings[i - 1].row != readings[i].row ||
         readings[i - 1].column != readings[i].column;
}

GridFigure grid_figure(const Reading& reading, std::size_t index, int scale) {
  GridFigure figure;
  figure.reading = index;
  if (reading.missing) {
    const bool none =
        *reading.missing == Missing::nothing_to_report || *reading.missing == Missing::blank;
    if (none) figure.state = GridFigure::State::nothing;
    return figure;
  }
  if (!reading.qualifier.empty() && reading.qualifier != kInParentheses) return figure;
  const auto value = scaled(*reading.value, scale);
  if (!value || value->scale > 0 || std::abs(value->digits) > kLargest) return figure;
  figure.state = GridFigure::State::printed;
  figure.value = value->digits;
  if (figure.value != 0) figure.decimals = reading.value->scale;
  return figure;
}

std::size_t index_of(const std::vector<int>& numbers, int number) {
  return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), number) -
                                  numbers.begin());
}

void sort_unique(std::vector<int>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

FigureGrid::FigureGrid(std::span<const Reading> readings, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (!readings[i].value) continue;
    rows_.push_back(readings[i].row);
    columns_.push_back(readings[i].column);
    scale_ = std::max(scale_, readings[i].value->scale);
  }
  sort_unique(rows_);
  sort_unique(columns_);
  figures_.resize(rows_.size() * columns_.size());
  for (std::size_t i = first; i < last; ++i) {
    const std::size_t row = index_of(rows_, readings[i].row);
    const std::size_t column = index_of(columns_, readings[i].column);
    if (row == rows_.size() || rows_[row] != readings[i].row) continue;
    if (column == columns_.size() || columns_[column] != readings[i].column) continue;
    if (is_first_in_cell(readings, i, first)) {
      figures_[row * columns_.size() + column] = grid_figure(readings[i], i, scale_);
    }
  }
}

}  // namespace parsers
