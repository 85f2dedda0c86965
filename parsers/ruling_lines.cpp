#include "parsers/ruling_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <numeric>

namespace parsers {
namespace {

using extract::Color;
using extract::FilledBox;
using extract::Page;
using extract::Rect;
using extract::Ruling;

bool is_white(const Color& c) { return c.r > 250 && c.g > 250 && c.b > 250; }

// First step: pieces on one line, in runs. Linear after sorting.
std::vector<Ruling> join_collinear(std::vector<Ruling> pieces, const RulingOptions& options) {
  std::sort(pieces.begin(), pieces.end(), [](const Ruling& a, const Ruling& b) {
    return a.position != b.position ? a.position < b.position : a.from < b.from;
  });
  std::vector<Ruling> lines;
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::size_t end = begin + 1;
    while (end < pieces.size() && pieces[end].position - pieces[begin].position <= options.collinear) {
      ++end;
    }
    const auto first = pieces.begin() + static_cast<long>(begin);
    const auto last = pieces.begin() + static_cast<long>(end);
    std::sort(first, last, [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
    Ruling run = *first;
    for (auto it = first + 1; it != last; ++it) {
      if (it->from <= run.to + options.gap) {
        run.to = std::max(run.to, it->to);
        run.thickness = std::max(run.thickness, it->thickness);
      } else {
        lines.push_back(run);
        run = *it;
      }
    }
    lines.push_back(run);
    begin = end;
  }
  return lines;
}

// Second step: near parallels that run beside each other are one divider.
std::vector<Ruling> join_parallel(std::vector<Ruling> lines, const RulingOptions& options) {
  std::sort(lines.begin(), lines.end(), [](const Ruling& a, const Ruling& b) {
    return a.position != b.position ? a.position < b.position : a.from < b.from;
  });
  std::vector<std::size_t> parent(lines.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t j = i + 1; j < lines.size(); ++j) {
      if (lines[j].position - lines[i].position > options.parallel) break;
      if (extract::overlap(lines[i].from, lines[i].to, lines[j].from, lines[j].to) >= -options.gap) {
        // Never chain beyond the tolerance: a stack of hairlines is a hatch, not one rule.
        if (lines[j].position - lines[root(i)].position <= options.parallel) parent[root(j)] = root(i);
      }
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) groups[root(i)].push_back(i);
  std::vector<Ruling> joined;
  for (const auto& [first, members] : groups) {
    Ruling line = lines[first];
    double low = line.position, high = line.position;
    for (std::size_t i : members) {
      low = std::min(low, lines[i].position);
      high = std::max(high, lines[i].position);
      line.from = std::min(line.from, lines[i].from);
      line.to = std::max(line.to, lines[i].to);
      line.thickness = std::max(line.thickness, lines[i].thickness);
    }
    line.position = (low + high) / 2;
    if (line.to - line.from >= options.min_length) joined.push_back(line);
  }
  std::sort(joined.begin(), joined.end(), [](const Ruling& a, const Ruling& b) {
    return a.position != b.position ? a.position < b.position : a.from < b.from;
  });
  return joined;
}

Ruling edge(bool horizontal, double position, double from, double to, const Color& color) {
  Ruling ruling;
  ruling.horizontal = horizontal;
  ruling.position = position;
  ruling.from = from;
  ruling.to = to;
  ruling.source = Ruling::Source::fill;
  ruling.color = color;
  return ruling;
}

// Backgrounds of cells and zebra bands: fills with words on them that are not the whole page. Bands
// give their upper and lower edges; fills side by side give the edge between them.
void add_fill_edges(const PageWords& words, const RulingOptions& options, std::vector<Ruling>& horizontal,
                    std::vector<Ruling>& vertical) {
  const Page& page = words.page();
  const double u = words.unit();
  std::vector<FilledBox> cells;
  for (const FilledBox& fill : page.fills) {
    const Rect& box = fill.box;
    if (box.height() < options.band_min * u || box.width() < 2 * u) continue;
    if (is_white(fill.color) || box.height() > page.height / 2) continue;
    cells.push_back(fill);
  }
  std::sort(cells.begin(), cells.end(), [](const FilledBox& a, const FilledBox& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  // Words by y, to ask quickly whether a fill carries text.
  std::vector<std::size_t> by_y = words.upright();
  std::sort(by_y.begin(), by_y.end(), [&](std::size_t a, std::size_t b) {
    return page.words[a].box.center_y() < page.words[b].box.center_y();
  });
  auto carries_text = [&](const Rect& box) {
    auto it = std::lower_bound(by_y.begin(), by_y.end(), box.y0, [&](std::size_t w, double y) {
      return page.words[w].box.center_y() < y;
    });
    for (; it != by_y.end() && page.words[*it].box.center_y() <= box.y1; ++it) {
      if (page.words[*it].box.x1 > box.x0 && page.words[*it].box.x0 < box.x1) return true;
    }
    return false;
  };
  for (std::size_t begin = 0; begin < cells.size();) {
    std::size_t end = begin + 1;
    while (end < cells.size() && std::abs(cells[end].box.y0 - cells[begin].box.y0) < 1.0) ++end;
    std::sort(cells.begin() + static_cast<long>(begin), cells.begin() + static_cast<long>(end),
              [](const FilledBox& a, const FilledBox& b) { return a.box.x0 < b.box.x0; });
    for (std::size_t i = begin; i < end; ++i) {
      const Rect& box = cells[i].box;
      const bool beside_next = i + 1 < end && std::abs(cells[i + 1].box.y1 - box.y1) < 1.0 &&
                               cells[i + 1].box.x0 - box.x1 > -1.0 &&
                               cells[i + 1].box.x0 - box.x1 <= options.parallel;
      if (beside_next && cells[i + 1].box.width() > 2 * u) {
        vertical.push_back(
            edge(false, (box.x1 + cells[i + 1].box.x0) / 2, box.y0, box.y1, cells[i].color));
      }
      if (beside_next || carries_text(box)) {
        horizontal.push_back(edge(true, box.y0, box.x0, box.x1, cells[i].color));
        horizontal.push_back(edge(true, box.y1, box.x0, box.x1, cells[i].color));
      }
    }
    begin = end;
  }
}

// A rule just under the baseline of words that it does not exceed is an underline.
void drop_underlines(const PageWords& words, const RulingOptions& options, std::vector<Ruling>& lines) {
  const Page& page = words.page();
  std::vector<std::size_t> by_baseline = words.upright();
  std::sort(by_baseline.begin(), by_baseline.end(), [&](std::size_t a, std::size_t b) {
    return page.words[a].baseline < page.words[b].baseline;
  });
  std::erase_if(lines, [&](const Ruling& line) {
    const double u = words.unit();
    auto it = std::lower_bound(by_baseline.begin(), by_baseline.end(),
                               line.position - options.underline_drop * 1.6 * u,
                               [&](std::size_t w, double y) { return page.words[w].baseline < y; });
    double covered = 0, left = 1e9, right = -1e9;
    for (; it != by_baseline.end() && page.words[*it].baseline <= line.position + 0.5; ++it) {
      const auto& word = page.words[*it];
      if (line.position - word.baseline > options.underline_drop * word.font_size) continue;
      const double shared = extract::overlap(word.box.x0, word.box.x1, line.from, line.to);
      if (shared <= 0) continue;
      covered += shared;
      left = std::min(left, word.box.x0);
      right = std::max(right, word.box.x1);
    }
    const double length = line.to - line.from;
    return covered >= 0.7 * length && std::abs(left - line.from) < 0.35 * u + 1 &&
           std::abs(right - line.to) < 0.35 * u + 1;
  });
}

}  // namespace

RulingSet join_rulings(const PageWords& words, const RulingOptions& options) {
  std::vector<Ruling> horizontal, vertical;
  for (const Ruling& ruling : words.page().rulings) {
    (ruling.horizontal ? horizontal : vertical).push_back(ruling);
  }
  RulingSet set;
  horizontal = join_collinear(std::move(horizontal), options);
  drop_underlines(words, options, horizontal);
  add_fill_edges(words, options, horizontal, vertical);
  set.horizontal =
      join_parallel(join_collinear(std::move(horizontal), options), options);
  set.vertical = join_parallel(join_collinear(std::move(vertical), options), options);
  return set;
}

}  // namespace parsers
