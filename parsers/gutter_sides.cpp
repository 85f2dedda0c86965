#include "parsers/gutter_sides.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace parsers {
namespace {

using extract::Rect;

HalfKind kind_of(std::span<const TextPiece> pieces, double unit, const SideOptions& options) {
  std::size_t data = 0, words = 0;
  double widest = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    data += is_datum(pieces[i]) ? 1 : 0;
    if (pieces[i].cell_class == CellClass::text) words += pieces[i].words.size();
    if (i > 0) widest = std::max(widest, pieces[i].box.x0 - pieces[i - 1].box.x1);
  }
  // Running text may be set with wide spaces and have figures in it, but has more words.
  const bool solid =
      widest < options.solid_gap * unit && words >= options.words_per_piece * pieces.size();
  if (solid || (pieces.size() == 1 && data == 0)) return HalfKind::text;
  if (data == 0) return HalfKind::heads;
  return is_datum(pieces.front()) ? HalfKind::bare : HalfKind::row;
}

Side look(const std::vector<TextLine>& lines, const Gutter& gutter, bool right,
          const std::vector<Rect>& charts, double unit, const SideOptions& options) {
  Side side;
  std::size_t pieces = 0, in_chart = 0;
  for (std::size_t i = gutter.first; i <= gutter.last; ++i) {
    const TextLine& line = lines[i];
    const std::size_t cut = piece_after(line, (gutter.x0 + gutter.x1) / 2);
    const std::span<const TextPiece> all(line.pieces);
    const auto part = right ? all.subspan(cut) : all.first(cut);
    if (part.empty()) continue;
    HalfLine half;
    half.kind = kind_of(part, unit, options);
    half.line = i;
    half.first = part.data();
    half.end = part.data() + part.size();
    half.baseline = part.front().baseline;
    half.bold = true;
    for (const TextPiece& piece : part) {
      half.box = extract::unite(half.box, piece.box);
      half.font_size = std::max(half.font_size, piece.font_size);
      half.bold = half.bold && piece.bold;
      ++pieces;
      in_chart += std::any_of(charts.begin(), charts.end(), [&](const Rect& chart) {
        return chart.contains(piece.box.center_x(), piece.box.center_y());
      });
    }
    side.rows += half.kind == HalfKind::row ? 1 : 0;
    side.bare += half.kind == HalfKind::bare ? 1 : 0;
    side.box = extract::unite(side.box, half.box);
    side.lines.push_back(half);
  }
  side.chart_share = pieces == 0 ? 0 : static_cast<double>(in_chart) / static_cast<double>(pieces);
  return side;
}

// Running text: lines that reach the side's end and go on in the next one.
bool flows(const Side& side, double unit, const SideOptions& options) {
  std::size_t flow = 0, pairs = 0;
  for (std::size_t i = 1; i < side.lines.size(); ++i) {
    const HalfLine &line = side.lines[i - 1], &next = side.lines[i];
    if (line.kind != HalfKind::text || next.kind != HalfKind::text) continue;
    if (next.baseline - line.baseline > options.text_pitch * line.font_size) continue;
    ++pairs;
    const double width = line.box.x1 - side.box.x0;
    flow += width >= options.filled * side.box.width() && width >= options.min_text_width * unit
                ? 1
                : 0;
  }
  return flow >= options.min_flow &&
         static_cast<double>(flow) >= options.flow_share * static_cast<double>(pairs);
}

// The rows of a side and what stands above them.
struct Rows {
  std::vector<const HalfLine*> rows;
  const HalfLine* heads = nullptr;  // the headings just above the first row
  const HalfLine* title = nullptr;  // a line of text above these, set apart
  double top = 0, bottom = 0;       // baselines of the first line, headings included, and the last
};

Rows rows_of(const Side& side, double unit, const SideOptions& options) {
  Rows found;
  std::size_t first = side.lines.size();
  for (std::size_t i = 0; i < side.lines.size(); ++i) {
    if (side.lines[i].kind != HalfKind::row) continue;
    first = std::min(first, i);
    found.rows.push_back(&side.lines[i]);
  }
  found.top = found.rows.front()->baseline;
  found.bottom = found.rows.back()->baseline;
  std::size_t above = first;
  while (above > 0 && side.lines[above - 1].kind == HalfKind::heads) --above;
  if (above < first) {
    found.heads = &side.lines[first - 1];
    found.top = side.lines[above].baseline;
  }
  if (above > 0) {
    const HalfLine &line = side.lines[above - 1], &below = side.lines[above];
    const double gap = below.box.y0 - line.box.y1;
    const bool apart = gap > options.title_gap * unit ||
                       line.font_size > options.title_size * below.font_size ||
                       (line.bold && !found.rows.front()->bold);
    const bool at_label = std::abs(line.box.x0 - found.rows.front()->box.x0) < unit;
    if (line.kind == HalfKind::text && apart && at_label && gap < options.title_room * unit)
      found.title = &line;
  }
  return found;
}

