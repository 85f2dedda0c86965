#include "parsers/grid_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <memory>

namespace parsers {
namespace {

using extract::Rect;
using extract::Ruling;

struct Edge {
  double at = 0;
  bool ruled = false;
};

// Positions of rulings, those nearer than a double rule's distance as one.
std::vector<double> cluster_positions(const std::vector<Ruling>& rulings, double nearness) {
  std::vector<double> positions;
  for (const Ruling& r : rulings) positions.push_back(r.position);
  std::sort(positions.begin(), positions.end());
  std::vector<double> merged;
  double sum = 0;
  int count = 0;
  for (double p : positions) {
    if (count > 0 && p - sum / count > nearness) {
      merged.push_back(sum / count);
      sum = 0;
      count = 0;
    }
    sum += p;
    ++count;
  }
  if (count > 0) merged.push_back(sum / count);
  return merged;
}

// The share of [from, to] that rulings near `position` cover.
double drawn_share(const std::vector<Ruling>& rulings, double position, double nearness, double from,
                   double to) {
  std::vector<std::pair<double, double>> parts;
  auto it = std::lower_bound(rulings.begin(), rulings.end(), position - nearness,
                             [](const Ruling& r, double x) { return r.position < x; });
  for (; it != rulings.end() && it->position <= position + nearness; ++it) {
    const double a = std::max(from, it->from), b = std::min(to, it->to);
    if (b > a) parts.emplace_back(a, b);
  }
  std::sort(parts.begin(), parts.end());
  double covered = 0, reached = from;
  for (const auto& [a, b] : parts) {
    if (b <= reached) continue;
    covered += b - std::max(a, reached);
    reached = b;
  }
  return to > from ? covered / (to - from) : 0;
}

constexpr double kNear = 3.2;  // points: as RulingOptions::parallel

class Builder {
 public:
  Builder(const PageWords& words, const TableRegion& region, const GridOptions& options)
      : words_(words), region_(region), options_(options), unit_(words.unit()) {
    if (!region.lines.empty()) {
      std::vector<double> sizes;
      for (const TextLine& line : region.lines) sizes.push_back(line.font_size);
      std::nth_element(sizes.begin(), sizes.begin() + static_cast<long>(sizes.size() / 2), sizes.end());
      unit_ = sizes[sizes.size() / 2];
    }
  }

  Grid build() {
    find_columns();
    find_rows();
    return join_cells();
  }

 private:
  // Ruled verticals, open outer columns, then gutters of text inside each ruled column.
  void find_columns() {
    std::vector<double> ruled = cluster_positions(region_.vertical, kNear);
    Rect text;
    for (const TextLine& line : region_.lines) text = extract::unite(text, line.box);
    double left = region_.box.x0, right = region_.box.x1;
    if (region_.witness != Witness::crossings) {
      left = std::min(left, text.x0 - 1);
      right = std::max(right, text.x1 + 1);
    }
    std::vector<Edge> edges;
    if (ruled.empty() || ruled.front() - left > options_.open_frame * unit_) {
      edges.push_back({left, false});
    }
    for (double x : ruled) edges.push_back({x, true});
    if (ruled.empty() || right - ruled.back() > options_.open_frame * unit_) {
      edges.push_back({right, false});
    }
    std::vector<Edge> all;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      all.push_back(edges[i]);
      const bool open = ruled.empty();
      ColumnOptions columns = options_.columns;
      if (!open) columns.min_gutter = options_.split_gap;
      for (double x : find_column_edges(region_.lines, edges[i].at, edges[i + 1].at, unit_, columns)) {
        if (open || justified_split(edges[i].at, x, edges[i + 1].at)) all.push_back({x, false});
      }
    }
    all.push_back(edges.back());
    columns_ = std::move(all);
  }

