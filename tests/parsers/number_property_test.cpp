// Every number up to five digits, printed in every way that reports print it, reads back.

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "parsers/number.h"

using parsers::Figures;
using parsers::NumberStyle;
using parsers::parse_figures;

namespace {

// No mark, space, no-break space, narrow no-break space, thin space and point.
constexpr std::array<std::string_view, 6> kGroupMarks = {"",       " ",      "\u00a0",
                                                         "\u202f", "\u2009", "."};

struct Sign {
  std::string_view before, after;
  bool minus;
};

constexpr std::array<Sign, 9> kSigns = {{{"", "", false},
                                         {"+", "", false},
                                         {"-", "", true},
                                         {"\u2212", "", true},
                                         {"\u2013", "", true},
                                         {"- ", "", true},
                                         {"\u2013\u00a0", "", true},
                                         {"(", ")", true},
                                         {"", "-", true}}};

// A number's whole part, its decimals ("" none) and how it is written.
struct Printed {
  int number;
  std::string_view decimals;
  std::string_view group;
  const Sign& sign;
};

void print(const Printed& p, std::string& text) {
  const std::string digits = std::to_string(p.number);
  const std::size_t thousands = digits.size() > 3 ? digits.size() - 3 : 0;
  text = p.sign.before;
  text.append(digits, 0, thousands);
  if (thousands > 0) text += p.group;
  text.append(digits, thousands);
  if (!p.decimals.empty()) text.append(",").append(p.decimals);
  text += p.sign.after;
}

// "1-" may be a note and "2019-" an open span of years: refused by rule, not read back.
bool is_open(const Printed& p) {
  if (p.sign.after != "-" || !p.decimals.empty()) return false;
  const bool year = p.number >= 1900 && p.number < 2100 && p.group.empty();
  return p.number < 10 || year;
}

// Empty when the text reads back, else what was read.
std::string difference(const Printed& p, const std::string& text) {
  const bool point = p.group == ".";
  const NumberStyle style{.point = point ? NumberStyle::Mark::group : NumberStyle::Mark::unknown};
  const Figures read = parse_figures(text, style);
  if (is_open(p)) return read.figures.empty() ? "" : "a figure, but it should be refused";
  if (read.figures.size() != 1) return "refused: " + read.refusal;
  std::int64_t digits = p.number;
  for (const char c : p.decimals) digits = digits * 10 + (c - '0');
  const parsers::Decimal expected{p.sign.minus ? -digits : digits,
                                  static_cast<int>(p.decimals.size())};
  const bool in_parentheses = read.figures[0].qualifier == "i parentes";
  const bool same = read.figures[0].value == expected && read.figures[0].unit.empty() &&
                    in_parentheses == (p.sign.before == "(") && read.marks.empty();
  return same ? "" : "read as " + read.figures[0].value.to_string();
}

void check_one(const Printed& printed, std::string& text) {
  print(printed, text);
  if (const std::string wrong = difference(printed, text); !wrong.empty()) {
    FAIL(text << ": " << wrong);
  }
}

// With every sign and, where there is something to group, every mark.
void check_all_ways(int number, std::string_view decimals, std::string& text) {
  for (const Sign& sign : kSigns) {
    for (const std::string_view group : kGroupMarks) {
      check_one({number, decimals, group, sign}, text);
      if (number < 1000) break;
    }
  }
}

std::string two_digits(int number) {
  const std::string digits = std::to_string(number % 100);
  return digits.size() < 2 ? "0" + digits : digits;
}

}  // namespace

// All of 0-99,999 × 9 signs × 6 group marks (from 1,000 on) × no, one or two decimals. All decimals
// below 1,000; above, a number with a sign has each count of decimals with two of the marks, other
// ones for its neighbours. The decimals' values run with the number.
TEST_CASE("every number to five digits reads back", "[number][property][issue-4]") {
  std::string text;
  for (int number = 0; number <= 99999; ++number) {
    const std::string two = two_digits(number * 37);
    const std::array<std::string_view, 3> decimals = {"", std::string_view(two).substr(0, 1), two};
    if (number < 1000) {
      for (const std::string_view part : decimals) check_all_ways(number, part, text);
      continue;
    }
    for (const Sign& sign : kSigns) {
      auto turn = static_cast<std::size_t>(number);
      for (const std::string_view group : kGroupMarks) {
        check_one({number, decimals[turn++ % decimals.size()], group, sign}, text);
      }
    }
  }
  SUCCEED();
}

// Every value of one and two decimals after numbers of each length.
TEST_CASE("all decimals read back", "[number][property][issue-4]") {
  std::string text;
  for (const int number :
       {0, 1, 9, 10, 45, 100, 999, 1000, 1900, 2023, 9999, 10000, 45067, 99999}) {
    for (int decimals = 0; decimals <= 99; ++decimals) {
      check_all_ways(number, two_digits(decimals), text);
      if (decimals < 10) check_all_ways(number, std::to_string(decimals), text);
    }
  }
  SUCCEED();
}
