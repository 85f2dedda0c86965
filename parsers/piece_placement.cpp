#include "parsers/piece_placement.h"

#include <algorithm>
#include <cmath>

#include "parsers/heading_spans.h"

namespace parsers {

using extract::Rect;

PiecePlacement::PiecePlacement(const PageWords& words, const TableRegion& region,
                               const std::vector<Divider>& columns, double unit)
    : words_(words), region_(region), columns_(columns), unit_(unit) {
  find_extents();
  for (const TextLine& line : region_.lines) {
    PlacedLine placed{line.baseline, line.font_size, false, {}};
    for (const TextPiece& piece : line.pieces) place(piece, placed);
    placed_.push_back(std::move(placed));
  }
  spread_headings(placed_, region_, columns_, extents_, unit_);
}

// The extents of the columns' body text: figures and other pieces that lie in one column.
void PiecePlacement::find_extents() {
  extents_.assign(columns_.size(), Rect{});
  for (const TextLine& line : region_.lines) {
    const bool row = std::any_of(line.pieces.begin() + 1, line.pieces.end(), is_datum);
    for (const TextPiece& piece : line.pieces) {
      const int c = column_at(columns_, piece.box.x0 + 0.15 * unit_);
      if (!row || c != column_at(columns_, piece.box.x1 - 0.15 * unit_)) continue;
      Rect& extent = extents_[static_cast<std::size_t>(c)];
      extent = extract::unite(extent, piece.box);
    }
  }
}

bool PiecePlacement::fits_column(const Rect& part, int column) const {
  const Rect& extent = extents_[static_cast<std::size_t>(column)];
  if (extent == Rect{}) return false;
  const double slack = 0.6 * unit_;
  return std::abs(part.x1 - extent.x1) < slack || std::abs(part.x0 - extent.x0) < slack ||
         std::abs(part.center_x() - extent.center_x()) < slack;
}

// Columns of a piece: its own one, or several where it crosses boundaries as a heading does. A run
// of words one space apart is cut where its parts stand in the columns as these columns' figures
// do.
void PiecePlacement::place(const TextPiece& piece, PlacedLine& line) {
  const auto [first, last] = columns_under(piece.box);
  if (last > first && piece.words.size() > 1) {
    for (const auto& parts : {cut_at_columns(piece, first, last), cut_tail(piece, first, last)}) {
      if (parts.size() < 2) continue;
      for (const auto& [column, members] : parts) {
        cut_pieces_.push_back(std::make_unique<TextPiece>(make_piece(words_, members)));
        line.pieces.push_back({cut_pieces_.back().get(), column, 1});
      }
      return;
    }
  }
  line.pieces.push_back({&piece, first, last - first + 1});
}

// The columns whose text a box stands over. Reaching a little over a gutter's middle is no span: a
// heading is often wider than its column's figures.
std::pair<int, int> PiecePlacement::columns_under(const Rect& box) const {
  const double slack = 0.15 * unit_;
  int first = column_at(columns_, box.x0 + slack), last = column_at(columns_, box.x1 - slack);
  auto stands_over = [&](int c) {
    const Rect& extent = extents_[static_cast<std::size_t>(c)];
    if (extent == Rect{} || columns_[static_cast<std::size_t>(c)].ruled ||
        columns_[static_cast<std::size_t>(c) + 1].ruled) {
      return true;
    }
    return extract::overlap_x(box, extent) > std::min(0.4 * unit_, 0.3 * extent.width());
  };
  while (first < last && !stands_over(first)) ++first;
  while (last > first && !stands_over(last)) --last;
  return {first, last};
}

// The piece cut so that each part stands in its column as the column's figures do: right edges,
// left edges or middles agree. Never at a ruled boundary: what no rule cuts there is one heading.
PiecePlacement::Parts PiecePlacement::cut_at_columns(const TextPiece& piece, int first,
                                                     int last) const {
  for (int c = first; c < last; ++c) {
    if (columns_[static_cast<std::size_t>(c) + 1].ruled) return {};
  }
  for (const Alignment alignment : {Alignment::right, Alignment::left, Alignment::middle}) {
    Parts parts = cut_aligned(piece, first, last, alignment);
    if (parts.size() > 1) return parts;
  }
  return {};
}

PiecePlacement::Parts PiecePlacement::cut_aligned(const TextPiece& piece, int first, int last,
                                                  Alignment alignment) const {
  const auto& all = words_.page().words;
  const double slack = 0.6 * unit_;
  Parts parts;
  std::size_t begin = 0;
  for (int c = first; c <= last; ++c) {
    const Rect& extent = extents_[static_cast<std::size_t>(c)];
    std::size_t end = piece.words.size();
    if (c < last) {
      const Rect& next = extents_[static_cast<std::size_t>(c) + 1];
      if (extent == Rect{} || next == Rect{}) return {};
      end = begin;
      for (std::size_t w = begin; w + 1 < piece.words.size(); ++w) {
        const Rect& box = all[piece.words[w]].box;
        const Rect& after = all[piece.words[w + 1]].box;
        if (after.x0 - box.x1 < 0.12 * unit_) continue;
        const bool here = alignment == Alignment::right ? std::abs(box.x1 - extent.x1) < slack
                          : alignment == Alignment::left
                              ? std::abs(after.x0 - next.x0) < slack
                              : after.center_x() > (extent.x1 + next.x0) / 2;
        if (here) {
          end = w + 1;
          break;
        }
      }
    }
    if (end == begin) return {};
    Rect box;
    for (std::size_t w = begin; w < end; ++w) box = extract::unite(box, all[piece.words[w]].box);
    // The first column's label may end anywhere.
    if (!(c == 0 && alignment != Alignment::middle) && !fits_column(box, c)) return {};
    parts.emplace_back(c, std::vector<std::size_t>(piece.words.begin() + static_cast<long>(begin),
                                                   piece.words.begin() + static_cast<long>(end)));
    begin = end;
  }
  return parts;
}

// A long label that runs up to its row's first figure: the figures at the end are cut off.
PiecePlacement::Parts PiecePlacement::cut_tail(const TextPiece& piece, int first, int last) const {
  const auto& all = words_.page().words;
  std::size_t cut = piece.words.size();
  Rect box;
  while (cut > 1) {
    const CellClass c = classify_cell(all[piece.words[cut - 1]].text);
    if (c != CellClass::number && c != CellClass::missing) break;
    box = extract::unite(box, all[piece.words[cut - 1]].box);
    --cut;
  }
  if (cut == piece.words.size() || !fits_column(box, last)) return {};
  const auto middle = piece.words.begin() + static_cast<long>(cut);
  return {{first, {piece.words.begin(), middle}}, {last, {middle, piece.words.end()}}};
}

}  // namespace parsers