  // A gutter inside a ruled column is a boundary when enough lines have figures or pieces on both sides.
  bool justified_split(double from, double at, double to) const {
    int both = 0, any = 0, crossed = 0;
    for (const TextLine& line : region_.lines) {
      bool before = false, after = false;
      for (const TextPiece& piece : line.pieces) {
        if (piece.box.center_x() < from || piece.box.center_x() > to) continue;
        if (piece.box.x0 < at && piece.box.x1 > at) ++crossed;
        before = before || piece.box.x1 <= at;
        after = after || piece.box.x0 >= at;
      }
      any += before || after ? 1 : 0;
      both += before && after ? 1 : 0;
    }
    return both >= 2 && both >= options_.split_share * any && crossed <= both / 4;
  }

  int column_at(double x) const {
    for (std::size_t i = 1; i + 1 < columns_.size(); ++i) {
      if (x < columns_[i].at) return static_cast<int>(i) - 1;
    }
    return static_cast<int>(columns_.size()) - 2;
  }

  // The extents of the columns' body text: figures and other pieces that lie in one column.
  void find_extents() {
    extents_.assign(columns_.size(), Rect{});
    for (const TextLine& line : region_.lines) {
      const bool row = std::any_of(line.pieces.begin() + 1, line.pieces.end(), is_datum);
      for (const TextPiece& piece : line.pieces) {
        const int c = column_at(piece.box.x0 + 0.15 * unit_);
        if (!row || c != column_at(piece.box.x1 - 0.15 * unit_)) continue;
        Rect& extent = extents_[static_cast<std::size_t>(c)];
        extent = extract::unite(extent, piece.box);
      }
    }
  }

  bool fits_column(const Rect& part, int column) const {
    const Rect& extent = extents_[static_cast<std::size_t>(column)];
    if (extent == Rect{}) return false;
    const double slack = 0.6 * unit_;
    return std::abs(part.x1 - extent.x1) < slack || std::abs(part.x0 - extent.x0) < slack ||
           std::abs(part.center_x() - extent.center_x()) < slack;
  }

