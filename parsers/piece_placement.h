#pragma once
// Piece placement: which columns the pieces of a region's lines stand in. A heading one space from
// the next is cut where its columns stand, a figure at a label's end is cut off, a heading over
// several columns spans them.

#include <memory>
#include <utility>
#include <vector>

#include "parsers/column_dividers.h"
#include "parsers/grid_rows.h"

namespace parsers {

// Lines with placed pieces; owns the pieces it had to cut, so the lines live as long as it does.
class PiecePlacement {
 public:
  // REQUIRES: words, region and columns outlive the placement.
  PiecePlacement(const PageWords& words, const TableRegion& region,
                 const std::vector<Divider>& columns, double unit);
  std::vector<PlacedLine>& lines() { return placed_; }

 private:
  enum class Alignment { right, left, middle };
  using Parts = std::vector<std::pair<int, std::vector<std::size_t>>>;  // column, words

  void find_extents();
  bool fits_column(const extract::Rect& part, int column) const;
  void place(const TextPiece& piece, PlacedLine& line);
  std::pair<int, int> columns_under(const extract::Rect& box) const;
  Parts cut_at_columns(const TextPiece& piece, int first, int last) const;
  Parts cut_aligned(const TextPiece& piece, int first, int last, Alignment alignment) const;
  Parts cut_tail(const TextPiece& piece, int first, int last) const;

  const PageWords& words_;
  const TableRegion& region_;
  const std::vector<Divider>& columns_;
  double unit_;
  std::vector<extract::Rect> extents_;  // of the columns' body texts
  std::vector<PlacedLine> placed_;
  std::vector<std::unique_ptr<TextPiece>> cut_pieces_;
};

}  // namespace parsers
