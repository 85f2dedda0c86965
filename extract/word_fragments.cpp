#include "extract/word_fragments.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

#include "extract/double_strike.h"
#include "extract/glyph_text.h"
#include "extract/text_direction.h"

namespace extract {
namespace {

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
bool is_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F);
}

class FragmentFinder {
 public:
  FragmentFinder(const DrawnText& drawn, const WordOptions& options)
      : drawn_(drawn),
        options_(options),
        strikes_(drawn, options.strike_distance),
        struck_twice_(drawn.glyphs.size()) {}

  WordFragments find() {
    split();
    join();
    return {std::move(pieces_), std::move(fragments_), std::move(struck_twice_)};
  }

 private:
  const GlyphStyle& style(const Fragment& fragment) const { return drawn_.styles[fragment.style]; }

  bool same_kind(const GlyphStyle& a, const GlyphStyle& b) const {
    return a.rotation == b.rotation && a.invisible == b.invisible && a.artifact == b.artifact;
  }

  // Of the same size, or capitals of a fake small-capital font: "S" and "UMMA".
  bool same_size(const DrawnGlyph& a, const DrawnGlyph& b) const {
    const double size_a = drawn_.styles[a.style].font_size;
    const double size_b = drawn_.styles[b.style].font_size;
    if (std::abs(size_a - size_b) <= options_.size_tolerance * size_a) return true;
    return std::min(size_a, size_b) >= options_.small_capital * std::max(size_a, size_b) &&
           is_capital(first_code_point(drawn_.text_of(a))) &&
           is_capital(first_code_point(drawn_.text_of(b)));
  }

  // How wide a gap between the two may be, in points. Another marked content is another run of text
  // in the source, perhaps another cell: there they must touch.
  double widest_gap(const GlyphStyle& a, const GlyphStyle& b) const {
    return (a.content_id == b.content_id ? options_.word_gap : options_.content_gap) * a.font_size;
  }

  // Drawing order → fragments. A glyph goes on the last fragment or opens one.
  void split() {
    fragments_.reserve(drawn_.glyphs.size() / 4 + 1);
    pieces_.reserve(drawn_.glyphs.size());
    for (std::uint32_t i = 0; i < drawn_.glyphs.size(); ++i) {
      const DrawnGlyph& glyph = drawn_.glyphs[i];
      const GlyphStyle& glyph_style = drawn_.styles[glyph.style];
      const double position = along(glyph_style.rotation, glyph.x, glyph.y);
      const double base = across(glyph_style.rotation, glyph.x, glyph.y);
      if (glyph.space) {
        end_by_space(glyph_style, position, base);
        continue;
      }
      if (const auto earlier = strikes_.earlier(i)) {
        if (!glyph_style.invisible) struck_twice_[*earlier] = true;
        continue;
      }
      if (!open_ || !append(i, position, base)) start(i, position, base);
    }
  }

  void end_by_space(const GlyphStyle& space, double position, double base) {
    if (!open_) return;
    Fragment& last = fragments_.back();
    const double em = style(last).font_size;
    last.space_after = style(last).rotation == space.rotation && std::abs(base - last.base) < em &&
                       std::abs(position - last.to) < em;
    open_ = false;
  }

  void start(std::uint32_t index, double position, double base) {
    const DrawnGlyph& glyph = drawn_.glyphs[index];
    Fragment fragment;
    fragment.style = glyph.style;
    fragment.begin = static_cast<std::uint32_t>(pieces_.size());
    fragment.end = fragment.begin + 1;
    fragment.from = position;
    fragment.to = position + glyph.advance;
    fragment.base = base;
    pieces_.push_back({index});
    fragments_.push_back(fragment);
    open_ = true;
  }

  bool append(std::uint32_t index, double position, double base) {
    Fragment& last = fragments_.back();
    const GlyphStyle& before = style(last);
    const DrawnGlyph& glyph = drawn_.glyphs[index];
    const GlyphStyle& now = drawn_.styles[glyph.style];
    if (!same_kind(before, now)) return false;
    if (combine(index, position, base)) return true;
    const double em = before.font_size;
    const double spacing = glyph.style == last.style
                               ? std::clamp(now.letter_spacing, 0.0, options_.letter_spacing * em)
                               : 0.0;
    const double gap = position - last.to - spacing;
    if (std::abs(base - last.base) > options_.baseline_tolerance * em) return false;
    if (gap > widest_gap(drawn_.styles[drawn_.glyphs[pieces_.back().glyph].style], now) ||
        gap < -options_.overlap * em || !same_size(drawn_.glyphs[pieces_.back().glyph], glyph)) {
      return false;
    }
    pieces_.push_back({index});
    last.end = static_cast<std::uint32_t>(pieces_.size());
    last.to = position + glyph.advance;
    return true;
  }

