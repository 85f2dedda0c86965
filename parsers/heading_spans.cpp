#include "parsers/heading_spans.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "parsers/ruling_coverage.h"

namespace parsers {
namespace {

using extract::Rect;
using extract::Ruling;
using Span = std::pair<int, int>;  // first and last column

constexpr double kWordGap = 0.6;  // u: pieces nearer than this were one (LineOptions::text_gap)

struct Heading {
  std::vector<PlacedPiece*> pieces;
  Rect box;
  std::string text;
};

class Spreader {
 public:
  Spreader(std::vector<PlacedLine>& lines, std::size_t head, const TableRegion& region,
           const std::vector<Divider>& columns, const std::vector<Rect>& extents, double unit)
      : lines_(lines),
        head_(head),
        region_(region),
        columns_(columns),
        extents_(extents),
        unit_(unit) {}

  // From below: what a heading spans shows in the line under it.
  void spread() {
    for (std::size_t i = head_; i-- > 0;) {
      if (spread_over_repeats(i)) continue;
      for (PlacedPiece& heading : lines_[i].pieces) {
        if (heading.column > 0) set(heading, find_span(i, heading));
      }
    }
  }

 private:
  static void set(PlacedPiece& heading, Span span) {
    heading.column = span.first;
    heading.column_span = span.second - span.first + 1;
  }

  static Span span_of(const PlacedPiece& p) { return {p.column, p.column + p.column_span - 1}; }

  int count() const { return static_cast<int>(columns_.size()) - 1; }

  // Where the headings of column `c` below line `i` begin and end; nothing where there are none.
  Rect heading_below(std::size_t i, int c) const {
    for (std::size_t k = i + 1; k < head_; ++k) {
      for (const PlacedPiece& p : lines_[k].pieces) {
        if (p.column == c && p.column_span == 1) return p.piece->box;
      }
    }
    return {};
  }

  // The headings of column `c` below line `i`, outer ones first.
  std::string path_below(std::size_t i, int c) const {
    std::string path;
    for (std::size_t k = i + 1; k < head_; ++k) {
      for (const PlacedPiece& p : lines_[k].pieces) {
        if (c >= p.column && c < p.column + p.column_span) path += p.piece->text + '\n';
      }
    }
    return path;
  }

  bool drawn_beside(std::size_t i, int boundary) const {
    const double y = lines_[i].baseline - 0.3 * lines_[i].font_size;
    const Divider& edge = columns_[static_cast<std::size_t>(boundary)];
    return edge.ruled && drawn_share(region_.vertical, edge.at, y - 2, y + 2) > 0.5;
  }

  // The part rule under a heading: one that ends inside the table.
  const Ruling* part_rule(std::size_t i, const Rect& box) const {
    for (const Ruling& rule : region_.horizontal) {
      const double below = rule.position - lines_[i].baseline;
      if (below < 0 || below > 0.9 * unit_ || rule.from > box.x0 + 1 || rule.to < box.x1 - 1)
        continue;
      if (rule.to - rule.from > 0.9 * (columns_.back().at - columns_[1].at)) continue;
      return &rule;
    }
    return nullptr;
  }

  // Where the headings below repeat ("2022 2023 2022 2023"), this line's headings are what tells
  // the columns apart: each spans one round of them, wherever it stands over it. Nothing is done
  // unless each round has one heading, unlike its neighbour's, with no boundary drawn inside.
  bool spread_over_repeats(std::size_t i) {
    std::vector<std::string> paths;
    for (int c = 0; c < count(); ++c) paths.push_back(path_below(i, c));
    for (int round = 2; 2 * round < count(); ++round) {
      for (int first = 1; first + 2 * round <= count(); ++first) {
        const std::vector<Span> rounds = repeated_rounds(paths, first, round);
        if (rounds.empty()) continue;
        std::vector<Heading> headings;
        for (const Span& span : rounds) headings.push_back(heading_over(i, span));
        if (!tell_apart(i, headings, rounds)) continue;
        std::vector<const PlacedPiece*> done;
        for (std::size_t k = 0; k < rounds.size(); ++k) {
          for (PlacedPiece* piece : headings[k].pieces) set(*piece, rounds[k]);
          done.insert(done.end(), headings[k].pieces.begin(), headings[k].pieces.end());
        }
        for (PlacedPiece& other : lines_[i].pieces) {
          const bool rest = std::find(done.begin(), done.end(), &other) == done.end();
          if (rest && other.column > 0) set(other, find_span(i, other));
        }
        return true;
      }
    }
    return false;
  }

  // The rounds of `size` columns from `first` on whose headings are those of the round before:
  // two or more, or none. Within a round none occurs twice.
  static std::vector<Span> repeated_rounds(const std::vector<std::string>& paths, int first,
                                           int size) {
    const auto begin = paths.begin() + first;
    for (auto it = begin; it != begin + size; ++it) {
      if (it->empty() || std::find(begin, it, *it) != it) return {};
    }
    std::vector<Span> rounds{{first, first + size - 1}};
    while (rounds.back().second + size < static_cast<int>(paths.size()) &&
           std::equal(begin, begin + size, paths.begin() + rounds.back().second + 1)) {
      rounds.push_back({rounds.back().first + size, rounds.back().second + size});
    }
    if (rounds.size() < 2) rounds.clear();
    return rounds;
  }

