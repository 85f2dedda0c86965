#include "parsers/text_lines.h"

#include <algorithm>
#include <cmath>

#include "parsers/column_numbers.h"
#include "parsers/median.h"

namespace parsers {
namespace {

using extract::Ruling;
using extract::Word;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Minus signs of the wild: hyphen, U+2212, en dash.
bool is_sign(const std::string& text) {
  return text == "-" || text == "+" || text == "\u2212" || text == "\u2013";
}

std::size_t sign_length(const std::string& text) {
  if (text.starts_with("-") || text.starts_with("+") || text.starts_with("(")) return 1;
  if (text.starts_with("\u2212") || text.starts_with("\u2013")) return 3;
  return 0;
}

// "12", "-12", "+5", "(7": may be followed by a group of three digits.
bool starts_group(const std::string& text) {
  const std::size_t start = sign_length(text);
  const std::size_t digits = text.size() - start;
  return digits >= 1 && digits <= 3 &&
         std::all_of(text.begin() + static_cast<long>(start), text.end(), is_digit);
}

// "345", "345,6", "345%", "345)": three digits and nothing that would begin a number.
bool continues_group(const std::string& text) {
  if (text.size() < 3 || !is_digit(text[0]) || !is_digit(text[1]) || !is_digit(text[2]))
    return false;
  return text.size() == 3 || !is_digit(text[3]);
}

// Exactly three digits: a further group may follow.
bool whole_group(const std::string& text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), is_digit);
}

// A currency's sign alone: often in a place of its own, left of the column's widest figure.
bool is_currency(const std::string& text) {
  return text == "$" || text == "€" || text == "£" || text == "US$";
}

bool begins_numeric(const std::string& text) {
  const std::size_t start = sign_length(text);
  return start < text.size() && is_digit(text[start]);
}

// A word that is a figure by itself: "12", "-3,5", "85%".
bool is_numeric(const std::string& text) {
  if (!begins_numeric(text)) return false;
  return std::all_of(text.begin() + static_cast<long>(sign_length(text)), text.end(), [](char c) {
    return is_digit(c) || c == ',' || c == '.' || c == '%' || c == '*' || c == ')';
  });
}

// "July 1, 2009": a day and its year.
bool is_day_before_year(const std::string& day, const std::string& year) {
  const bool is_day = day.size() >= 2 && day.size() <= 3 && day.back() == ',' &&
                      std::all_of(day.begin(), day.end() - 1, is_digit);
  return is_day && year.size() >= 4 && std::all_of(year.begin(), year.begin() + 4, is_digit);
}

// The piece that is being built: its words without raised marks, and the gaps between them.
struct OpenPiece {
  std::vector<const Word*> words;
  std::vector<double> gaps;  // words.size() - 1

  const Word& last() const { return *words.back(); }
  // Much wider than the narrowest space inside the piece: a column's gutter, be it ever so small.
  // Spaces of one line are alike unless it is justified, and rows of figures are not.
  bool wider(double gap, const LineOptions& options) const {
    if (gaps.empty()) return false;
    return gap >
           options.wider_gap * *std::min_element(gaps.begin(), gaps.end()) + options.gap_noise;
  }
};

// Leader dots at the end of the open piece: "Total......", or dots one by one.
bool ends_in_leader(const std::vector<const Word*>& members) {
  const std::string& last = members.back()->text;
  if (last.ends_with("...")) return true;
  return last == "." && members.size() > 1 && members[members.size() - 2]->text == ".";
}

// Whether word `next`, `gap` after it, belongs to the open piece.
bool joins(const OpenPiece& piece, const Word& next, bool next_raised, double gap, double u,
           const LineOptions& options) {
  const auto& members = piece.words;
  const Word& last = piece.last();
  if (next_raised) return gap <= options.raised_gap * u;
  if (is_currency(last.text)) {
    const bool figure = begins_numeric(next.text) || classify_cell(next.text) == CellClass::missing;
    return gap <= (figure && members.size() == 1 ? options.currency_gap : options.text_gap) * u;
  }
  if (ends_in_leader(members) && (begins_numeric(next.text) || is_currency(next.text)))
    return false;
  if (is_sign(last.text) && begins_numeric(next.text) && sign_length(next.text) == 0) {
    // A sign alone: belongs to the number, unless it is the minus of a label ("100 - 7 klasser").
    return members.size() == 1 ? gap <= options.sign_gap * u : gap <= options.number_gap * u;
  }
  if (members.size() > 1 && is_day_before_year(last.text, next.text)) {
    return gap <= options.text_gap * u;
  }
  if (is_numeric(last.text) && begins_numeric(next.text)) {
    if (next.text.starts_with("(")) return gap <= options.number_gap * u;  // "345 (28)"
    if (gap > options.number_gap * u || !continues_group(next.text)) return false;
    if (piece.wider(gap, options)) return false;
    // "1 654 006": a start of at most three digits, then groups of exactly three.
    std::size_t i = members.size() - 1;
    while (i > 0 && whole_group(members[i]->text) && is_numeric(members[i - 1]->text) &&
           starts_group(members[i - 1]->text)) {
      --i;
    }
    return starts_group(last.text) && starts_group(members[i]->text);
  }
  if (is_numeric(last.text) && is_sign(next.text)) return gap <= options.number_gap * u;
  if (next.text == "%") return gap <= options.text_gap * u;
  if (is_numeric(last.text) || begins_numeric(next.text)) {
    return gap <= options.number_gap * u && !piece.wider(gap, options);
  }
  return gap <= options.text_gap * u;
}

