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
  std::string marked;
  marked.reserve(text.size());
  while (!text.empty()) {
    const char32_t c = take_codepoint(text);
    if (const int raised = superscript_digit(c); raised >= 0) {
      marked += '^';
      marked += static_cast<char>('0' + raised);
    } else if (c == U'⁾') {
      marked += ')';
    } else if (c == U'⁽') {
      marked += '(';
    } else {
      append_utf8(marked, c);
    }
  }
  return plain_lower(marked);
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
    if (result.figures.empty())
      result = {.figures = {}, .marks = {}, .remark = {}, .refusal = refusal_};
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

  // [approximation] [sign] magnitude [unit], or all of it in parentheses.
  std::optional<Figure> figure() {
    Figure result;
    for (const Prefix& prefix : kPrefixes) {
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
    const bool minus = peek() == '-';
    if (minus || peek() == '+') {
      ++at_;
      spaces();
    }
    const auto magnitude = this->magnitude();
    if (!magnitude) return false;
    const std::string& all = magnitude->digits;
    std::int64_t value = 0;
    if (all.size() > kMaxDigits) {
      refuse("too many digits");
      return false;
    }
    std::from_chars(all.data(), all.data() + all.size(), value);
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
      if (group.size() != 3 || first > 3) {
        refuse("malformed groups of digits");
        return false;
      }
      m.digits += group;
      m.grouped = true;
    }
    return true;
  }

  // Reads ".ddd.ddd" as groups or ".dd" as decimals.
  bool points(Magnitude& m, std::size_t first) {
    std::array<std::string_view, 6> pieces;
    const std::size_t count = take_pieces('.', pieces);
    if (count == 0) return false;
    const bool threes =
        std::all_of(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(count),
                    [](std::string_view piece) { return piece.size() == 3; });
    const bool can_group = threes && first <= 3 && !m.grouped && m.digits != "0";
    const bool comma_follows = peek() == ',' && digit(peek(1));
    if (count > 1 || comma_follows) {
      if (!can_group) {
        refuse("malformed groups of digits");
        return false;
      }
      group_pieces(m, pieces, count);
      return !comma_follows || decimals(m);
    }
    const bool comma_groups = style_.comma == NumberStyle::Mark::group;
    if (can_group && !comma_groups && style_.point == NumberStyle::Mark::unknown) {
      refuse("point may group or be decimal");
      return false;
    }
    if (can_group && style_.point == NumberStyle::Mark::group) {
      group_pieces(m, pieces, count);
      return true;
    }
    return set_decimals(m, pieces[0]);
  }

  // Reads ",dd" as decimals; ",ddd,ddd" and a column that groups by comma as groups.
  bool commas(Magnitude& m, std::size_t first) {
    std::array<std::string_view, 6> pieces;
    const std::size_t start = at_;
    const std::size_t count = take_pieces(',', pieces);
    if (count == 0) return false;
    const bool threes =
        std::all_of(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(count),
                    [](std::string_view piece) { return piece.size() == 3; });
    const bool point_follows = peek() == '.' && digit(peek(1));
    if (count == 1 && !point_follows && !(threes && style_.comma == NumberStyle::Mark::group)) {
      at_ = start;
      return decimals(m);
    }
    if (!threes || first > 3 || m.grouped) {
      refuse("malformed groups of digits");
      return false;
    }
    group_pieces(m, pieces, count);
    return !point_follows || decimals(m);
  }

  template <std::size_t N>
  std::size_t take_pieces(char mark, std::array<std::string_view, N>& pieces) {
    std::size_t count = 0;
    while (peek() == mark && digit(peek(1))) {
      if (count == N) {
        refuse("too many digits");
        return 0;
      }
      ++at_;
      pieces[count++] = digits();
    }
    return count;
  }

  template <std::size_t N>
  static void group_pieces(Magnitude& m, const std::array<std::string_view, N>& pieces,
                           std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) m.digits += pieces[i];
    m.whole = m.digits.size();
    m.grouped = true;
  }

  bool decimals(Magnitude& m) {
    ++at_;  // the mark
    const std::string_view piece = digits();
    if ((peek() == ',' || peek() == '.') && digit(peek(1))) {
      refuse("two decimal marks");
      return false;
    }
    return set_decimals(m, piece);
  }

  bool set_decimals(Magnitude& m, std::string_view piece) {
    if (piece.size() > kMaxDecimals) {
      refuse("too many decimals");
      return false;
    }
    if (peek() == ' ' && digit(peek(1))) {
      // "12,5 13" is two columns; "12,5 1)" is a footnote mark.
      const std::size_t end = text_.find_first_not_of("0123456789", at_ + 1);
      if (end == std::string_view::npos || text_[end] != ')' || end - at_ > 3) {
        refuse("a second number follows");
        return false;
      }
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
    while (end < text_.size() && text_[end] != '(' && text_[end] != ')' && text_[end] != '*' &&
           text_[end] != '^' && !digit(text_[end])) {
      ++end;
    }
    if (end < text_.size() && digit(text_[end]) && end > at_ && text_.substr(at_, 1) != "m") {
      // "12 1)": nothing but the space stands before the mark's digit; anything else is no figure.
      refuse("words after the figure");
      return false;
    }
    if (text_.substr(at_, 2) == "m2") end = at_ + 2;
    std::string_view words = trim(text_.substr(at_, end - at_));
    if (words.empty()) {
      at_ = start;
      return true;
    }
    const std::string_view found = unit_word(words);
    if (found.empty()) {
      refuse("words after the figure");
      return false;
    }
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
    return {.figures = {}, .marks = {}, .remark = {}, .refusal = "words, not a figure"};
  }
  return Scanner(plain_form(text), style).run();
}