  // Columns of a piece: its own one, or several where it crosses boundaries as a heading does. A run of
  // words one space apart is cut where its parts stand in the columns as these columns' figures do.
  void place(const TextPiece& piece, PlacedLine& line) {
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
  std::pair<int, int> columns_under(const Rect& box) const {
    const double slack = 0.15 * unit_;
    int first = column_at(box.x0 + slack), last = column_at(box.x1 - slack);
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

  // Group headings: a heading over columns that have headings of their own below it spans them, as the
  // rule under it says, or the fact that it stands in their middle. Only lines above the first figures.
  void spread_headings() {
    std::size_t head = 0;
    while (head < placed_.size() &&
           std::none_of(placed_[head].pieces.begin(), placed_[head].pieces.end(),
                        [](const PlacedPiece& p) { return p.column > 0 && is_datum(*p.piece); })) {
      ++head;
    }
    if (head == placed_.size()) return;
    for (std::size_t i = head; i-- > 0;) {  // from below: what a heading spans shows in the line under it
      for (PlacedPiece& heading : placed_[i].pieces) {
        if (heading.column == 0) continue;
        const auto [first, last] = heading_span(i, head, heading);
        heading.column = first;
        heading.column_span = last - first + 1;
      }
    }
  }

  // Where the headings of column `c` below line `i` begin and end; nothing where there are none.
  Rect heading_below(std::size_t i, std::size_t head, int c) const {
    for (std::size_t k = i + 1; k < head; ++k) {
      for (const PlacedPiece& p : placed_[k].pieces) {
        if (p.column == c && p.column_span == 1) return p.piece->box;
      }
    }
    return {};
  }

  std::pair<int, int> heading_span(std::size_t i, std::size_t head, const PlacedPiece& heading) const {
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
      const Edge& edge = columns_[static_cast<std::size_t>(boundary)];
      if (edge.ruled && drawn_share(region_.vertical, edge.at, kNear, y - 2, y + 2) > 0.5) return false;
      return !(heading_below(i, head, c) == Rect{});
    };
    while (free(low - 1, low)) --low;
    while (free(high + 1, high + 1)) ++high;
    if (low == high) return own;
    // A rule under it that ends inside the table.
    for (const Ruling& rule : region_.horizontal) {
      const double below = rule.position - placed_[i].baseline;
      if (below < 0 || below > 0.9 * unit_ || rule.from > box.x0 + 1 || rule.to < box.x1 - 1) continue;
      if (rule.to - rule.from > 0.9 * (columns_.back().at - columns_[1].at)) continue;
      int first = own.first, last = own.second;
      for (int c = low; c <= high; ++c) {
        const Rect& extent = extents_[static_cast<std::size_t>(c)];
        const double middle = extent == Rect{} ? heading_below(i, head, c).center_x() : extent.center_x();
        if (middle < rule.from || middle > rule.to) continue;
        first = std::min(first, c);
        last = std::max(last, c);
      }
      return {first, last};
    }
    // In the middle of several columns, and not merely over its own column's heading.
    const Rect under = heading_below(i, head, heading.column);
    const bool over_own = heading.column_span == 1 && !(under == Rect{}) &&
                          (std::abs(box.x1 - under.x1) < 0.3 * unit_ || std::abs(box.x0 - under.x0) < 0.3 * unit_);
    if (over_own) return own;
    // The middle of a span lies between that of its headings' texts and that of its cells, which reach
    // from the column before to the column after (figures stand at the right of their cells). Wider
    // spans win: a heading in the middle of five columns stands in the middle of three, too.
    std::pair<int, int> best = own;
    for (int first = low; first <= own.first; ++first) {
      for (int last = own.second; last <= high; ++last) {
        const Rect a = heading_below(i, head, first), b = heading_below(i, head, last);
        if (last - first <= best.second - best.first || a == Rect{} || b == Rect{}) continue;
        const double before = std::max(extents_[static_cast<std::size_t>(first) - 1].x1, columns_.front().at);
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

  using Parts = std::vector<std::pair<int, std::vector<std::size_t>>>;

  // The piece cut so that each part stands in its column as the column's figures do: right edges, left
  // edges or middles agree. Never at a ruled boundary: what no rule cuts there is one heading.
  Parts cut_at_columns(const TextPiece& piece, int first, int last) const {
    for (int c = first; c < last; ++c) {
      if (columns_[static_cast<std::size_t>(c) + 1].ruled) return {};
    }
    for (const Alignment alignment : {Alignment::right, Alignment::left, Alignment::middle}) {
      Parts parts = cut_aligned(piece, first, last, alignment);
      if (parts.size() > 1) return parts;
    }
    return {};
  }

  enum class Alignment { right, left, middle };

  Parts cut_aligned(const TextPiece& piece, int first, int last, Alignment alignment) const {
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
          const bool here =
              alignment == Alignment::right  ? std::abs(box.x1 - extent.x1) < slack
              : alignment == Alignment::left ? std::abs(after.x0 - next.x0) < slack
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
  Parts cut_tail(const TextPiece& piece, int first, int last) const {
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

  void find_rows() {
    find_extents();
    for (const TextLine& line : region_.lines) {
      PlacedLine placed{line.baseline, line.font_size, false, {}};
      for (const TextPiece& piece : line.pieces) place(piece, placed);
      placed_.push_back(std::move(placed));
    }
    spread_headings();
    std::vector<double> ruled;
    for (double y : cluster_positions(region_.horizontal, kNear)) {
      if (region_.witness == Witness::crossings ||
          drawn_share(region_.horizontal, y, kNear, columns_.front().at, columns_.back().at) >= 0.5) {
        ruled.push_back(y);
      }
    }
    for (double y : ruled) {
      for (std::size_t i = 0; i < placed_.size(); ++i) {
        const double middle = placed_[i].baseline - 0.3 * placed_[i].font_size;
        const double before = i == 0 ? -1e9 : placed_[i - 1].baseline - 0.3 * placed_[i - 1].font_size;
        if (y < middle && y >= before) placed_[i].rule_above = true;
      }
    }
    if (region_.witness == Witness::crossings) {
      rows_from_bands(ruled);
    } else {
      rows_from_text();
    }
  }

  double between(std::size_t before, std::size_t after) const {
    return (placed_[before].baseline + placed_[after].baseline) / 2 - 0.3 * unit_;
  }

  void rows_from_text() {
    rows_.push_back({region_.box.y0 - unit_, false});
    const std::vector<RowGroup> groups = group_rows(placed_, options_.rows);
    boxhead_rows_ = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (groups[g].boxhead) ++boxhead_rows_;
      if (g + 1 < groups.size()) rows_.push_back({between(groups[g].last, groups[g + 1].first), false});
    }
    rows_.push_back({region_.box.y1 + unit_, false});
  }

  // Ruled bands; a band that holds several rows of figures is cut by its text.
  void rows_from_bands(const std::vector<double>& ruled) {
    std::vector<Edge> edges;
    const double first = placed_.front().baseline - 0.3 * unit_;
    const double last = placed_.back().baseline - 0.3 * unit_;
    if (ruled.empty() || first < ruled.front()) edges.push_back({region_.box.y0 - 1, false});
    for (double y : ruled) edges.push_back({y, true});
    if (ruled.empty() || last > ruled.back()) edges.push_back({region_.box.y1 + 1, false});
    for (std::size_t b = 0; b + 1 < edges.size(); ++b) {
      rows_.push_back(edges[b]);
      std::vector<PlacedLine> band;
      std::vector<std::size_t> index;
      for (std::size_t i = 0; i < placed_.size(); ++i) {
        const double middle = placed_[i].baseline - 0.3 * placed_[i].font_size;
        if (middle < edges[b].at || middle >= edges[b + 1].at) continue;
        PlacedLine own = placed_[i];
        std::erase_if(own.pieces, [&](const PlacedPiece& p) { return reaches_out(p.column, edges, b); });
        if (own.pieces.empty()) continue;
        band.push_back(std::move(own));
        index.push_back(i);
      }
      if (!holds_rows(band)) continue;
      count_from_stub(band);
      const std::vector<RowGroup> groups = group_rows(band, options_.rows);
      for (std::size_t g = 0; g + 1 < groups.size(); ++g) {
        rows_.push_back({between(index[groups[g].last], index[groups[g + 1].first]), false});
      }
    }
    rows_.push_back(edges.back());
  }

  // A column whose cell goes on above or below the band: its text says nothing of the band's rows.
  bool reaches_out(int column, const std::vector<Edge>& edges, std::size_t band) const {
    const double x0 = columns_[static_cast<std::size_t>(column)].at;
    const double x1 = columns_[static_cast<std::size_t>(column) + 1].at;
    const auto open = [&](const Edge& edge) {
      return edge.ruled &&
             drawn_share(region_.horizontal, edge.at, kNear, x0, x1) < options_.drawn_share;
    };
    return open(edges[band]) || open(edges[band + 1]);
  }

  // Columns counted from the label beside the first column of figures: that one is the rows' stub.
  static void count_from_stub(std::vector<PlacedLine>& band) {
    int figures = std::numeric_limits<int>::max(), stub = 0;
    for (const PlacedLine& line : band) {
      for (const PlacedPiece& p : line.pieces) {
        if (is_datum(*p.piece)) figures = std::min(figures, p.column);
      }
    }
    for (const PlacedLine& line : band) {
      for (const PlacedPiece& p : line.pieces) {
        if (p.column < figures) stub = std::max(stub, p.column);
      }
    }
    for (PlacedLine& line : band) {
      for (PlacedPiece& p : line.pieces) p.column = std::max(0, p.column - stub);
    }
  }

  // Some column holds a figure on two lines or more, and nothing but figures: rows, not a paragraph.
  bool holds_rows(const std::vector<PlacedLine>& band) const {
    std::map<int, std::pair<int, int>> per_column;  // lines with a figure, with other text
    for (const PlacedLine& line : band) {
      for (const PlacedPiece& p : line.pieces) {
        auto& [figures, other] = per_column[p.column];
        (is_datum(*p.piece) ? figures : other) += 1;
      }
    }
    return std::any_of(per_column.begin(), per_column.end(), [](const auto& entry) {
      return entry.second.first >= 2 && entry.second.second * 4 <= entry.second.first;
    });
  }

  int row_at(double y) const {
    auto it = std::upper_bound(rows_.begin(), rows_.end(), y,
                               [](double v, const Edge& e) { return v < e.at; });
    const int row = static_cast<int>(it - rows_.begin()) - 1;
    return std::clamp(row, 0, static_cast<int>(rows_.size()) - 2);
  }

  Grid join_cells() {
    const int rows = static_cast<int>(rows_.size()) - 1;
    const int columns = static_cast<int>(columns_.size()) - 1;
    auto id = [&](int r, int c) { return static_cast<std::size_t>(r * columns + c); };
    std::vector<std::size_t> parent(static_cast<std::size_t>(rows * columns));
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    auto root = [&](std::size_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    // Which boundaries the text of a row crosses.
    std::vector<bool> crossed(parent.size(), false);
    heads_.assign(static_cast<std::size_t>(rows), {});
    for (const PlacedLine& line : placed_) {
      const int r = row_at(line.baseline - 0.3 * line.font_size);
      for (const PlacedPiece& p : line.pieces) {
        for (int c = p.column; c + 1 < p.column + p.column_span; ++c) crossed[id(r, c)] = true;
        heads_[static_cast<std::size_t>(r)].push_back(p);
      }
    }
    // How much of each inner vertical boundary is drawn at all.
    std::vector<double> share(columns_.size(), 0);
    for (std::size_t c = 1; c + 1 < columns_.size(); ++c) {
      if (columns_[c].ruled) {
        share[c] = drawn_share(region_.vertical, columns_[c].at, kNear, rows_.front().at, rows_.back().at);
      }
    }
    int inner = 0, drawn_inner = 0;
    for (int r = 0; r < rows; ++r) {
      const double y0 = rows_[static_cast<std::size_t>(r)].at, y1 = rows_[static_cast<std::size_t>(r) + 1].at;
      int run_from = 0;
      for (int c = 0; c + 1 < columns; ++c) {
        const Edge& edge = columns_[static_cast<std::size_t>(c) + 1];
        const bool drawn =
            edge.ruled && drawn_share(region_.vertical, edge.at, kNear, y0, y1) >= options_.drawn_share;
        ++inner;
        drawn_inner += drawn ? 1 : 0;
        if (drawn) {
          run_from = c + 1;
          continue;
        }
        const bool merged = crossed[id(r, c)] || (edge.ruled && share[static_cast<std::size_t>(c) + 1] >= 0.5 &&
                                                  !divides(r, run_from, c));
        if (merged) {
          parent[root(id(r, c + 1))] = root(id(r, c));
        } else {
          run_from = c + 1;
        }
      }
    }
    for (int r = 0; r + 1 < rows; ++r) {
      const Edge& edge = rows_[static_cast<std::size_t>(r) + 1];
      for (int c = 0; c < columns; ++c) {
        const double x0 = columns_[static_cast<std::size_t>(c)].at, x1 = columns_[static_cast<std::size_t>(c) + 1].at;
        const bool drawn =
            edge.ruled && drawn_share(region_.horizontal, edge.at, kNear, x0, x1) >= options_.drawn_share;
        ++inner;
        drawn_inner += drawn ? 1 : 0;
        if (edge.ruled && !drawn) parent[root(id(r + 1, c))] = root(id(r, c));
      }
    }
    Grid grid;
    grid.box = {columns_.front().at, rows_.front().at, columns_.back().at, rows_.back().at};
    grid.ruled_share = inner > 0 ? static_cast<double>(drawn_inner) / inner : 0;
    grid.boxhead_rows = boxhead_rows_;
    for (const Edge& e : columns_) grid.column_edges.push_back(e.at);
    for (const Edge& e : rows_) grid.row_edges.push_back(e.at);
    emit_cells(grid, rows, columns, parent, root);
    add_rotated(grid);
    drop_empty_rows(grid);
    drop_slivers(grid);
    return grid;
  }

  // Whether the undrawn boundary after column `c` parts two headings of row `r`, the first of which
  // begins in `run_from`. Where a run of undrawn boundaries holds several texts, each stands at the left
  // or in the middle of its own columns: the boundary that fits best is theirs.
  bool divides(int r, int run_from, int c) const {
    const PlacedPiece* left = nullptr;
    const PlacedPiece* right = nullptr;
    for (const PlacedPiece& p : heads_[static_cast<std::size_t>(r)]) {
      if (p.column >= run_from && p.column <= c && (left == nullptr || p.column > left->column)) left = &p;
      if (p.column > c && (right == nullptr || p.column < right->column)) right = &p;
    }
    if (left == nullptr || right == nullptr) return false;
    const int last = right->column;
    const int first = std::max(run_from, left->column);
    int best = first;
    double best_cost = 1e18;
    for (int b = first; b < last; ++b) {
      const double start = columns_[static_cast<std::size_t>(run_from)].at;
      const double edge = columns_[static_cast<std::size_t>(b) + 1].at;
      const double at_left = std::abs((left->piece->box.x0 - start) - (right->piece->box.x0 - edge));
      const double in_middle = std::abs(left->piece->box.center_x() - (start + edge) / 2);
      const double cost = std::min(at_left, in_middle);
      if (cost < best_cost) {
        best_cost = cost;
        best = b;
      }
    }
    return best == c;
  }

  // Groups that are rectangles become cells; others fall back to their single positions.
  template <typename Root>
  void emit_cells(Grid& grid, int rows, int columns, const std::vector<std::size_t>& parent, Root root) {
    struct Extent {
      int r0, c0, r1, c1, size;
    };
    std::map<std::size_t, Extent> extents;
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) {
        const std::size_t key = root(static_cast<std::size_t>(r * columns + c));
        auto [it, fresh] = extents.try_emplace(key, Extent{r, c, r, c, 0});
        Extent& e = it->second;
        e.r0 = std::min(e.r0, r), e.c0 = std::min(e.c0, c);
        e.r1 = std::max(e.r1, r), e.c1 = std::max(e.c1, c);
        ++e.size;
      }
    }
    std::vector<std::size_t> cell_of(parent.size());
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) {
        const std::size_t position = static_cast<std::size_t>(r * columns + c);
        const Extent& e = extents.at(root(position));
        const bool rectangle = e.size == (e.r1 - e.r0 + 1) * (e.c1 - e.c0 + 1);
        if (rectangle && (r != e.r0 || c != e.c0)) {
          cell_of[position] = cell_of[static_cast<std::size_t>(e.r0 * columns + e.c0)];
          continue;
        }
        cell_of[position] = grid.cells.size();
        GridCell cell{r, c, 1, 1, {}, {}};
        if (rectangle) {
          cell.row_span = e.r1 - e.r0 + 1;
          cell.column_span = e.c1 - e.c0 + 1;
        }
        cell.area = {grid.column_edges[static_cast<std::size_t>(c)], grid.row_edges[static_cast<std::size_t>(r)],
                     grid.column_edges[static_cast<std::size_t>(c + cell.column_span)],
                     grid.row_edges[static_cast<std::size_t>(r + cell.row_span)]};
        grid.cells.push_back(std::move(cell));
      }
    }
    for (const PlacedLine& line : placed_) {
      const int r = row_at(line.baseline - 0.3 * line.font_size);
      for (const PlacedPiece& p : line.pieces) {
        auto& cell = grid.cells[cell_of[static_cast<std::size_t>(r * columns + p.column)]];
        cell.words.insert(cell.words.end(), p.piece->words.begin(), p.piece->words.end());
      }
    }
  }

  // Rotated heads: each word into the cell that its middle lies in, in the order of its reading.
  void add_rotated(Grid& grid) const {
    const auto& all = words_.page().words;
    for (GridCell& cell : grid.cells) {
      std::vector<std::size_t> members;
      for (std::size_t w : words_.rotated()) {
        if (cell.area.contains(all[w].box.center_x(), all[w].box.center_y())) members.push_back(w);
      }
      std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        if (std::abs(words_.baseline(a) - words_.baseline(b)) > 0.4 * unit_) {
          return words_.baseline(a) < words_.baseline(b);
        }
        return all[a].rotation == 90 ? all[a].box.y0 < all[b].box.y0 : all[a].box.y0 > all[b].box.y0;
      });
      cell.words.insert(cell.words.end(), members.begin(), members.end());
    }
  }