  // An accent drawn over a letter, before it ("¨" then "a", as TeX does) or after it.
  bool combine(std::uint32_t index, double position, double base) {
    Fragment& last = fragments_.back();
    GlyphPiece& piece = pieces_.back();
    const double em = style(last).font_size;
    if (std::abs(base - last.base) > em / 2) return false;
    const DrawnGlyph& old = drawn_.glyphs[piece.glyph];
    const DrawnGlyph& glyph = drawn_.glyphs[index];
    const bool old_accent = combining_mark(first_code_point(drawn_.text_of(old))) != 0;
    const bool new_accent = combining_mark(first_code_point(drawn_.text_of(glyph))) != 0;
    if (old_accent == new_accent || piece.accent != GlyphPiece::kNone) return false;
    const double old_from = last.to - old.advance;
    const double shared = overlap(old_from, last.to, position, position + glyph.advance);
    const double narrow = std::min(old.advance, glyph.advance);
    if (shared < narrow / 2) return false;
    if (old_accent) {
      piece = {index, piece.glyph};
      last.to = position + glyph.advance;
      if (last.end - last.begin == 1) {
        last.from = position;
        last.base = base;
        last.style = glyph.style;
      }
    } else {
      piece.accent = index;
    }
    return true;
  }

  // Fragments that touch on one baseline become one word, in whatever order they were drawn.
  void join() {
    std::vector<std::uint32_t> order(fragments_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      const Fragment& one = fragments_[a];
      const Fragment& two = fragments_[b];
      const auto kind = [&](const Fragment& fragment) {
        const GlyphStyle& look = style(fragment);
        return std::tuple(look.rotation, look.invisible, look.artifact);
      };
      if (kind(one) != kind(two)) return kind(one) < kind(two);
      if (one.base != two.base) return one.base < two.base;
      return a < b;
    });
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin + 1;
      const Fragment& top = fragments_[order[begin]];
      while (end < order.size() && same_baseline(top, fragments_[order[end]])) ++end;
      const std::span<std::uint32_t> line(order.data() + begin, end - begin);
      std::sort(line.begin(), line.end(), [&](std::uint32_t a, std::uint32_t b) {
        return fragments_[a].from != fragments_[b].from ? fragments_[a].from < fragments_[b].from
                                                        : a < b;
      });
      join_line(line);
      begin = end;
    }
  }

  bool same_baseline(const Fragment& a, const Fragment& b) const {
    return same_kind(style(a), style(b)) &&
           std::abs(a.base - b.base) <= options_.baseline_tolerance * style(a).font_size;
  }

  void link(std::uint32_t left, std::uint32_t right) {
    fragments_[left].next = right;
    fragments_[right].joined = true;
  }

  void join_line(std::span<const std::uint32_t> line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      const Fragment& left = fragments_[line[i]];
      const Fragment& right = fragments_[line[i + 1]];
      const double em = style(left).font_size;
      const double gap = right.from - left.to;
      if (!left.space_after && same_kind(style(left), style(right)) &&
          gap <= widest_gap(style(left), style(right)) && gap >= -options_.word_gap * em &&
          same_size(drawn_.glyphs[pieces_[left.end - 1].glyph],
                    drawn_.glyphs[pieces_[right.begin].glyph])) {
        link(line[i], line[i + 1]);
      }
    }
    for (std::size_t begin = 0; begin < line.size();) {
      std::size_t end = begin;
      while (end < line.size() && spaced_letter(fragments_[line[end]]) &&
             (end == begin || near(fragments_[line[end - 1]], fragments_[line[end]]))) {
        ++end;
      }
      if (static_cast<int>(end - begin) >= options_.spaced_letter_count) {
        join_spaced_letters(line.subspan(begin, end - begin));
      }
      begin = std::max(end, begin + 1);
    }
  }

  bool spaced_letter(const Fragment& fragment) const {
    if (fragment.next != Fragment::kNone || fragment.joined || fragment.space_after) return false;
    if (fragment.end - fragment.begin != 1) return false;
    return is_letter(
        first_code_point(drawn_.text_of(drawn_.glyphs[pieces_[fragment.begin].glyph])));
  }

  bool near(const Fragment& left, const Fragment& right) const {
    return same_kind(style(left), style(right)) &&
           same_size(drawn_.glyphs[pieces_[left.begin].glyph],
                     drawn_.glyphs[pieces_[right.begin].glyph]) &&
           right.from - left.to <= 2 * options_.spaced_letter_gap * style(left).font_size;
  }

  // The commonest gap is that between letters; clearly wider ones part words. Anything in between
  // leaves the letters alone.
  void join_spaced_letters(std::span<const std::uint32_t> run) {
    const double em = style(fragments_[run[0]]).font_size;
    std::vector<double> gaps;
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
      gaps.push_back(fragments_[run[i + 1]].from - fragments_[run[i]].to);
    }
    std::vector<double> sorted = gaps;
    std::sort(sorted.begin(), sorted.end());
    const double usual = sorted[sorted.size() / 2];
    if (usual > options_.spaced_letter_gap * em) return;
    for (const double gap : gaps) {
      const double more = gap - usual;
      if (more < -options_.spaced_letter_spread * em) return;
      if (more > options_.spaced_letter_spread * em && more < 2 * options_.word_gap * em) return;
    }
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      if (gaps[i] - usual <= options_.spaced_letter_spread * em) link(run[i], run[i + 1]);
    }
  }

  const DrawnText& drawn_;
  const WordOptions& options_;
  std::vector<GlyphPiece> pieces_;
  std::vector<Fragment> fragments_;
  DoubleStrike strikes_;
  std::vector<bool> struck_twice_;  // by glyph
  bool open_ = false;               // the last fragment may go on
};

}  // namespace

WordFragments find_fragments(const DrawnText& drawn, const WordOptions& options) {
  return FragmentFinder(drawn, options).find();
}

}  // namespace extract