// In a run of groups the first gap may be the gutter: "5  200 300" with a wide and a narrow gap is
// 5 and 200 300. The index of the first word after such a gutter, or 0.
std::size_t late_gutter(const OpenPiece& piece, double gap, const Word& next,
                        const LineOptions& options) {
  if (!continues_group(next.text) || piece.gaps.empty()) return 0;
  const std::size_t last = piece.gaps.size() - 1;
  const bool numbers =
      is_numeric(piece.words[last]->text) && is_numeric(piece.words[last + 1]->text);
  return numbers && piece.gaps[last] > options.wider_gap * gap + options.gap_noise ? last + 1 : 0;
}

bool ruling_between(const std::vector<Ruling>& verticals, double x0, double x1, double y) {
  // Rulings are sorted by position.
  auto it = std::lower_bound(verticals.begin(), verticals.end(), x0,
                             [](const Ruling& r, double x) { return r.position < x; });
  for (; it != verticals.end() && it->position <= x1; ++it) {
    if (it->from <= y && it->to >= y) return true;
  }
  return false;
}

const char* superscript(char c) {
  static const char* const digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  if (is_digit(c)) return digits[c - '0'];
  if (c == '(') return "⁽";
  if (c == ')') return "⁾";
  return nullptr;
}

std::string raise(const std::string& text) {
  std::string raised;
  for (char c : text) {
    if (const char* mark = superscript(c)) {
      raised += mark;
    } else {
      raised += c;
    }
  }
  return raised;
}

}  // namespace

PageWords::PageWords(const extract::Page& page, const LineOptions& options)
    : page_(&page), raised_(page.words.size(), false), baseline_(page.words.size(), 0) {
  std::vector<double> sizes;
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    baseline_[i] = word.baseline;
    if (word.invisible || word.text.empty()) continue;
    if (word.rotation != 0) {
      // What reads across the page for others reads down or up it here: lines differ in x.
      baseline_[i] = word.rotation == 90 ? page.width - word.box.center_x() : word.box.center_x();
      if (word.rotation != 180) rotated_.push_back(i);
      continue;
    }
    upright_.push_back(i);
    sizes.push_back(word.font_size);
  }
  unit_ = std::max(1.0, median(std::move(sizes), unit_));
  // A raised mark: a small word whose left neighbour, just before it, stands lower. Candidates are
  // sought among words sorted by their right edge.
  std::vector<std::size_t> by_right = upright_;
  std::sort(by_right.begin(), by_right.end(), [&](std::size_t a, std::size_t b) {
    return page.words[a].box.x1 < page.words[b].box.x1;
  });
  for (std::size_t i : upright_) {
    const Word& mark = page.words[i];
    if (mark.text.size() > 4 || mark.font_size > options.raised_size * unit_ * 1.5) continue;
    auto it =
        std::lower_bound(by_right.begin(), by_right.end(), mark.box.x0 - options.raised_gap * unit_,
                         [&](std::size_t w, double x) { return page.words[w].box.x1 < x; });
    for (; it != by_right.end(); ++it) {
      const Word& base = page.words[*it];
      if (base.box.x1 > mark.box.x0 + options.raised_gap * unit_) break;
      const double u = base.font_size;
      const double rise = base.baseline - mark.baseline;
      if (*it == i || mark.font_size > options.raised_size * u) continue;
      if (rise < options.raised_rise * u || rise > 0.7 * u) continue;
      raised_[i] = true;
      baseline_[i] = base.baseline;
      break;
    }
  }
}

