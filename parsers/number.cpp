#include "parsers/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "parsers/codepoint.h"
#include "parsers/unit.h"

namespace parsers {

namespace {

constexpr std::size_t kLongestCell = 120;  // bytes; a longer cell is prose, whatever it begins with
constexpr std::size_t kMaxDigits = 18;     // of a figure: all such fit in 64 bits
constexpr std::size_t kMaxDecimals = 6;    // more are identifiers or read errors
constexpr std::size_t kDateDigits = 6;     // 230324

struct Prefix {
  std::string_view text;
  std::string_view qualifier;
};

// Longer spellings before their own beginnings.
constexpr auto kPrefixes = std::to_array<Prefix>({
    {"ungefär ", "ungefär"}, {"ung. ", "ungefär"},    {"ung ", "ungefär"},
    {"cirka ", "ungefär"},   {"ca. ", "ungefär"},     {"ca ", "ungefär"},
    {"c:a ", "ungefär"},     {"omkring ", "ungefär"}, {"runt ", "ungefär"},
    {"~", "ungefär"},        {"≈", "ungefär"},        {"drygt ", "drygt"},
    {"knappt ", "knappt"},   {"nästan ", "nästan"},   {"minst ", "minst"},
    {"≥", "minst"},          {">=", "minst"},         {"mer än ", "mer än"},
    {"över ", "mer än"},     {">", "mer än"},         {"högst ", "högst"},
    {"max ", "högst"},       {"max. ", "högst"},      {"≤", "högst"},
    {"<=", "högst"},         {"under ", "mindre än"}, {"mindre än ", "mindre än"},
    {"<", "mindre än"},
});

bool is_year(const Decimal& value) {
  return value.scale == 0 && value.digits >= 1900 && value.digits < 2100;
}

bool digit(char c) { return is_digit(static_cast<unsigned char>(c)); }

// The cell in plain_lower form, with superscript digits as "^1" so that they never join a number.
std::string plain_form(std::string_view text) {
  // Every raised character begins with one of these bytes.
  if (text.find_first_of("\xC2\xE2") == std::string_view::npos) return plain_lower(text);
  std::string marked;
  marked.reserve(text.size());
  while (!text.empty()) {
    const char32_t c = take_codepoint(text);
    const bool square = marked.ends_with('m') && (c == U'²' || c == U'³');
    if (const int raised = superscript_digit(c); raised >= 0 && !square) {
      marked += '^';
      marked += static_cast<char>('0' + raised);
    } else if (c == U'⁾') {
      marked += ')';
    } else if (c == U'⁽') {
      marked += '^';  // "⁽¹⁾" is the mark "¹", and no raised parenthesis a minus
    } else {
      append_utf8(marked, c);
    }
  }
  return plain_lower(marked);
}

Figures refused(std::string_view reason) {
  Figures figures;
  figures.refusal = reason;
  return figures;
}

// A number as printed, before it is judged: the pieces between its marks.
struct Magnitude {
  std::string digits;  // without marks
  int scale = 0;
  std::size_t whole = 0;  // digits before the decimal mark
  bool grouped = false;
};

class Scanner {
 public:
  Scanner(std::string_view text, const NumberStyle& style) : text_(text), style_(style) {}

  Figures run() {
    Figures result;
    const std::optional<Figure> first = figure();
    if (first) {
      marks(result.marks);
      spaces();
      if (done()) {
        result.figures = {*first};
      } else if (const auto second = parenthesised(result)) {
        result.figures = {*first};
        if (!second->qualifier.empty()) result.figures.push_back(*second);
      }
    }
    if (result.figures.empty()) result = refused(refusal_);
    return result;
  }

