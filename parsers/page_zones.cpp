#include "parsers/page_zones.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "parsers/median.h"

namespace parsers {
namespace {

using extract::Rect;
using extract::Ruling;
using Lines = std::vector<TextLine>;

class ZoneFinder {
 public:
  ZoneFinder(const RulingSet& rulings, const std::vector<Rect>& charts, double unit,
             const ZoneOptions& options)
      : rulings_(rulings), charts_(charts), unit_(unit), options_(options) {}

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
      for (const Gutter& whole : parts_of(gutter, lines)) {
        const Gutter part = without_neighbours(trimmed(whole, lines), lines);
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
    for (const Ruling& rule : rulings_.horizontal) {
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
      i = block.last + 1;
      for (const auto& [piece, together] : blocks_in(block, lines)) {
        if (together) {
          close();
          continue;
        }
        if (!open) part.first = piece.first;
        part.last = piece.last;
        open = true;
      }
      if (rule) close();
    }
    close();
    return parts;
  }

  // Without the rows of a table of full width just above or below: on one side they are figures
  // without labels, apart from that side's own rows.
  Gutter trimmed(Gutter part, const Lines& lines) const {
    const Gutter whole = part;
    for (const Side& side : {look_left(lines, whole, charts_, unit_, options_.sides),
                             look_right(lines, whole, charts_, unit_, options_.sides)}) {
      const auto of_kind = [](HalfKind kind) {
        return [kind](const HalfLine& line) { return line.kind == kind; };
      };
      const auto begin = side.lines.begin(), end = side.lines.end();
      const auto first_row = std::find_if(begin, end, of_kind(HalfKind::row));
      if (first_row == end) continue;
      const auto last_row =
          std::find_if(side.lines.rbegin(), side.lines.rend(), of_kind(HalfKind::row)).base() - 1;
      const auto near = [&](const HalfLine& above, const HalfLine& below) {
        return below.baseline - above.baseline <= options_.piece_gap * usual_pitch(side);
      };
      // A sum's row without a label stands close to its table.
      const auto below = std::find_if(last_row, end, of_kind(HalfKind::bare));
      if (below != end && !(below == last_row + 1 && near(*last_row, *below)))
        part.last = std::min(part.last, (last_row + 1)->line - 1);
      const auto above = std::find_if(std::make_reverse_iterator(first_row), side.lines.rend(),
                                      of_kind(HalfKind::bare));
      if (above != side.lines.rend() && !(above.base() == first_row && near(*above, *first_row)))
        part.first = std::max(part.first, above->line + 1);
    }
    // But a table drawn with verticals is left whole.
    if (part.first > whole.first && is_ruled_over(lines[part.first - 1], lines[part.first]))
      part.first = whole.first;
    if (part.last < whole.last && is_ruled_over(lines[part.last], lines[part.last + 1]))
      part.last = whole.last;
    part.last = std::max(part.first, part.last);
    return part;
  }

  // Without a paragraph's last line that stands under it, on one side, and without titles of what
  // follows: lines that are nearer to what is outside the part than to what is in it.
  Gutter without_neighbours(Gutter part, const Lines& lines) const {
    const auto pitch = [&](std::size_t i) { return lines[i + 1].baseline - lines[i].baseline; };
    if (part.first > 0 && part.first < part.last) {
      const TextLine& line = lines[part.first];
      const bool one_side = line.box.x1 < part.x1 || line.box.x0 > part.x0;
      if (one_side && pitch(part.first) > options_.piece_gap * pitch(part.first - 1)) ++part.first;
    }
    if (part.last + 1 < lines.size() && part.first < part.last) {
      const Gutter title{part.x0, part.x1, part.last, part.last};
      const bool nearer = pitch(part.last - 1) > options_.piece_gap * pitch(part.last);
      if (nearer && !has_figures(title, lines) &&
          !is_ruled_over(lines[part.last - 1], lines[part.last])) {
        --part.last;
      }
    }
    return part;
  }

  bool is_ruled_over(const TextLine& above, const TextLine& below) const {
    return std::any_of(rulings_.vertical.begin(), rulings_.vertical.end(), [&](const Ruling& rule) {
      return rule.from < above.baseline && rule.to > below.baseline;
    });
  }

  static double usual_pitch(const Side& side) {
    std::vector<double> pitches;
    for (std::size_t i = 1; i < side.lines.size(); ++i)
      pitches.push_back(side.lines[i].baseline - side.lines[i - 1].baseline);
    return median(std::move(pitches), 0);
  }

  struct Block {
    Gutter lines;
    bool together;
  };

  // A block that hangs together may be several with little space between. What stands apart in it
  // is found between its widest spaces, and takes with it the titles above.
  std::vector<Block> blocks_in(const Gutter& block, const Lines& lines) const {
    if (!hangs_together(block, lines)) return {{block, false}};
    std::vector<Block> blocks;
    part_block(block, lines, blocks);
    for (std::size_t i = blocks.size() - 1; i-- > 0;) {
      if (!blocks[i + 1].together && !has_figures(blocks[i].lines, lines))
        blocks[i].together = false;
    }
    return blocks;
  }

  void part_block(const Gutter& block, const Lines& lines, std::vector<Block>& blocks) const {
    const Side left = look_left(lines, block, charts_, unit_, options_.sides);
    const Side right = look_right(lines, block, charts_, unit_, options_.sides);
    const bool apart = stand_apart(left, right, unit_, options_.sides);
    std::vector<double> pitches;
    std::size_t widest = block.first;
    const auto pitch = [&](std::size_t i) { return lines[i + 1].baseline - lines[i].baseline; };
    for (std::size_t i = block.first; i < block.last; ++i) {
      pitches.push_back(pitch(i));
      if (pitch(i) > pitch(widest)) widest = i;
    }
    const double usual = median(pitches, 0);
    if (apart || pitches.empty() || pitch(widest) < options_.piece_gap * usual) {
      blocks.push_back({block, !apart});
      return;
    }
    part_block({block.x0, block.x1, block.first, widest}, lines, blocks);
    part_block({block.x0, block.x1, widest + 1, block.last}, lines, blocks);
  }

  bool has_figures(const Gutter& block, const Lines& lines) const {
    return std::any_of(lines.begin() + static_cast<long>(block.first),
                       lines.begin() + static_cast<long>(block.last) + 1, [](const TextLine& line) {
                         return std::any_of(line.pieces.begin(), line.pieces.end(), is_datum);
                       });
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

  const RulingSet& rulings_;
  const std::vector<Rect>& charts_;
  const double unit_;
  const ZoneOptions& options_;
  std::vector<Lines> zones_;
};

}  // namespace

std::vector<Lines> find_zones(Lines lines, const RulingSet& rulings,
                              const std::vector<Rect>& charts, double unit,
                              const ZoneOptions& options) {
  return ZoneFinder(rulings, charts, unit, options).find(std::move(lines));
}

}  // namespace parsers