NumberStyle infer_style(std::span<const std::string_view> texts) {
  NumberStyle style;
  bool point_decimal = false, point_groups = false;
  std::size_t figures = 0, in_parentheses = 0;
  for (const std::string_view text : texts) {
    if (text.size() > kLongestCell) continue;
    const std::string plain = plain_form(text);
    const std::size_t point = plain.find('.');
    const std::size_t comma = plain.find(',');
    const auto run = [&](std::size_t from) {
      std::size_t end = from;
      while (end < plain.size() && digit(plain[end])) ++end;
      return end - from;
    };
    Figures read = parse_figures(text);
    if (read.figures.empty() && read.refusal != "point may group or be decimal") continue;
    ++figures;
    if (plain.front() == '(') ++in_parentheses;
    if (point != std::string::npos && comma != std::string::npos) {
      (point < comma ? point_groups : point_decimal) = true;
      if (comma < point) style.comma = NumberStyle::Mark::group;
    } else if (comma != std::string::npos) {
      if (plain.find(',', comma + 1) != std::string::npos) {
        style.comma = NumberStyle::Mark::group;
      } else {
        point_groups = true;  // the decimal mark is the comma, so a point can only group
      }
    } else if (point != std::string::npos) {
      const bool second = plain.find('.', point + 1) != std::string::npos;
      const bool zero_before =
          point > 0 && plain[point - 1] == '0' && (point < 2 || !digit(plain[point - 2]));
      if (second) {
        point_groups = true;
      } else if (run(point + 1) != 3 || zero_before) {
        point_decimal = true;
      }
    } else if (!read.figures.empty()) {
      const std::size_t first = plain.find_first_of("0123456789");
      const std::size_t length = run(first);
      // Groups by space leave the point to the decimals.
      if (length <= 3 && plain.find(' ', first) == first + length &&
          digit(plain[first + length + 1]) && read.figures[0].value.digits != 0) {
        point_decimal = true;
      }
      if (length == 5 || length > kDateDigits) style.ungrouped_thousands = true;
    }
  }
  if (point_decimal != point_groups) {
    style.point = point_decimal ? NumberStyle::Mark::decimal : NumberStyle::Mark::group;
  }
  style.parentheses_are_negative = figures < 2 || in_parentheses < figures;
  return style;
}

}  // namespace parsers
