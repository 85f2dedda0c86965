#include "parsers/cell_class.h"

#include <algorithm>
#include <string>

#include "parsers/codepoint.h"
#include "parsers/missing.h"
#include "parsers/months.h"
#include "parsers/number.h"

namespace parsers {

namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes; longer texts are words, whatever they hold

constexpr std::size_t kLongestNumber = 9;  // digits of a part of a date, far from overflow
constexpr std::size_t kLongestCode = 12;   // bytes of "KF2017/1234"
constexpr std::size_t kCodeLetters = 3;  // before its digits; "Hemtjänst1" is a label with a note

struct Content {
  bool letters = false;
  bool digits = false;
  bool spaces = false;
  bool breaks = false;  // '-', '/', ':' or '.' between digits
};

Content look(std::string_view text) {
  Content content;
  while (!text.empty()) {
    const char32_t c = take_codepoint(text);
    content.letters |= is_letter(c);
    content.digits |= is_digit(c);
    content.spaces |= is_space(c);
    content.breaks |= is_dash(c) || c == U'/' || c == U':' || c == U'.';
  }
  return content;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

int number_at(std::string_view text, std::size_t from, std::size_t length) {
  if (length > kLongestNumber || from + length > text.size()) return -1;
  int value = 0;
  for (std::size_t i = from; i < from + length; ++i) {
    if (!digit(text[i])) return -1;
    value = value * 10 + text[i] - '0';
  }
  return value;
}

bool is_year_number(int value) { return value >= 1900 && value < 2100; }

// "2017", also with footnote marks.
bool is_year(std::string_view plain) {
  while (!plain.empty() && plain.back() == '*') plain.remove_suffix(1);
  return plain.size() == 4 && is_year_number(number_at(plain, 0, 4));
}

// "2022-03", "2022-03-31", "2022/2023", "2020-2040", "2022-01-2022-03".
bool is_date(std::string_view plain) {
  std::size_t at = 0;
  bool first = true;
  while (at < plain.size()) {
    const int year = number_at(plain, at, 4);
    if (!is_year_number(year)) return false;
    at += 4;
    for (int part = 0; part < 2; ++part) {
      const int value = at < plain.size() && plain[at] == '-' ? number_at(plain, at + 1, 2) : -1;
      const bool longer = at + 3 < plain.size() && digit(plain[at + 3]);
      if (value < 1 || longer) break;
      if (value > (part == 0 ? 12 : 31)) return false;
      at += 3;
    }
    if (at == plain.size()) return !first || at > 4;
    while (at < plain.size() && plain[at] == ' ') ++at;
    if (plain[at] != '-' && plain[at] != '/') return false;
    ++at;
    while (at < plain.size() && plain[at] == ' ') ++at;
    first = false;
    if (at == plain.size()) return false;
  }
  return false;
}

// "jan ’23" is written with either apostrophe.
std::string straight_apostrophes(std::string plain) {
  constexpr std::string_view kCurved = "’";
  for (std::size_t at = plain.find(kCurved); at != std::string::npos; at = plain.find(kCurved)) {
    plain.replace(at, kCurved.size(), "'");
  }
  return plain;
}

// Only period words, fillers, years and small numbers, and at least one period word. `plain` has
// straight apostrophes only.
bool is_period(std::string_view plain) {
  bool named = false;
  std::size_t at = 0;
  while (at < plain.size()) {
    const std::size_t end = std::min(plain.find_first_of(" -/'", at), plain.size());
    std::string_view word = plain.substr(at, end - at);
    at = end + 1;
    // "januari, 2023": no other comma stands in a time.
    if (word.ends_with(',') && is_year(plain.substr(std::min(at, plain.size())))) {
      word.remove_suffix(1);
    }
    if (word.empty() || is_period_filler(word)) continue;
    const std::size_t first_digit = word.find_first_of("0123456789");
    if (first_digit == 0) {
      std::string_view digits = word;
      if (digits.ends_with(':')) digits.remove_suffix(1);
      if (digits.size() > 4 || number_at(digits, 0, digits.size()) < 0) return false;
      continue;
    }
    if (is_period_word(word)) {
      named = true;
    } else if (first_digit != std::string_view::npos &&
               is_period_word(word.substr(0, first_digit)) &&
               number_at(word, first_digit, word.size() - first_digit) >= 0) {
      named = true;  // "jan23", "vt18"
    } else if (word == "kv" || word == "k" || word == "q") {
      named = at < plain.size() && digit(plain[at]);  // "Kv 2"
      if (!named) return false;
    } else {
      return false;
    }
  }
  // "fg år", "samma period föregående år" are fillers alone.
  return named || plain == "fg år" || plain == "föregående år" || plain == "fg. år" ||
         plain == "samma period föregående år" || plain == "motsvarande period föregående år";
}

// One token of letters and digits with a digit in it, or digits with marks between that no number
// has.
bool is_code(std::string_view plain, const Content& content) {
  if (!content.digits) return false;
  if (!content.letters) return true;  // no number, no date, yet only digits and marks
  const std::size_t first_digit = plain.find_first_of("0123456789");
  return !content.spaces && plain.size() <= kLongestCode && first_digit <= kCodeLetters;
}

// "$1,234" → "1,234": the sign says what kind of figure it is, not that it is one.
std::string_view without_currency(std::string_view text) {
  for (const std::string_view sign : {"US$", "$", "€", "£"}) {
    if (text.size() > sign.size() && text.starts_with(sign)) return trim(text.substr(sign.size()));
  }
  return text;
}

}  // namespace

const char* name(CellClass cell_class) {
  switch (cell_class) {
    case CellClass::empty:
      return "empty";
    case CellClass::number:
      return "number";
    case CellClass::year:
      return "year";
    case CellClass::period:
      return "period";
    case CellClass::missing:
      return "missing";
    case CellClass::code:
      return "code";
    case CellClass::text:
      return "text";
  }
  return "";
}

CellClass classify_cell(std::string_view text) {
  text = without_currency(trim(text));
  if (text.empty()) return CellClass::empty;
  if (text.size() > kLongestLabel) return CellClass::text;
  if (missing_mark(text)) return CellClass::missing;
  const Content content = look(text);
  if (!content.digits && !content.letters) return CellClass::text;
  const std::string plain = plain_lower(text);
  if (content.letters || (content.digits && content.breaks)) {
    if (content.letters ? is_period(straight_apostrophes(plain)) : is_date(plain))
      return CellClass::period;
  }
  if (!content.digits) return CellClass::text;
  if (!content.letters && is_year(plain)) return CellClass::year;
  const Figures figures = parse_figures(text);
  if (!figures.figures.empty() || figures.refusal == kAmbiguousPoint) {
    return CellClass::number;
  }
  return is_code(plain, content) ? CellClass::code : CellClass::text;
}

}  // namespace parsers
