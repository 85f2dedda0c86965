#include "extract/words.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "extract/double_strike.h"
#include "extract/glyph_text.h"

namespace extract {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Positions in the text's own directions: `along` grows in reading direction, `across` downwards.
double along(int rotation, double x, double y) {
  switch (rotation) {
    case 90:
      return y;
    case 180:
      return -x;
    case 270:
      return -y;
    default:
      return x;
  }
}
double across(int rotation, double x, double y) {
  switch (rotation) {
    case 90:
      return -x;
    case 180:
      return -y;
    case 270:
      return x;
    default:
      return y;
  }
}
Rect page_rect(int rotation, double from, double to, double top, double bottom) {
  switch (rotation) {
    case 90:
      return {-bottom, from, -top, to};
    case 180:
      return {-to, -bottom, -from, -top};
    case 270:
      return {top, -to, bottom, -from};
    default:
      return {from, top, to, bottom};
  }
}

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}
bool is_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F);
}

struct Piece {
  std::uint32_t glyph = 0;
  std::uint32_t accent = kNone;  // glyph of an accent drawn over this one
};

// Glyphs drawn one after the other that belong to one word; pieces [begin, end).
struct Fragment {
  std::uint32_t style = 0;
  std::uint32_t begin = 0, end = 0;
  double from = 0, to = 0;  // along
  double base = 0;          // across
  bool space_after = false;
  bool joined = false;         // another fragment's `next`
  std::uint32_t next = kNone;  // the fragment that goes on this word
  std::uint32_t first = 0;     // smallest fragment index of the word: its place in drawing order
};

class WordBuilder {
 public:
  WordBuilder(const DrawnText& drawn, const WordOptions& options)
      : drawn_(drawn),
        options_(options),
        strikes_(drawn, options.strike_distance),
        struck_twice_(drawn.glyphs.size()) {}

  std::vector<Word> build() {
    split();
    join();
    return words();
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
    fragment.first = static_cast<std::uint32_t>(fragments_.size());
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
    Piece& piece = pieces_.back();
    const double em = style(last).font_size;
    if (std::abs(base - last.base) > em / 2) return false;
    const DrawnGlyph& old = drawn_.glyphs[piece.glyph];
    const DrawnGlyph& glyph = drawn_.glyphs[index];
    const bool old_accent = combining_mark(first_code_point(drawn_.text_of(old))) != 0;
    const bool new_accent = combining_mark(first_code_point(drawn_.text_of(glyph))) != 0;
    if (old_accent == new_accent || piece.accent != kNone) return false;
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
      if (style(one).rotation != style(two).rotation) {
        return style(one).rotation < style(two).rotation;
      }
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
    return style(a).rotation == style(b).rotation &&
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
    if (fragment.next != kNone || fragment.joined || fragment.space_after) return false;
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

  std::vector<Word> words() {
    std::vector<std::uint32_t> heads;
    heads.reserve(fragments_.size());
    for (std::uint32_t i = 0; i < fragments_.size(); ++i) {
      if (fragments_[i].joined) continue;
      for (std::uint32_t j = fragments_[i].next; j != kNone; j = fragments_[j].next) {
        fragments_[i].first = std::min(fragments_[i].first, j);
      }
      heads.push_back(i);
    }
    std::sort(heads.begin(), heads.end(), [&](std::uint32_t a, std::uint32_t b) {
      return fragments_[a].first < fragments_[b].first;
    });
    std::vector<Word> result;
    result.reserve(heads.size());
    for (const std::uint32_t head : heads) result.push_back(word(head));
    return result;
  }

  Word word(std::uint32_t head) const {
    const Fragment& first = fragments_[head];
    const GlyphStyle& look = style(first);
    Word word;
    word.font_size = look.font_size;
    word.rotation = look.rotation;
    word.bold = look.bold;
    word.italic = look.italic;
    word.invisible = look.invisible;
    word.color = look.color;
    word.content_id = look.content_id;
    word.artifact = look.artifact;
    word.baseline = look.rotation == 90 || look.rotation == 180 ? -first.base : first.base;
    const double top = first.base - look.ascent * look.font_size;
    const double bottom = first.base - look.descent * look.font_size;
    std::size_t glyphs = 0;
    for (std::uint32_t i = head; i != kNone; i = fragments_[i].next) {
      glyphs += fragments_[i].end - fragments_[i].begin;
    }
    word.glyphs.reserve(glyphs);
    for (std::uint32_t i = head; i != kNone; i = fragments_[i].next) {
      const Fragment& fragment = fragments_[i];
      word.space_after = fragment.space_after;
      for (std::uint32_t p = fragment.begin; p < fragment.end; ++p) {
        const DrawnGlyph& glyph = drawn_.glyphs[pieces_[p].glyph];
        if (struck_twice_[pieces_[p].glyph]) word.bold = true;
        Glyph out;
        out.text = drawn_.text_of(glyph);
        if (pieces_[p].accent != kNone) {
          const std::string_view accent = drawn_.text_of(drawn_.glyphs[pieces_[p].accent]);
          append_glyph_text(combining_mark(first_code_point(accent)), out.text);
          compose(out.text);
        }
        const double from = along(look.rotation, glyph.x, glyph.y);
        out.box = page_rect(look.rotation, from, from + glyph.advance, top, bottom);
        word.text += out.text;
        word.box = unite(word.box, out.box);
        word.glyphs.push_back(std::move(out));
      }
    }
    compose(word.text);
    return word;
  }

  const DrawnText& drawn_;
  const WordOptions& options_;
  std::vector<Piece> pieces_;
  std::vector<Fragment> fragments_;
  DoubleStrike strikes_;
  std::vector<bool> struck_twice_;  // by glyph
  bool open_ = false;               // the last fragment may go on
};

}  // namespace

std::vector<Word> build_words(const DrawnText& drawn, const WordOptions& options) {
  return WordBuilder(drawn, options).build();
}

}  // namespace extract
