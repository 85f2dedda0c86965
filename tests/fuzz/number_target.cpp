// Figures: parse_figures in every style, infer_style, missing_mark and classify_cell.

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "fuzz_target.h"
#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/missing.h"
#include "parsers/number.h"

namespace {

using parsers::Figure;
using parsers::Figures;
using parsers::NumberStyle;
using Mark = NumberStyle::Mark;

constexpr auto kStyles = std::to_array<NumberStyle>({
    {},
    {.point = Mark::group, .parentheses_are_negative = false},
    {.point = Mark::decimal, .ungrouped_thousands = true},
    {.comma = Mark::group},
    {.point = Mark::decimal, .comma = Mark::group},
});

// All digits of a text, in ascending order; raised digits are digits, the one of "m²" is a unit's.
std::string sorted_digits(std::string_view text) {
  std::string digits;
  char32_t before = 0;
  while (!text.empty()) {
    const char32_t c = parsers::take_codepoint(text);
    const int raised = parsers::superscript_digit(c);
    const bool square = parsers::lower(before) == U'm' && (c == U'2' || raised == 2);
    if (parsers::is_digit(c) && !square) digits += static_cast<char>(c);
    if (raised >= 0 && !square) digits += static_cast<char>('0' + raised);
    if (!parsers::is_invisible(c)) before = c;
  }
  std::sort(digits.begin(), digits.end());
  return digits;
}

bool has_minus(std::string_view text) {
  while (!text.empty()) {
    if (parsers::is_dash(parsers::take_codepoint(text))) return true;
  }
  return false;
}

void check_figure(const Figure& figure, std::string_view text) {
  const std::string shown = figure.value.to_string();
  fuzz::check(parsers::Decimal::from_string(shown) == figure.value, "to_string reads back", text);
  fuzz::check(figure.value.scale >= 0 && figure.value.scale <= 6, "at most six decimals", text);
  fuzz::check(fuzz::is_known_unit(figure.unit), "the unit is canonical", text);
  fuzz::check(fuzz::is_utf8(figure.qualifier), "qualifiers are UTF-8", text);
  // As a Swedish column without groups prints it.
  std::string printed = shown;
  std::replace(printed.begin(), printed.end(), '.', ',');
  const Figures again = parsers::parse_figures(printed, {.ungrouped_thousands = true});
  fuzz::check(again.figures.size() == 1 && again.figures[0].value == figure.value,
              "a figure printed anew is the same", text);
}

void check_style(std::string_view text, const NumberStyle& style) {
  const Figures read = parsers::parse_figures(text, style);
  fuzz::check(fuzz::is_utf8(read.marks) && fuzz::is_utf8(read.remark), "notes are UTF-8", text);
  fuzz::check(read.figures.empty() != read.refusal.empty(), "figures or a refusal", text);
  if (read.figures.empty()) return;
  fuzz::check(read.figures.size() <= 2, "at most two figures", text);
  std::string kept = read.marks + read.remark + " ";  // "m" before a 2 is no unit here
  bool negative = false;
  for (const Figure& figure : read.figures) {
    check_figure(figure, text);
    kept += figure.value.to_string();
    negative |= figure.value.digits < 0;
  }
  fuzz::check(sorted_digits(kept) == sorted_digits(text), "every printed digit is kept", text);
  const bool accounting =
      style.parentheses_are_negative && text.find('(') != std::string_view::npos;
  fuzz::check(!negative || accounting || has_minus(text), "no minus without a mark", text);

  const std::string_view bare = parsers::trim(text);
  if (parsers::is_digit(static_cast<unsigned char>(bare.front())) && bare.size() < 100) {
    const Figures opposite = parsers::parse_figures("-" + std::string(bare), style);
    fuzz::check(opposite.figures.empty() ||
                    opposite.figures[0].value == parsers::negate(read.figures[0].value),
                "a minus before turns the sign", text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  for (const NumberStyle& style : kStyles) check_style(text, style);
  const auto missing = parsers::missing_mark(text);
  const bool figure = !parsers::parse_figures(text).figures.empty();
  fuzz::check(!figure || !missing || missing == parsers::Missing::suppressed,
              "a missing mark is no figure", text);
  const parsers::CellClass cell_class = parsers::classify_cell(text);
  fuzz::check(cell_class != parsers::CellClass::number || sorted_digits(text) != "",
              "a number has digits", text);
  parsers::infer_style(fuzz::lines_of(text));
  return 0;
}
