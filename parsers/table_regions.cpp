#include "parsers/table_regions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "parsers/median.h"

namespace parsers {
namespace {

using extract::Rect;
using extract::Ruling;

bool is_figure(const TextPiece& piece) {
  return piece.cell_class == CellClass::number || piece.cell_class == CellClass::missing ||
         piece.cell_class == CellClass::year || piece.cell_class == CellClass::period;
}

// A line that could be a row: several pieces with a figure among them, or three pieces.
bool is_tabular(const TextLine& line) {
  if (line.pieces.size() < 2) return false;
  return line.pieces.size() >= 3 || std::any_of(line.pieces.begin(), line.pieces.end(), is_figure);
}

Rect box_of(const Ruling& r) {
  return r.horizontal ? Rect{r.from, r.position, r.to, r.position}
                      : Rect{r.position, r.from, r.position, r.to};
}

}  // namespace

std::vector<TextLine> lines_within(const std::vector<TextLine>& lines, const Rect& box) {
  std::vector<TextLine> inside;
  for (const TextLine& line : lines) {
    const double y = line.baseline - 0.3 * line.font_size;
    if (y < box.y0 || y > box.y1) continue;
    TextLine part;
    part.baseline = line.baseline;
    for (const TextPiece& piece : line.pieces) {
      if (piece.box.center_x() < box.x0 || piece.box.center_x() > box.x1) continue;
      part.font_size = std::max(part.font_size, piece.font_size);
      part.box = extract::unite(part.box, piece.box);
      part.pieces.push_back(piece);
    }
    if (!part.pieces.empty()) inside.push_back(std::move(part));
  }
  return inside;
}

namespace {

constexpr double kCentred = 0.03;  // of the table's width: a text so near its middle is centred

// The extent of a region's rows, against which neighbouring lines are judged.
struct RowExtent {
  double left = 0, right = 0;
  double figures_from = 0;  // where the second piece of a row begins at the left-most
};

// A text alone in the middle of the whole table, stub and all, is its title or the unit of its
// figures. A heading stands in the middle of the figures. Where the stub is too narrow to tell, it
// is a heading.
bool is_centred_title(const TextLine& line, const RowExtent& extent, double u) {
  if (line.pieces.size() != 1) return false;
  const double table = (extent.left + extent.right) / 2;
  const double figures = (extent.figures_from + extent.right) / 2;
  const double off = std::abs(line.box.center_x() - table);
  return off < std::max(u, kCentred * (extent.right - extent.left)) &&
         off < 0.5 * std::abs(line.box.center_x() - figures);
}

// Index of the first line of the boxhead above `first`: lines that fill several columns, or that
// stand over the figures alone.
std::size_t walk_up(const std::vector<TextLine>& lines, std::size_t first, const RowExtent& extent,
                    double u) {
  auto is_head = [&](const TextLine& line) {
    const bool inside = line.box.x1 > extent.left - u && line.box.x0 < extent.right + u;
    const bool over_figures =
        line.box.x0 > extent.figures_from - 3 * u && line.box.x1 < extent.right + 2 * u;
    const bool full_width =
        line.pieces.size() == 1 && line.box.width() > 0.6 * (extent.right - extent.left);
    const bool figures = std::any_of(line.pieces.begin(), line.pieces.end(), is_datum);
    if (is_centred_title(line, extent, u)) return false;
    return inside && !full_width && !figures && (line.pieces.size() >= 2 || over_figures);
  };
  for (std::size_t j = first; j-- > 0;) {
    if (lines[j + 1].baseline - lines[j].baseline > 2.5 * u) break;
    if (is_head(lines[j])) {
      first = j;
      continue;
    }
    // A group row between boxhead and rows: a short label, with a boxhead of several columns above
    // it.
    const bool label = lines[j].pieces.size() == 1 && lines[j].box.x0 < extent.left + 2 * u &&
                       lines[j].box.x1 < extent.figures_from && lines[j].box.x0 > extent.left - u;
    if (!label || j == 0 || j + 1 != first || !is_head(lines[j - 1])) break;
    // Or the stub head, centred against two lines of headings.
    const bool centred = lines[j + 1].baseline - lines[j - 1].baseline < 1.6 * u;
    const bool group =
        lines[j - 1].pieces.size() >= 3 && lines[j].baseline - lines[j - 1].baseline < 2.5 * u;
    if (!centred && !group) break;
  }
  return first;
}

// A line of headings that opens a new table under rows of figures: several pieces, none a figure.
bool is_headings(const TextLine& line) {
  return line.pieces.size() >= 2 && std::none_of(line.pieces.begin(), line.pieces.end(), is_datum);
}

// Whether a new table begins at `line` (index), under rows of figures: its title, then its
// headings.
bool opens_table(const std::vector<TextLine>& lines, std::size_t line, double row_pitch) {
  std::size_t headings = line;
  while (headings < lines.size() && headings < line + 3 && lines[headings].pieces.size() < 2)
    ++headings;
  if (headings >= lines.size() || !is_headings(lines[headings])) return false;
  if (headings > line) return true;
  return lines[line].baseline - lines[line - 1].baseline > 1.5 * row_pitch;
}

// Headings above the first rule and rows below the last one: a rule stands under the boxhead as
// often as above it, and "varav" rows follow the sum's.
void extend_region(const std::vector<TextLine>& lines, TableRegion& region, double u,
                   bool upwards) {
  if (region.lines.empty()) return;
  RowExtent extent{region.box.x0, region.box.x1, region.box.x1};
  std::vector<double> pitches;
  for (std::size_t i = 0; i < region.lines.size(); ++i) {
    const TextLine& line = region.lines[i];
    if (line.pieces.size() >= 2)
      extent.figures_from = std::min(extent.figures_from, line.pieces[1].box.x0);
    if (i > 0) pitches.push_back(line.baseline - region.lines[i - 1].baseline);
  }
  const double pitch = std::max(1.4 * u, median(pitches, 1.4 * u));
  const auto index_of = [&](const TextLine& line) {
    return static_cast<std::size_t>(
        std::lower_bound(lines.begin(), lines.end(), line.baseline,
                         [](const TextLine& l, double y) { return l.baseline < y; }) -
        lines.begin());
  };
  std::size_t first = index_of(region.lines.front()), last = index_of(region.lines.back());
  if (first >= lines.size() || last >= lines.size()) return;
  if (upwards) first = walk_up(lines, first, extent, u);
  while (last + 1 < lines.size() && is_tabular(lines[last + 1]) && !is_headings(lines[last + 1]) &&
         lines[last + 1].baseline - lines[last].baseline < 1.6 * pitch &&
         lines[last + 1].pieces.size() + 1 >= lines[last].pieces.size() &&
         lines[last + 1].box.x0 > extent.left - u && lines[last + 1].box.x1 < extent.right + u) {
    ++last;
  }
  const double top = std::min(region.box.y0, lines[first].box.y0);
  const double bottom = std::max(region.box.y1, lines[last].box.y1);
  region.box = {region.box.x0 - 0.5 * u, top, region.box.x1 + 0.5 * u, bottom};
  region.lines = lines_within(lines, region.box);
}

}  // namespace

std::vector<TableRegion> find_crossing_regions(const PageWords& words,
                                               const std::vector<TextLine>& lines,
                                               const RulingSet& rulings,
                                               const RegionOptions& options) {
  const double unit = words.unit();
  const auto& hs = rulings.horizontal;
  const auto& vs = rulings.vertical;
  const double tolerance = options.crossing;
  std::vector<std::size_t> parent(hs.size() + vs.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t v = 0; v < vs.size(); ++v) {
    auto it = std::lower_bound(hs.begin(), hs.end(), vs[v].from - tolerance,
                               [](const Ruling& r, double y) { return r.position < y; });
    for (; it != hs.end() && it->position <= vs[v].to + tolerance; ++it) {
      if (it->from - tolerance <= vs[v].position && vs[v].position <= it->to + tolerance) {
        parent[root(hs.size() + v)] = root(static_cast<std::size_t>(it - hs.begin()));
      }
    }
  }
  std::map<std::size_t, TableRegion> components;
  for (std::size_t i = 0; i < hs.size(); ++i) components[root(i)].horizontal.push_back(hs[i]);
  for (std::size_t i = 0; i < vs.size(); ++i)
    components[root(hs.size() + i)].vertical.push_back(vs[i]);
  std::vector<TableRegion> regions;
  for (auto& [id, region] : components) {
    if (region.horizontal.empty() || region.vertical.empty()) continue;
    if (region.horizontal.size() + region.vertical.size() < 3) continue;
    region.witness = Witness::crossings;
    for (const Ruling& r : region.horizontal) region.box = extract::unite(region.box, box_of(r));
    for (const Ruling& r : region.vertical) region.box = extract::unite(region.box, box_of(r));
    regions.push_back(std::move(region));
  }
  // A rule of the same extent just above or below that no vertical crosses (a head row or a total
  // row without verticals) belongs to the table, when one row of text lies between and nothing
  // else.
  for (TableRegion& region : regions) {
    for (const Ruling& h : hs) {
      if (std::abs(h.from - region.box.x0) > 5 || std::abs(h.to - region.box.x1) > 5) continue;
      const bool above = h.position < region.box.y0;
      const double distance = above ? region.box.y0 - h.position : h.position - region.box.y1;
      if (distance <= 0 || distance > options.open_row) continue;
      const Rect between = above ? Rect{h.from, h.position, h.to, region.box.y0}
                                 : Rect{h.from, region.box.y1, h.to, h.position};
      // Another rule between: that is the next table's boxhead.
      if (std::any_of(hs.begin(), hs.end(), [&](const Ruling& other) {
            return other.position > between.y0 + 1 && other.position < between.y1 - 1 &&
                   extract::overlap(other.from, other.to, h.from, h.to) > 0;
          })) {
        continue;
      }
      const auto rows = lines_within(lines, between);
      if (rows.size() != 1 || rows.front().pieces.size() < 2) continue;
      region.horizontal.push_back(h);
      region.box = extract::unite(region.box, box_of(h));
    }
    std::sort(region.horizontal.begin(), region.horizontal.end(),
              [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
    region.lines = lines_within(lines, region.box);
    // Zebra bands and cells drawn for the body alone: the boxhead stands above, without a rule.
    if (!region.lines.empty() && std::any_of(region.lines.front().pieces.begin(),
                                             region.lines.front().pieces.end(), is_datum)) {
      extend_region(lines, region, unit, true);
    } else if (!region.lines.empty() && region.horizontal.back().source == Ruling::Source::fill) {
      extend_region(lines, region, unit, false);  // the last row of a zebra may be a white one
    }
  }
  std::erase_if(regions, [](const TableRegion& region) { return region.lines.empty(); });
  std::sort(regions.begin(), regions.end(), [](const TableRegion& a, const TableRegion& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  return regions;
}

std::vector<TableRegion> find_rule_regions(const PageWords& words,
                                           const std::vector<TextLine>& lines,
                                           const std::vector<Ruling>& rules,
                                           const RegionOptions& options) {
  const double u = words.unit();
  std::vector<bool> used(rules.size(), false);
  std::vector<TableRegion> regions;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (used[i] || rules[i].to - rules[i].from < 8 * u) continue;
    std::vector<std::size_t> members{i};
    for (std::size_t j = i + 1; j < rules.size(); ++j) {
      const Ruling& last = rules[members.back()];
      if (rules[j].position - last.position > options.rule_gap * u) break;
      if (used[j] || std::abs(rules[j].from - rules[i].from) > options.equal_extent * u + 1 ||
          std::abs(rules[j].to - rules[i].to) > options.equal_extent * u + 1) {
        continue;
      }
      const auto between =
          lines_within(lines, {rules[i].from, last.position, rules[i].to, rules[j].position});
      std::size_t tabular = 0;
      bool headlike = between.size() <= 4, caption = false;
      for (std::size_t k = 0; k < between.size(); ++k) {
        const TextLine& line = between[k];
        tabular += line.pieces.size() >= 2 ? 1 : 0;
        headlike = headlike && (line.pieces.size() >= 2 || line.box.x0 > rules[i].from + 3 * u);
        // A line alone, set apart from what is above and followed by headings: the next table's
        // title.
        const double gap =
            k == 0 ? line.box.y0 - last.position : line.box.y0 - between[k - 1].box.y1;
        caption = caption || (line.pieces.size() == 1 && gap > 0.9 * u && line.font_size > 1.1 * u);
        caption = caption || (members.size() > 1 && line.pieces.size() == 1 &&
                              opens_table(between, k, 1.4 * u));
      }
      // A shaded group row: one line between the edges of its band.
      const bool band = between.size() == 1 && rules[j].position - last.position < 2.5 * u;
      if (caption || (!band && !between.empty() && tabular * 2 < between.size() && !headlike))
        break;
      members.push_back(j);
    }
    if (members.size() < 2) continue;
    TableRegion region;
    region.witness = Witness::rules;
    region.box = {rules[i].from, rules[members.front()].position, rules[i].to,
                  rules[members.back()].position};
    region.lines = lines_within(lines, region.box);
    extend_region(lines, region, u, true);
    if (region.lines.size() < 2) continue;
    for (std::size_t k = 0; k < rules.size(); ++k) {
      const bool inside =
          rules[k].position >= region.box.y0 - 0.1 && rules[k].position <= region.box.y1 + 0.1 &&
          rules[k].from >= region.box.x0 - 0.5 * u && rules[k].to <= region.box.x1 + 0.5 * u;
      if (inside) {
        used[k] = true;
        region.horizontal.push_back(rules[k]);
      }
    }
    regions.push_back(std::move(region));
  }
  return regions;
}

std::vector<TableRegion> find_text_bands(const PageWords& words, const std::vector<TextLine>& lines,
                                         const std::vector<Ruling>& rules,
                                         const RegionOptions& options) {
  const double u = words.unit();
  std::vector<TableRegion> regions;
  std::size_t consumed = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < consumed || !is_tabular(lines[i])) continue;
    // Downwards: tabular lines, and label lines between them.
    std::vector<double> pitches;
    std::size_t last = i, tabular = 1;
    double left = lines[i].box.x0, right = lines[i].box.x1;
    double figures_from = lines[i].pieces[1].box.x0;
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      // The latest rows say it: a table's pitch does not change much, and long tables stay linear.
      constexpr std::size_t kLatest = 25;
      const std::size_t from = pitches.size() - std::min(pitches.size(), kLatest);
      const double usual =
          median({pitches.begin() + static_cast<long>(from), pitches.end()}, 1.6 * u);
      if (lines[j].baseline - lines[j - 1].baseline > std::max(options.row_gap * usual, 2.2 * u))
        break;
      const bool rows_above =
          std::any_of(lines[last].pieces.begin(), lines[last].pieces.end(), is_datum);
      if (rows_above && opens_table(lines, j, usual)) break;
      if (is_tabular(lines[j])) {
        pitches.push_back(lines[j].baseline - lines[j - 1].baseline);
        last = j;
        ++tabular;
        left = std::min(left, lines[j].box.x0);
        right = std::max(right, lines[j].box.x1);
        figures_from = std::min(figures_from, lines[j].pieces[1].box.x0);
        continue;
      }
      // Wraps and group rows: short, and not more than three in a row.
      const bool prose =
          lines[j].box.width() > 0.75 * (right - left) && lines[j].box.x1 > figures_from + 2 * u;
      if (prose || j - last > 3) break;
    }
    // The last row's label may go on below its figures, nearer than a row would stand.
    while (last + 1 < lines.size() && lines[last + 1].pieces.size() == 1 && !pitches.empty() &&
           lines[last + 1].baseline - lines[last].baseline < 0.85 * median(pitches, 0) &&
           std::abs(lines[last + 1].box.x0 - lines[last].box.x0) < u &&
           lines[last + 1].box.x1 < figures_from) {
      ++last;
    }
    consumed = last + 1;
    if (tabular < options.min_band_lines) continue;
    std::size_t first = i;
    first = walk_up(lines, first, {left, right, figures_from}, u);
    TableRegion region;
    region.witness = Witness::text_band;
    for (std::size_t j = first; j <= last; ++j) {
      region.lines.push_back(lines[j]);
      region.box = extract::unite(region.box, lines[j].box);
    }
    for (const Ruling& rule : rules) {
      if (rule.position >= region.box.y0 - u && rule.position <= region.box.y1 + u &&
          extract::overlap(rule.from, rule.to, region.box.x0, region.box.x1) > 0) {
        region.horizontal.push_back(rule);
      }
    }
    regions.push_back(std::move(region));
  }
  return regions;
}

}  // namespace parsers
