#include "parsers/page_zones.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace parsers {
namespace {

using extract::Rect;
using extract::Ruling;
using Lines = std::vector<TextLine>;

class ZoneFinder {
 public:
  ZoneFinder(const std::vector<Ruling>& rules, const std::vector<Rect>& charts, double unit,
             const ZoneOptions& options)
      : rules_(rules), charts_(charts), unit_(unit), options_(options) {}

  std::vector<Lines> find(Lines lines) {
    add(std::move(lines));
    return std::move(zones_);
  }

 private:
  // Cuts at the longest band that parts, and goes on with what it leaves.
  void add(Lines lines) {
    while (!lines.empty()) {
      const std::optional<Gutter> cut = longest_cut(lines);
      if (!cut) break;
      const auto first = lines.begin() + static_cast<long>(cut->first);
      const auto after = lines.begin() + static_cast<long>(cut->last) + 1;
      Lines left, right,
          below(std::make_move_iterator(after), std::make_move_iterator(lines.end()));
      for (auto line = first; line != after; ++line) split(*line, *cut, left, right);
      lines.erase(first, lines.end());
      add(std::move(lines));
      add(std::move(left));
      add(std::move(right));
      lines = std::move(below);
    }
    if (!lines.empty()) zones_.push_back(std::move(lines));
  }

  std::optional<Gutter> longest_cut(const Lines& lines) const {
    std::optional<Gutter> longest;
    for (const Gutter& gutter : find_gutters(lines, unit_, options_.gutters)) {
      for (const Gutter& part : parts_of(gutter, lines)) {
        const std::size_t length = part.last - part.first;
        if (longest && length < longest->last - longest->first) continue;
        if (longest && length == longest->last - longest->first &&
            part.x1 - part.x0 <= longest->x1 - longest->x0) {
          continue;
        }
        const Side left = look_left(lines, part, charts_, unit_, options_.sides);
        const Side right = look_right(lines, part, charts_, unit_, options_.sides);
        if (stand_apart(left, right, unit_, options_.sides)) longest = part;
      }
    }
    return longest;
  }

  // The parts of a band between rules across it and between blocks that hang together over it: a
  // table of full width may have a gutter at the same place.
  std::vector<Gutter> parts_of(const Gutter& gutter, const Lines& lines) const {
    std::vector<double> across;
    for (const Ruling& rule : rules_) {
      if (rule.from < gutter.x0 && rule.to > gutter.x1) across.push_back(rule.position);
    }
    const auto rule_between = [&](double above, double below) {
      const auto rule = std::lower_bound(across.begin(), across.end(), above);
      return rule != across.end() && *rule <= below;
    };
    const auto framed = [&](const Gutter& part) {
      const Rect &top = lines[part.first].box, &bottom = lines[part.last].box;
      const double near = options_.frame_gap * unit_;
      return rule_between(top.y0 - near, top.y0 + 0.5 * top.height()) &&
             rule_between(bottom.y1 - 0.5 * bottom.height(), bottom.y1 + near);
    };
    std::vector<Gutter> parts;
    Gutter part = gutter;
    bool open = false;
    const auto close = [&] {
      if (open && part.last - part.first + 1 >= options_.gutters.min_lines && !framed(part))
        parts.push_back(part);
      open = false;
    };
    for (std::size_t i = gutter.first; i <= gutter.last;) {
      Gutter block{gutter.x0, gutter.x1, i, i};
      bool rule = false;
      while (block.last < gutter.last) {
        const TextLine &line = lines[block.last], &next = lines[block.last + 1];
        rule = rule_between(line.baseline, next.baseline);
        if (rule || next.box.y0 - line.box.y1 > options_.block_gap * unit_) break;
        ++block.last;
      }
      if (hangs_together(block, lines)) {
        close();
      } else {
        if (!open) part.first = block.first;
        part.last = block.last;
        open = true;
        if (rule) close();
      }
      i = block.last + 1;
    }
    close();
    return parts;
  }

  // Figures on one side take their labels from the other.
  bool hangs_together(const Gutter& block, const Lines& lines) const {
    const Side left = look_left(lines, block, charts_, unit_, options_.sides);
    const Side right = look_right(lines, block, charts_, unit_, options_.sides);
    if (std::max(left.chart_share, right.chart_share) >= options_.sides.in_chart) return false;
    return left.leans(options_.sides) || right.leans(options_.sides);
  }

  static void split(TextLine& line, const Gutter& gutter, Lines& left, Lines& right) {
    const auto cut =
        line.pieces.begin() + static_cast<long>(piece_after(line, (gutter.x0 + gutter.x1) / 2));
    const auto add_part = [](auto from, auto to, Lines& lines) {
      if (from == to) return;
      TextLine part;
      part.pieces.assign(std::make_move_iterator(from), std::make_move_iterator(to));
      part.baseline = part.pieces.front().baseline;
      for (const TextPiece& piece : part.pieces) {
        part.font_size = std::max(part.font_size, piece.font_size);
        part.box = extract::unite(part.box, piece.box);
      }
      lines.push_back(std::move(part));
    };
    add_part(line.pieces.begin(), cut, left);
    add_part(cut, line.pieces.end(), right);
  }

  const std::vector<Ruling>& rules_;  // sorted by position
  const std::vector<Rect>& charts_;
  const double unit_;
  const ZoneOptions& options_;
  std::vector<Lines> zones_;
};

}  // namespace

std::vector<Lines> find_zones(Lines lines, const std::vector<Ruling>& rules,
                              const std::vector<Rect>& charts, double unit,
                              const ZoneOptions& options) {
  return ZoneFinder(rules, charts, unit, options).find(std::move(lines));
}

}  // namespace parsers
