#pragma once
// FigureGrid: the figures of one table on its grid, as whole numbers of one size, so that they can
// be added up. Rows and columns are seen alike, as lines: what holds for rows holds for columns.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "parsers/reading.h"

namespace parsers {

// One position of the grid.
struct GridFigure {
  enum class State {
    unknown,  // nothing there, or something that is no certain number: "..", "<5", "ung 40"
    nothing,  // blank or "-": counts as zero in a sum
    printed,
  };
  State state = State::unknown;
  std::int64_t value = 0;   // in units of 10^-FigureGrid::scale()
  int decimals = 0;         // as printed; 0 where the value is 0
  std::size_t reading = 0;  // index into the report's readings; of no meaning where unknown
};

class FigureGrid {
 public:
  // The readings `first` to `last` are those of one table, row-major. Where a cell has two figures
  // ("345 (28)") the first one stands in the grid. Figures too large to be added up are left
  // unknown.
  FigureGrid(std::span<const Reading> readings, std::size_t first, std::size_t last);

  // Decimals of the finest figure.
  int scale() const { return scale_; }
  const std::vector<int>& rows() const { return rows_; }  // with figures, ascending
  const std::vector<int>& columns() const { return columns_; }
  const GridFigure& at(std::size_t row, std::size_t column) const {
    return figures_[row * columns_.size() + column];
  }

 private:
  int scale_ = 0;
  std::vector<int> rows_, columns_;
  std::vector<GridFigure> figures_;  // row-major over rows_ × columns_
};

enum class Direction { rows, columns };

// The rows (or columns) of a grid: `size` lines of `length` figures.
class GridLines {
 public:
  GridLines(const FigureGrid& grid, Direction direction) : grid_(grid), direction_(direction) {}

  Direction direction() const { return direction_; }
  std::size_t size() const { return of_rows() ? grid_.rows().size() : grid_.columns().size(); }
  std::size_t length() const { return of_rows() ? grid_.columns().size() : grid_.rows().size(); }
  const GridFigure& at(std::size_t line, std::size_t position) const {
    return of_rows() ? grid_.at(line, position) : grid_.at(position, line);
  }
  int scale() const { return grid_.scale(); }

 private:
  bool of_rows() const { return direction_ == Direction::rows; }
  const FigureGrid& grid_;
  Direction direction_;
};

}  // namespace parsers
