#include "parsers/number.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using parsers::Figures;
using parsers::NumberStyle;
using parsers::parse_figures;

namespace {

std::string shown(const Figures& read) {
  std::string out;
  for (const parsers::Figure& figure : read.figures) {
    if (!out.empty()) out += " | ";
    out += figure.value.to_string();
    if (!figure.unit.empty()) out += " " + figure.unit;
    if (!figure.qualifier.empty()) out += " [" + figure.qualifier + "]";
  }
  if (!read.marks.empty()) out += " " + read.marks;
  if (!read.remark.empty()) out += " (" + read.remark + ")";
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("figures as reports print them", "[number]") {
  for (const Row& row : {
           Row{"0", "0"},
           {"45", "45"},
           {"8060", "8060"},
           {"-1947", "-1947"},
           {"-2 092", "-2092"},
           {"\u2212281", "-281"},
           {"\u2013281", "-281"},
           {"- 6 279", "-6279"},
           {"14,2-", "-14.2"},
           {"1 250-", "-1250"},
           {"+1 037", "1037"},
           {"1 654 006", "1654006"},
           {"1\u00a0654\u00a0006", "1654006"},
           {"1\u202f654\u2009006", "1654006"},
           {"1.654.006", "1654006"},
           {"1.654.006,50", "1654006.50"},
           {"1,654,006", "1654006"},
           {"4 981,12", "4981.12"},
           {"4981.12", "4981.12"},
           {"0,000", "0.000"},
           {"+5,124", "5.124"},
           {"0.125", "0.125"},
           {"9,4", "9.4"},
           {"12.5", "12.5"},
           {"(28)", "-28 [i parentes]"},
           {"92 %", "92 procent"},
           {"92,04 %", "92.04 procent"},
           {"87,5%", "87.5 procent"},
           {"12 tkr", "12 tkr"},
           {"-4,7 mnkr", "-4.7 mnkr"},
           {"3 047 st", "3047 antal"},
           {"12 st.", "12 antal"},
           {"1 200 kvm", "1200 m²"},
           {"1 200 m²", "1200 m²"},
           {"1 200 m2", "1200 m²"},
           {"ung 116 000", "116000 [ungefär]"},
           {"ca 40", "40 [ungefär]"},
           {"Cirka 40 %", "40 procent [ungefär]"},
           {"drygt 300", "300 [drygt]"},
           {"> 95", "95 [mer än]"},
           {"\u2265 95 %", "95 procent [minst]"},
           {"1*", "1 *"},
           {"-400*", "-400 *"},
           {"471,5\u00b9", "471.5 ¹"},
           {"471,5\u207d\u00b9\u207e", "471.5 ¹"},
           {"12 1)", "12 1)"},
           {"1 234 2)", "1234 2)"},
           {"12,5 1)", "12.5 1)"},
           {"345 (28)", "345 | 28 [i parentes]"},
           {"341(34)", "341 | 34 [i parentes]"},
           {"96 (93,7)", "96 | 93.7 [i parentes]"},
           {"96 % (93,7 %)", "96 procent | 93.7 procent [i parentes]"},
           {"1 345 (1 028)*", "1345 | 1028 [i parentes] *"},
           {"50 (redovisas ej pga. få elever)", "50 (redovisas ej pga. få elever)"},
           {"345 (2017)", "345 (2017)"},
           {"999999999999999999", "999999999999999999"},
       }) {
    INFO(row.text);
    const Figures read = parse_figures(row.text);
    CHECK(shown(read) == row.expected);
    CHECK(read.refusal.empty());
  }
}

TEST_CASE("what is not certainly a figure is refused with a reason", "[number]") {
  for (const Row& row : {
           Row{"", "no digits"},
           {"-", "no digits"},
           {"stabilt", "words, not a figure"},
           {"12 34", "malformed groups of digits"},
           {"1 234 56", "malformed groups of digits"},
           {"1234 567", "malformed groups of digits"},
           {"1 234 5678", "malformed groups of digits"},
           {"81 726 -1 000", "words after the figure"},
           {"1.23.456", "malformed groups of digits"},
           {"2023.01.31", "malformed groups of digits"},
           {"1.234", "point may group or be decimal"},
           {"1,5,3", "malformed groups of digits"},
           {"12,5 13", "a second number follows"},
           {"230324", "may be a date"},
           {"2023-01-31", "words after the figure"},
           {"2022-03", "words after the figure"},
           {"08-718 80 00", "leading zero: a code, not a figure"},
           {"0530", "leading zero: a code, not a figure"},
           {"80/100", "words after the figure"},
           {"15\u201320", "words after the figure"},
           {"kl. 10", "words, not a figure"},
           {"Topp 10", "words, not a figure"},
           {"Topp 10 (ej publicerat)", "words, not a figure"},
           {"0 eller bättre", "words after the figure"},
           {"3 av 4", "words after the figure"},
           {"12 år och äldre", "words after the figure"},
           {"(28", "parenthesis is not closed"},
           {"345 (28", "parenthesis is not closed"},
           {"345 (28) 3", "words after the figure"},
           {"1234567890123456789", "too many digits"},
           {"9 999 999 999 999 999 999", "too many digits"},
           {"0,1234567", "too many decimals"},
           {"\u00bd", "words, not a figure"},
           {"1\u00b9234", "words after the figure"},
           {"1e5", "words after the figure"},
           {"%", "words, not a figure"},
           {"\xff\xfe", "words, not a figure"},
           {"\u207d65 500)", "words, not a figure"},
           {"1\xc0\xb1", "words after the figure"},
       }) {
    INFO(row.text);
    const Figures read = parse_figures(row.text);
    CHECK(read.figures.empty());
    CHECK(read.refusal == row.expected);
  }
}

TEST_CASE("a column decides what one of its figures leaves open", "[number]") {
  const auto style = [](std::vector<std::string_view> texts) {
    return parsers::infer_style(texts);
  };
  using Mark = NumberStyle::Mark;
  CHECK(style({"1.234", "12,5"}).point == Mark::group);
  CHECK(style({"1.234", "12.345.678"}).point == Mark::group);
  CHECK(style({"1.234", "12.5"}).point == Mark::decimal);
  CHECK(style({"1.234", "0.999"}).point == Mark::decimal);
  CHECK(style({"1.234", "81 726"}).point == Mark::decimal);
  CHECK(style({"1.234", "5.678"}).point == Mark::unknown);
  CHECK(style({"1.234", "12.5", "3,5"}).point == Mark::unknown);
  CHECK(style({"1,234.5"}).comma == Mark::group);
  CHECK(style({"1,234"}).comma == Mark::decimal);
  CHECK(style({"(28)", "(31)"}).parentheses_are_negative == false);
  CHECK(style({"(28)", "31"}).parentheses_are_negative);
  CHECK(style({"230324", "98765"}).ungrouped_thousands);

  CHECK(shown(parse_figures("1.234", {.point = Mark::group})) == "1234");
  CHECK(shown(parse_figures("1.234", {.point = Mark::decimal})) == "1.234");
  CHECK(shown(parse_figures("1,234", {.comma = Mark::group})) == "1234");
  CHECK(shown(parse_figures("1,234.5", {.comma = Mark::group})) == "1234.5");
  CHECK(shown(parse_figures("230324", {.ungrouped_thousands = true})) == "230324");
  CHECK(shown(parse_figures("(28)", {.parentheses_are_negative = false})) == "28 [i parentes]");
}