// Figures at the end of the rows, at most; or from the label on.
std::size_t figures_at(const Rows& table, bool end) {
  std::size_t most = 0;
  for (const HalfLine* row : table.rows) {
    std::size_t figures = 0;
    const auto count = [&](const TextPiece& piece) {
      if (!is_datum(piece)) return false;
      ++figures;
      return true;
    };
    if (end) {
      for (const TextPiece* piece = row->end; piece != row->first && count(*(piece - 1)); --piece) {
      }
    } else {
      for (const TextPiece* piece = row->first + 1; piece != row->end && count(*piece); ++piece) {
      }
    }
    most = std::max(most, figures);
  }
  return most;
}

// The headings over the last columns of `left` come again over the first ones of `right`.
bool same_heads(const Rows& left, const Rows& right) {
  const std::size_t figures = figures_at(left, true);
  if (figures == 0 || figures != figures_at(right, false)) return false;
  if (left.heads == nullptr || right.heads == nullptr) return false;
  const auto count = [](const HalfLine& line) {
    return static_cast<std::size_t>(line.end - line.first);
  };
  double labels_end = right.rows.front()->first[1].box.x0;
  for (const HalfLine* row : right.rows) labels_end = std::min(labels_end, row->first[1].box.x0);
  const TextPiece* again = right.heads->first;
  while (again != right.heads->end && again->box.x1 <= labels_end) ++again;
  if (count(*left.heads) < figures) return false;
  if (static_cast<std::size_t>(right.heads->end - again) < figures) return false;
  return std::equal(again, again + figures, left.heads->end - figures,
                    [](const TextPiece& a, const TextPiece& b) { return a.text == b.text; });
}

struct Shared {
  std::size_t same = 0, all = 0;
};

// Lines of `a` within [top, bottom] that stand on a line of `b`, and all there.
Shared on_one_line(const std::vector<const HalfLine*>& a, const std::vector<const HalfLine*>& b,
                   double top, double bottom, double tolerance) {
  std::set<double> baselines;
  for (const HalfLine* line : b) baselines.insert(line->baseline);
  Shared shared;
  for (const HalfLine* line : a) {
    if (line->baseline < top - tolerance || line->baseline > bottom + tolerance) continue;
    ++shared.all;
    const auto near = baselines.lower_bound(line->baseline - tolerance);
    shared.same += near != baselines.end() && *near <= line->baseline + tolerance ? 1 : 0;
  }
  return shared;
}

// The widest white band between the columns of a side's rows and headings.
double widest_band(const Rows& table) {
  std::vector<std::pair<double, double>> extents;
  const auto add = [&](const HalfLine& line) {
    for (const TextPiece* piece = line.first; piece != line.end; ++piece)
      extents.emplace_back(piece->box.x0, piece->box.x1);
  };
  for (const HalfLine* row : table.rows) add(*row);
  if (table.heads != nullptr) add(*table.heads);
  std::sort(extents.begin(), extents.end());
  double widest = 0, end = extents.front().second;
  for (const auto& [x0, x1] : extents) {
    widest = std::max(widest, x0 - end);
    end = std::max(end, x1);
  }
  return widest;
}

// The last column's figures, of several widths, end at the same place, with their heading.
bool ends_flush(const Rows& table, double tolerance) {
  double left = table.rows.front()->end[-1].box.x0, right = table.rows.front()->end[-1].box.x1;
  double widest_start = left, narrowest_end = right;
  const auto add = [&](const HalfLine& line) {
    const Rect& box = line.end[-1].box;
    left = std::min(left, box.x0);
    widest_start = std::max(widest_start, box.x0);
    right = std::max(right, box.x1);
    narrowest_end = std::min(narrowest_end, box.x1);
  };
  for (const HalfLine* row : table.rows) add(*row);
  if (table.heads != nullptr) add(*table.heads);
  return right - narrowest_end <= tolerance && widest_start - left > tolerance;
}

// White space that no column inside a table would have: right-aligned figures stand close to what
// follows them, and here it is further away than anything on either side.
bool far_apart(const Rows& left, const Rows& right, double width, double unit,
               const SideOptions& options) {
  const double inner = std::max(widest_band(left), widest_band(right));
  return width >= options.far_gutter * unit && width >= options.far_band * inner &&
         ends_flush(left, options.flush * unit);
}