  // The one heading over the columns of `span`; its words may have been taken for headings of
  // single columns. A heading at the left edge of its cell may stand beside the columns' texts.
  Heading heading_over(std::size_t i, const Span& span) {
    const auto begins_in = [&](const Rect& box, int c) {
      const Rect& before = extents_[static_cast<std::size_t>(c) - 1];
      return box.center_x() >= columns_[static_cast<std::size_t>(c)].at ||
             (!(before == Rect{}) && box.x0 >= before.x1 - 0.3 * unit_);
    };
    Heading heading;
    for (PlacedPiece& p : lines_[i].pieces) {
      const Rect& box = p.piece->box;
      if (!begins_in(box, span.first)) continue;
      if (span.second + 1 < count() && begins_in(box, span.second + 1)) continue;
      if (!heading.pieces.empty() && box.x0 - heading.box.x1 > kWordGap * unit_) return {};
      heading.pieces.push_back(&p);
      heading.box = extract::unite(heading.box, box);
      heading.text += p.piece->text + ' ';
    }
    return heading;
  }

  bool tell_apart(std::size_t i, const std::vector<Heading>& headings,
                  const std::vector<Span>& rounds) const {
    for (std::size_t k = 0; k < headings.size(); ++k) {
      if (headings[k].pieces.empty() || part_rule(i, headings[k].box) != nullptr) return false;
      if (k > 0 && headings[k].text == headings[k - 1].text) return false;
      for (int c = rounds[k].first; c < rounds[k].second; ++c) {
        if (drawn_beside(i, c + 1)) return false;
      }
    }
    return true;
  }

  Span find_span(std::size_t i, const PlacedPiece& heading) const {
    const Span own = span_of(heading);
    const Rect& box = heading.piece->box;
    // The free columns around it: no other heading in this line, no boundary drawn, a heading
    // below.
    int low = own.first, high = own.second;
    auto free = [&](int c, int boundary) {
      if (c < 1 || c >= count()) return false;
      for (const PlacedPiece& p : lines_[i].pieces) {
        if (&p != &heading && c >= p.column && c < p.column + p.column_span) return false;
      }
      return !drawn_beside(i, boundary) && !(heading_below(i, c) == Rect{});
    };
    while (free(low - 1, low)) --low;
    while (free(high + 1, high + 1)) ++high;
    if (low == high) return own;
    if (const Ruling* rule = part_rule(i, box)) return columns_over(*rule, i, own, {low, high});
    // In the middle of several columns, and not merely over its own column's heading.
    const Rect under = heading_below(i, heading.column);
    const bool over_own =
        heading.column_span == 1 && !(under == Rect{}) &&
        (std::abs(box.x1 - under.x1) < 0.3 * unit_ || std::abs(box.x0 - under.x0) < 0.3 * unit_);
    return over_own ? own : middle_span(i, box, own, {low, high});
  }

  // The columns of `free` whose middle lies over `rule`.
  Span columns_over(const Ruling& rule, std::size_t i, Span own, Span free) const {
    for (int c = free.first; c <= free.second; ++c) {
      const Rect& extent = extents_[static_cast<std::size_t>(c)];
      const double middle = extent == Rect{} ? heading_below(i, c).center_x() : extent.center_x();
      if (middle < rule.from || middle > rule.to) continue;
      own.first = std::min(own.first, c);
      own.second = std::max(own.second, c);
    }
    return own;
  }

  // The middle of a span lies between that of its headings' texts and that of its cells, which
  // reach from the column before to the column after (figures stand at the right of their cells).
  // Wider spans win: a heading in the middle of five columns stands in the middle of three, too.
  Span middle_span(std::size_t i, const Rect& box, Span own, Span free) const {
    Span best = own;
    for (int first = free.first; first <= own.first; ++first) {
      for (int last = own.second; last <= free.second; ++last) {
        const Rect a = heading_below(i, first), b = heading_below(i, last);
        if (last - first <= best.second - best.first || a == Rect{} || b == Rect{}) continue;
        const double before =
            std::max(extents_[static_cast<std::size_t>(first) - 1].x1, columns_.front().at);
        const double after =
            last + 1 < count() ? heading_below(i, last + 1).x0 : columns_.back().at;
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

  std::vector<PlacedLine>& lines_;
  std::size_t head_;  // lines above the first figures
  const TableRegion& region_;
  const std::vector<Divider>& columns_;
  const std::vector<Rect>& extents_;
  double unit_;
};

bool has_figure(const PlacedLine& line) {
  return std::any_of(line.pieces.begin(), line.pieces.end(),
                     [](const PlacedPiece& p) { return p.column > 0 && is_datum(*p.piece); });
}

}  // namespace

void spread_headings(std::vector<PlacedLine>& lines, const TableRegion& region,
                     const std::vector<Divider>& columns, const std::vector<Rect>& extents,
                     double unit) {
  const auto first = std::find_if(lines.begin(), lines.end(), has_figure);
  if (first == lines.end()) return;
  Spreader(lines, static_cast<std::size_t>(first - lines.begin()), region, columns, extents, unit)
      .spread();
}

}  // namespace parsers
