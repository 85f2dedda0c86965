#include "parsers/piece_placement.h"

#include <algorithm>
#include <cmath>

#include "parsers/ruling_coverage.h"

namespace parsers {

using extract::Rect;
using extract::Ruling;

PiecePlacement::PiecePlacement(const PageWords& words, const TableRegion& region,
                               const std::vector<Divider>& columns, double unit)
    : words_(words), region_(region), columns_(columns), unit_(unit) {
  find_extents();
  for (const TextLine& line : region_.lines) {
    PlacedLine placed{line.baseline, line.font_size, false, {}};
    for (const TextPiece& piece : line.pieces) place(piece, placed);
    placed_.push_back(std::move(placed));
  }
  spread_headings();
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

// Group headings: a heading over columns that have headings of their own below it spans them, as
// the rule under it says, or the fact that it stands in their middle. Only lines above the first
// figures.
void PiecePlacement::spread_headings() {
  std::size_t head = 0;
  while (head < placed_.size() &&
         std::none_of(placed_[head].pieces.begin(), placed_[head].pieces.end(),
                      [](const PlacedPiece& p) { return p.column > 0 && is_datum(*p.piece); })) {
    ++head;
  }
  if (head == placed_.size()) return;
  for (std::size_t i = head;
       i-- > 0;) {  // from below: what a heading spans shows in the line under it
    for (PlacedPiece& heading : placed_[i].pieces) {
      if (heading.column == 0) continue;
      const auto [first, last] = heading_span(i, head, heading);
      heading.column = first;
      heading.column_span = last - first + 1;
    }
  }
}

// Where the headings of column `c` below line `i` begin and end; nothing where there are none.
Rect PiecePlacement::heading_below(std::size_t i, std::size_t head, int c) const {
  for (std::size_t k = i + 1; k < head; ++k) {
    for (const PlacedPiece& p : placed_[k].pieces) {
      if (p.column == c && p.column_span == 1) return p.piece->box;
    }
  }
  return {};
}

std::pair<int, int> PiecePlacement::heading_span(std::size_t i, std::size_t head,
                                                 const PlacedPiece& heading) const {
  const std::pair<int, int> own{heading.column, heading.column + heading.column_span - 1};
  const Rect& box = heading.piece->box;
  // The free columns around it: no other heading in this line, no boundary drawn, a heading below.
  int low = own.first, high = own.second;
  auto free = [&](int c, int boundary) {
    if (c < 1 || c + 1 >= static_cast<int>(columns_.size())) return false;
    for (const PlacedPiece& p : placed_[i].pieces) {
      if (&p != &heading && c >= p.column && c < p.column + p.column_span) return false;
    }
    const double y = placed_[i].baseline - 0.3 * placed_[i].font_size;
    const Divider& edge = columns_[static_cast<std::size_t>(boundary)];
    if (edge.ruled && drawn_share(region_.vertical, edge.at, y - 2, y + 2) > 0.5) return false;
    return !(heading_below(i, head, c) == Rect{});
  };
  while (free(low - 1, low)) --low;
  while (free(high + 1, high + 1)) ++high;
  if (low == high) return own;
  // A rule under it that ends inside the table.
  for (const Ruling& rule : region_.horizontal) {
    const double below = rule.position - placed_[i].baseline;
    if (below < 0 || below > 0.9 * unit_ || rule.from > box.x0 + 1 || rule.to < box.x1 - 1)
      continue;
    if (rule.to - rule.from > 0.9 * (columns_.back().at - columns_[1].at)) continue;
    int first = own.first, last = own.second;
    for (int c = low; c <= high; ++c) {
      const Rect& extent = extents_[static_cast<std::size_t>(c)];
      const double middle =
          extent == Rect{} ? heading_below(i, head, c).center_x() : extent.center_x();
      if (middle < rule.from || middle > rule.to) continue;
      first = std::min(first, c);
      last = std::max(last, c);
    }
    return {first, last};
  }
  // In the middle of several columns, and not merely over its own column's heading.
  const Rect under = heading_below(i, head, heading.column);
  const bool over_own =
      heading.column_span == 1 && !(under == Rect{}) &&
      (std::abs(box.x1 - under.x1) < 0.3 * unit_ || std::abs(box.x0 - under.x0) < 0.3 * unit_);
  if (over_own) return own;
  // The middle of a span lies between that of its headings' texts and that of its cells, which
  // reach from the column before to the column after (figures stand at the right of their cells).
  // Wider spans win: a heading in the middle of five columns stands in the middle of three, too.
  std::pair<int, int> best = own;
  for (int first = low; first <= own.first; ++first) {
    for (int last = own.second; last <= high; ++last) {
      const Rect a = heading_below(i, head, first), b = heading_below(i, head, last);
      if (last - first <= best.second - best.first || a == Rect{} || b == Rect{}) continue;
      const double before =
          std::max(extents_[static_cast<std::size_t>(first) - 1].x1, columns_.front().at);
      const double after = last + 2 < static_cast<int>(columns_.size())
                               ? heading_below(i, head, last + 1).x0
                               : columns_.back().at;
      const double slack = 0.5 * unit_;
      const double text = (a.x0 + b.x1) / 2;
      const double from = std::min(text, (before + b.x1) / 2) - slack;
      const double to = std::max(text, (a.x0 + (after > b.x1 ? after : b.x1)) / 2) + slack;
      const bool narrow = std::abs(box.center_x() - text) < 0.8 * unit_;
      const bool wide = box.center_x() >= from && box.center_x() <= to;
      if (narrow || wide) best = {first, last};
    }
  }
  return best;
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