// Two tables: rows on lines of their own, or a sign that the second table has its own beginning:
// the same headings again, a title of its own, a label that stands in both, wide white space. A
// column of words inside one table (verdicts, units) has none of these.
bool are_two_tables(const Side& left, const Side& right, double unit, const SideOptions& options) {
  const Rows a = rows_of(left, unit, options), b = rows_of(right, unit, options);
  const double top = std::max(a.rows.front()->baseline, b.rows.front()->baseline);
  const double bottom = std::min(a.bottom, b.bottom);
  if (top > bottom + unit) return false;  // one above the other: no neighbours
  const auto closed = std::count_if(a.rows.begin(), a.rows.end(),
                                    [](const HalfLine* row) { return is_datum(*(row->end - 1)); });
  if (static_cast<double>(closed) < options.ends_in_figures * static_cast<double>(a.rows.size()))
    return false;
  const double tolerance = options.same_line * unit;
  const auto [same, all] = on_one_line(a.rows, b.rows, top, bottom, tolerance);
  if (all >= 2 && static_cast<double>(same) <= options.max_same_lines * static_cast<double>(all))
    return true;
  std::set<std::string> labels, others;
  for (const HalfLine* row : a.rows) labels.insert(row->first->text);
  for (const HalfLine* row : b.rows) others.insert(row->first->text);
  // A few words that come again and again are no labels.
  if (static_cast<double>(others.size()) < options.distinct * static_cast<double>(b.rows.size()))
    return false;
  if (same_heads(a, b)) return true;
  if (a.title != nullptr && b.title != nullptr) return true;
  if (far_apart(a, b, right.box.x0 - left.box.x1, unit, options)) return true;
  return std::any_of(others.begin(), others.end(),
                     [&](const std::string& label) { return labels.count(label) > 0; });
}

// Running text beside a table, and no column of long cells in it: it goes on above or below the
// table, or does not keep to the table's lines.
bool is_beside(const Side& text, const Side& table, double unit, const SideOptions& options) {
  const Rows rows = rows_of(table, unit, options);
  std::vector<const HalfLine*> lines, others;
  for (const HalfLine& line : text.lines) lines.push_back(&line);
  for (const HalfLine& line : table.lines) others.push_back(&line);
  const double tolerance = options.same_line * unit;
  const auto same_line = [&](double a, double b) { return std::abs(a - b) <= tolerance; };
  // The first line of the text beside the table.
  std::size_t start = 0;
  for (std::size_t i = 1; i < lines.size() && lines[i - 1]->baseline < rows.top - tolerance; ++i) {
    const double pitch = lines[i]->baseline - lines[i - 1]->baseline;
    if (pitch > options.text_pitch * lines[i - 1]->font_size) start = i;
  }
  // A short one at the height of the headings is a heading.
  if (same_line(lines[start]->baseline, rows.top) &&
      lines[start]->box.width() < options.filled * text.box.width()) {
    return false;
  }
  std::size_t above = 0, below = 0;
  for (const HalfLine* line : lines) {
    above += line->baseline < rows.top - options.title_room * unit ? 1 : 0;
    below += line->baseline > rows.bottom + unit ? 1 : 0;
  }
  if (above >= options.lines_above || below >= options.lines_below) return true;
  if (on_one_line({lines[start]}, others, rows.top, rows.bottom, tolerance).same == 0) return true;
  const auto [same, all] =
      on_one_line(lines, others, rows.top, rows.bottom, options.grid_line * unit);
  return all >= options.min_flow &&
         static_cast<double>(same) <= options.max_grid_lines * static_cast<double>(all);
}

}  // namespace

bool Side::is_table(const SideOptions& options) const { return rows >= 2 && !leans(options); }

bool Side::leans(const SideOptions& options) const {
  return static_cast<double>(bare) > options.max_bare * static_cast<double>(rows + bare);
}

Side look_left(const std::vector<TextLine>& lines, const Gutter& gutter,
               const std::vector<Rect>& charts, double unit, const SideOptions& options) {
  return look(lines, gutter, false, charts, unit, options);
}

Side look_right(const std::vector<TextLine>& lines, const Gutter& gutter,
                const std::vector<Rect>& charts, double unit, const SideOptions& options) {
  return look(lines, gutter, true, charts, unit, options);
}

bool stand_apart(const Side& left, const Side& right, double unit, const SideOptions& options) {
  if (left.lines.empty() || right.lines.empty()) return false;
  const auto chart_beside = [&](const Side& chart, const Side& other) {
    return chart.chart_share >= options.in_chart && other.chart_share <= options.beside_chart;
  };
  if (chart_beside(left, right) || chart_beside(right, left)) return true;
  if (left.leans(options) || right.leans(options)) return false;
  const bool left_flows = flows(left, unit, options), right_flows = flows(right, unit, options);
  if (left_flows && right_flows) return true;
  const bool left_table = left.is_table(options), right_table = right.is_table(options);
  if (left_flows && right_table) return is_beside(left, right, unit, options);
  if (left_table && right_flows) return is_beside(right, left, unit, options);
  return left_table && right_table && are_two_tables(left, right, unit, options);
}

}  // namespace parsers