 private:
  bool done() const { return at_ == text_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void spaces() {
    while (peek() == ' ') ++at_;
  }
  std::string_view digits() {
    const std::size_t start = at_;
    while (digit(peek())) ++at_;
    return text_.substr(start, at_ - start);
  }
  std::nullopt_t refuse(std::string_view reason) {
    if (refusal_.empty()) refusal_ = reason;
    return std::nullopt;
  }

  bool fail(std::string_view reason) {
    refuse(reason);
    return false;
  }

  // [approximation] [sign] magnitude [unit], or all of it in parentheses.
  std::optional<Figure> figure() {
    Figure result;
    for (const Prefix& prefix : kPrefixes) {
      if (digit(peek())) break;  // most figures have none
      if (!text_.substr(at_).starts_with(prefix.text)) continue;
      at_ += prefix.text.size();
      spaces();
      result.qualifier = prefix.qualifier;
      break;
    }
    const bool in_parentheses = result.qualifier.empty() && take('(');
    if (!signed_magnitude(result) || !printed_unit(result.unit)) return std::nullopt;
    if (in_parentheses) {
      if (!take(')')) return refuse("parenthesis is not closed");
      // Accounting writes a negative number in parentheses.
      if (style_.parentheses_are_negative && result.value.digits > 0) {
        result.value = negate(result.value);
      }
      result.qualifier = "i parentes";
    }
    return result;
  }

  bool signed_magnitude(Figure& result) {
    bool minus = peek() == '-';
    const bool sign_before = minus || peek() == '+';
    if (sign_before) {
      ++at_;
      spaces();
    }
    const auto magnitude = this->magnitude();
    if (!magnitude) return false;
    const std::string& all = magnitude->digits;
    std::int64_t value = 0;
    if (all.size() > kMaxDigits) return fail("too many digits");
    std::from_chars(all.data(), all.data() + all.size(), value);
    // Ledgers write the minus behind: "14,2-". Not "2019-", which leaves a span of years open, nor
    // "1-".
    const bool open_year =
        magnitude->scale == 0 && !magnitude->grouped && value >= 1900 && value < 2100;
    if (!sign_before && peek() == '-' && at_ + 1 == text_.size() && all.size() > 1 && !open_year) {
      ++at_;
      minus = true;
    }
    result.value = {minus ? -value : value, magnitude->scale};
    return true;
  }

  std::optional<Magnitude> magnitude() {
    Magnitude m;
    m.digits = digits();
    if (m.digits.empty()) return refuse(done() ? "no digits" : "words, not a figure");
    const std::size_t first = m.digits.size();
    if (!space_groups(m, first)) return std::nullopt;
    m.whole = m.digits.size();
    if (peek() == '.' && digit(peek(1))) {
      if (!points(m, first)) return std::nullopt;
    } else if (peek() == ',' && digit(peek(1))) {
      if (!commas(m, first)) return std::nullopt;
    }
    if (m.digits.front() == '0' && m.whole > 1) return refuse("leading zero: a code, not a figure");
    if (!m.grouped && m.scale == 0 && possible_date(m.digits)) return refuse("may be a date");
    return m;
  }

  // " 234 567" after one to three digits. A note "1)" may follow a number after a space.
  bool space_groups(Magnitude& m, std::size_t first) {
    while (peek() == ' ' && digit(peek(1))) {
      const std::size_t before = at_++;
      const std::string_view group = digits();
      if (group.size() <= 2 && peek() == ')' && !m.digits.empty()) {
        at_ = before;
        return true;
      }
      if (group.size() != 3 || first > 3) return fail("malformed groups of digits");
      m.digits += group;
      m.grouped = true;
    }
    return true;
  }

  // The runs of digits after one kind of mark: "234" and "567" of ".234.567".
  struct Pieces {
    std::array<std::string_view, 6> runs;
    std::size_t count = 0;
    bool threes = true;  // every run has three digits
  };

  // Reads ".ddd.ddd" as groups or ".dd" as decimals.
  bool points(Magnitude& m, std::size_t first) {
    const auto pieces = take_pieces('.');
    if (!pieces) return false;
    const bool can_group = pieces->threes && first <= 3 && !m.grouped && m.digits != "0";
    const bool comma_follows = peek() == ',' && digit(peek(1));
    if (pieces->count > 1 || comma_follows) return groups(m, *pieces, can_group, comma_follows);
    if (can_group && style_.point == NumberStyle::Mark::group)
      return groups(m, *pieces, true, false);
    const bool open =
        style_.point == NumberStyle::Mark::unknown && style_.comma != NumberStyle::Mark::group;
    if (can_group && open) return fail(kAmbiguousPoint);
    return set_decimals(m, pieces->runs[0]);
  }

  // Reads ",dd" as decimals; ",ddd,ddd" and a column that groups by comma as groups.
  bool commas(Magnitude& m, std::size_t first) {
    const std::size_t start = at_;
    const auto pieces = take_pieces(',');
    if (!pieces) return false;
    const bool point_follows = peek() == '.' && digit(peek(1));
    const bool grouping = pieces->threes && style_.comma == NumberStyle::Mark::group;
    if (pieces->count == 1 && !point_follows && !grouping) {
      at_ = start;
      return decimals(m);
    }
    return groups(m, *pieces, pieces->threes && first <= 3 && !m.grouped, point_follows);
  }

  std::optional<Pieces> take_pieces(char mark) {
    Pieces pieces;
    while (peek() == mark && digit(peek(1))) {
      if (pieces.count == pieces.runs.size()) return refuse("too many digits");
      ++at_;
      const std::string_view run = digits();
      pieces.threes &= run.size() == 3;
      pieces.runs[pieces.count++] = run;
    }
    return pieces;
  }

  bool groups(Magnitude& m, const Pieces& pieces, bool well_formed, bool then_decimals) {
    if (!well_formed) return fail("malformed groups of digits");
    for (std::size_t i = 0; i < pieces.count; ++i) m.digits += pieces.runs[i];
    m.whole = m.digits.size();
    m.grouped = true;
    return !then_decimals || decimals(m);
  }

  bool decimals(Magnitude& m) {
    ++at_;  // the mark
    const std::string_view piece = digits();
    if ((peek() == ',' || peek() == '.') && digit(peek(1))) return fail("two decimal marks");
    return set_decimals(m, piece);
  }

  bool set_decimals(Magnitude& m, std::string_view piece) {
    if (piece.size() > kMaxDecimals) return fail("too many decimals");
    if (peek() == ' ' && digit(peek(1))) {
      // "12,5 13" is two columns; "12,5 1)" is a footnote mark.
      const std::size_t end = text_.find_first_not_of("0123456789", at_ + 1);
      if (end == std::string_view::npos || text_[end] != ')' || end - at_ > 3)
        return fail("a second number follows");
    }
    m.digits += piece;
    m.scale = static_cast<int>(piece.size());
    return true;
  }

  // yymmdd of this century without grouping, where the column has no other ungrouped thousands.
  bool possible_date(std::string_view all) const {
    if (style_.ungrouped_thousands || all.size() != kDateDigits) return false;
    const int month = (all[2] - '0') * 10 + all[3] - '0';
    const int day = (all[4] - '0') * 10 + all[5] - '0';
    return all[0] <= '4' && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  // " %", "tkr", "st": the words up to a mark, a parenthesis or the end must be a unit.
  bool printed_unit(std::string& unit) {
    const std::size_t start = at_;
    spaces();
    std::size_t end = at_;
    // "m2" is the one unit with a digit in it.
    const auto ends = [&](char c) {
      return std::string_view("()*^").find(c) != std::string_view::npos;
    };
    while (end < text_.size() && !ends(text_[end]) &&
           (!digit(text_[end]) || (end > at_ && text_[end - 1] == 'm'))) {
      ++end;
    }
    std::string_view words = trim(text_.substr(at_, end - at_));
    if (words.empty()) {
      at_ = start;
      return true;
    }
    const std::string_view found = unit_word(words);
    if (found.empty()) return fail("words after the figure");
    unit = found;
    at_ = end;
    return true;
  }

  // "*", "**", "^1", "1)", "^1)" and combinations after the figure.
  void marks(std::string& found) {
    for (;;) {
      const std::size_t start = at_;
      spaces();
      if (peek() == '*') {
        while (take('*')) found += '*';
      } else if (peek() == '^') {
        while (take('^')) found += take_mark_digit();
        take(')');
      } else if (digit(peek()) && (peek(1) == ')' || (digit(peek(1)) && peek(2) == ')'))) {
        found += digits();
        found += ')';
        ++at_;
      } else {
        at_ = start;
        return;
      }
    }
  }

  std::string take_mark_digit() {
    static constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                                 "⁵", "⁶", "⁷", "⁸", "⁹"};
    const char c = peek();
    if (!digit(c)) return {};
    ++at_;
    return std::string(kRaised[static_cast<std::size_t>(c - '0')]);
  }

  // " (28)" after a figure: a second figure with a qualifier; words in parentheses: a Figure
  // without.
  std::optional<Figure> parenthesised(Figures& result) {
    if (!take('(')) return refuse("words after the figure");
    const std::size_t close = text_.find(')', at_);
    if (close == std::string_view::npos) return refuse("parenthesis is not closed");
    const std::string_view inside = text_.substr(at_, close - at_);
    Figure second;
    if (std::none_of(inside.begin(), inside.end(), digit)) {
      result.remark = trim(inside);
      at_ = close;
    } else {
      spaces();
      if (!signed_magnitude(second) || !printed_unit(second.unit)) return std::nullopt;
      if (is_year(second.value)) {
        result.remark = trim(inside);  // "345 (2017)": when, not how many
        second = {};
      } else {
        second.qualifier = "i parentes";
      }
    }
    spaces();
    if (!take(')')) return refuse("words after the figure");
    marks(result.marks);
    spaces();
    if (!done()) return refuse("words after the figure");
    return second;
  }

  std::string_view text_;
  NumberStyle style_;
  std::size_t at_ = 0;
  std::string refusal_;
};

}  // namespace

Figures parse_figures(std::string_view text, const NumberStyle& style) {
  if (text.size() > kLongestCell) {
    return refused("words, not a figure");
  }
  return Scanner(plain_form(text), style).run();
}

}  // namespace parsers