  // Rows in which no cell begins with text although others reach through them: the rules of two columns
  // stand at slightly different heights.
  void drop_empty_rows(Grid& grid) const {
    for (int r = grid.rows() - 1; r >= 0 && grid.rows() > 1; --r) {
      bool text = false, through = false;
      for (const GridCell& cell : grid.cells) {
        if (cell.row == r && !cell.words.empty()) text = true;
        if (cell.row < r && cell.row + cell.row_span > r) through = true;
        if (cell.row == r && cell.row_span > 1) through = true;
      }
      const double height = grid.row_edges[static_cast<std::size_t>(r) + 1] - grid.row_edges[static_cast<std::size_t>(r)];
      if (text || !(through || height < 0.6 * unit_)) continue;
      std::erase_if(grid.cells, [&](const GridCell& c) { return c.row == r && c.row_span == 1; });
      for (GridCell& cell : grid.cells) {
        if (cell.row > r) {
          --cell.row;
        } else if (cell.row + cell.row_span > r) {
          --cell.row_span;
        }
      }
      grid.row_edges.erase(grid.row_edges.begin() + r + (r > 0 ? 0 : 1));
      if (grid.boxhead_rows > r) --grid.boxhead_rows;
    }
  }

  // Columns narrower than a letter or two that hold nothing: the space between double rules.
  void drop_slivers(Grid& grid) const {
    for (int c = grid.columns() - 1; c >= 0 && grid.columns() > 1; --c) {
      const double width = grid.column_edges[static_cast<std::size_t>(c) + 1] - grid.column_edges[static_cast<std::size_t>(c)];
      const bool text = std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
        return cell.column == c && cell.column_span == 1 && !cell.words.empty();
      });
      if (text || width > 1.2 * unit_) continue;
      std::erase_if(grid.cells, [&](const GridCell& cell) { return cell.column == c && cell.column_span == 1; });
      for (GridCell& cell : grid.cells) {
        if (cell.column > c) {
          --cell.column;
        } else if (cell.column + cell.column_span > c) {
          --cell.column_span;
        }
      }
      grid.column_edges.erase(grid.column_edges.begin() + c + (c > 0 ? 0 : 1));
    }
  }

  const PageWords& words_;
  const TableRegion& region_;
  const GridOptions& options_;
  double unit_;
  std::vector<Edge> columns_, rows_;
  std::vector<Rect> extents_;
  std::vector<PlacedLine> placed_;
  std::vector<std::vector<PlacedPiece>> heads_;  // pieces by row
  std::vector<std::unique_ptr<TextPiece>> cut_pieces_;
  int boxhead_rows_ = -1;
};

}  // namespace

Grid build_grid(const PageWords& words, const TableRegion& region, const GridOptions& options) {
  Builder builder(words, region, options);
  Grid grid = builder.build();
  grid.method = region.witness == Witness::crossings ? Method::lattice : Method::stream;
  return grid;
}

}  // namespace parsers