std::string PageWords::text(const std::vector<std::size_t>& words) const {
  std::string text;
  const Word* last = nullptr;
  for (std::size_t i : words) {
    const Word& word = page_->words[i];
    if (raised_[i] && last != nullptr) {
      text += raise(word.text);
    } else {
      const bool touching = last != nullptr && word.rotation == 0 && !last->space_after &&
                            word.box.x0 - last->box.x1 < 0.08 * word.font_size &&
                            std::abs(word.baseline - last->baseline) < 0.3 * word.font_size;
      if (!text.empty() && !touching) text += ' ';
      text += word.text;
    }
    last = &word;
  }
  return text;
}

std::string line_text(const TextLine& line) {
  std::string text;
  for (const TextPiece& piece : line.pieces) {
    if (!text.empty()) text += ' ';
    text += piece.text;
  }
  return text;
}

TextPiece make_piece(const PageWords& words, std::vector<std::size_t> members) {
  TextPiece piece;
  piece.words = std::move(members);
  piece.text = words.text(piece.words);
  piece.bold = true;
  for (std::size_t i : piece.words) {
    const Word& word = words.page().words[i];
    piece.box = extract::unite(piece.box, word.box);
    if (!words.raised(i)) {
      piece.font_size = std::max(piece.font_size, word.font_size);
      piece.bold = piece.bold && word.bold;
    }
  }
  piece.baseline = words.baseline(piece.words.front());
  piece.cell_class = classify_cell(piece.text);
  return piece;
}

std::vector<TextLine> find_lines(const PageWords& words,
                                 const std::vector<Ruling>& vertical_rulings,
                                 const LineOptions& options) {
  const auto& all = words.page().words;
  std::vector<std::size_t> order = words.upright();
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return words.baseline(a) < words.baseline(b);
  });
  std::vector<TextLine> lines;
  for (std::size_t begin = 0; begin < order.size();) {
    const double first = words.baseline(order[begin]);
    std::size_t end = begin;
    while (end < order.size() &&
           words.baseline(order[end]) - first <=
               options.baseline_tolerance *
                   std::min(all[order[begin]].font_size, all[order[end]].font_size)) {
      ++end;
    }
    end = std::max(end, begin + 1);
    std::vector<std::size_t> row(order.begin() + static_cast<long>(begin),
                                 order.begin() + static_cast<long>(end));
    begin = end;
    std::stable_sort(row.begin(), row.end(),
                     [&](std::size_t a, std::size_t b) { return all[a].box.x0 < all[b].box.x0; });
    TextLine line;
    std::vector<std::size_t> members;
    OpenPiece open;
    auto flush = [&] {
      if (members.empty()) return;
      TextPiece piece = make_piece(words, members);
      line.box = extract::unite(line.box, piece.box);
      line.font_size = std::max(line.font_size, piece.font_size);
      line.pieces.push_back(std::move(piece));
      members.clear();
      open = {};
    };
    for (std::size_t at = 0; at < row.size(); ++at) {
      const std::size_t i = row[at];
      const Word& word = all[i];
      const bool raised = words.raised(i);
      double gap = 0;
      if (!members.empty()) {
        const Word& last = open.last();
        const double u =
            std::max(1.0, raised ? last.font_size : std::min(last.font_size, word.font_size));
        gap = word.box.x0 - last.box.x1;
        const double middle = word.baseline - 0.3 * word.font_size;
        // Dots one by one lead from their label, a year as well as a text, wherever the first
        // stands.
        const bool leads = word.text == "." && at + 1 < row.size() &&
                           all[row[at + 1]].text == "." && gap <= options.leader_gap * u;
        if (!(leads || joins(open, word, raised, gap, u, options)) ||
            ruling_between(vertical_rulings, last.box.x1 - 0.5, word.box.x0 + 0.5, middle)) {
          flush();
        } else if (const std::size_t cut = late_gutter(open, gap, word, options);
                   cut > 0 && open.words.size() == members.size()) {
          std::vector<std::size_t> kept(members.begin() + static_cast<long>(cut), members.end());
          members.resize(cut);
          flush();
          members = std::move(kept);
          for (std::size_t k : members) open.words.push_back(&all[k]);
        }
      }
      if (!raised || members.empty()) {
        // A raised mark is no neighbour for what follows: the word before it is.
        if (!open.words.empty()) open.gaps.push_back(gap);
        open.words.push_back(&word);
      }
      members.push_back(i);
    }
    flush();
    line.baseline = line.pieces.front().baseline;
    if (line.pieces.front().cell_class == CellClass::number) {
      std::vector<std::string> texts;
      for (const TextPiece& piece : line.pieces) texts.push_back(piece.text);
      if (numbers_columns(texts, {})) {
        for (TextPiece& piece : line.pieces) piece.cell_class = CellClass::text;
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace parsers
