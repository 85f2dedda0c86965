#include "parsers/number_style.h"

#include <string>

#include "parsers/codepoint.h"
#include "parsers/number.h"

namespace parsers {

namespace {

constexpr std::size_t kLongestFigure = 40;  // bytes; longer cells say nothing of marks
constexpr std::size_t kDateDigits = 6;      // 230324 may be a date and says nothing of grouping

bool digit(char c) { return is_digit(static_cast<unsigned char>(c)); }

// The marks of one figure, as far as they show.
struct Marks {
  std::size_t points = 0, commas = 0;  // between digits
  std::size_t after = 0;               // digits after the last mark
  std::size_t before = 0;              // digits before the first mark or space
  bool zero_first = false;             // "0.5": nothing to group
  bool comma_first = false;
  bool space_groups = false;
};

Marks marks_of(std::string_view plain) {
  Marks marks;
  bool first_run = true;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (digit(plain[i])) {
      ++(first_run ? marks.before : marks.after);
      continue;
    }
    if (i == 0 || i + 1 == plain.size() || !digit(plain[i - 1]) || !digit(plain[i + 1])) {
      if (marks.before > 0) break;  // a unit, a note or a second figure
      continue;
    }
    if (plain[i] != '.' && plain[i] != ',' && plain[i] != ' ') break;
    marks.zero_first |= first_run && marks.before == 1 && plain[i - 1] == '0';
    if (plain[i] == ' ') marks.space_groups |= i + 3 < plain.size() && digit(plain[i + 3]);
    if (plain[i] == ',') {
      marks.comma_first |= marks.points == 0;
      ++marks.commas;
    }
    if (plain[i] == '.') ++marks.points;
    marks.after = 0;
    first_run = false;
  }
  return marks;
}

}  // namespace

NumberStyle infer_style(std::span<const std::string_view> texts) {
  NumberStyle style;
  bool point_decimal = false, point_groups = false;
  std::size_t figures = 0, in_parentheses = 0;
  for (const std::string_view text : texts) {
    if (text.size() > kLongestFigure) continue;
    const Figures read = parse_figures(text);
    if (read.figures.empty() && read.refusal != kAmbiguousPoint) continue;
    const std::string plain = plain_lower(text);
    const Marks marks = marks_of(plain);
    ++figures;
    in_parentheses += plain.front() == '(';
    if (marks.commas > 1 || (marks.commas == 1 && marks.points == 1 && marks.comma_first)) {
      style.comma = NumberStyle::Mark::group;
      point_decimal |= marks.points == 1;
    } else if (marks.commas == 1 || marks.points > 1) {
      point_groups = true;  // the comma is the decimal mark, so a point can only group
    } else if (marks.points == 1 && (marks.after != 3 || marks.zero_first)) {
      point_decimal = true;
    } else if (marks.space_groups) {
      point_decimal = true;  // spaces group, so a point is left for the decimals
    }
    const bool plain_thousands = marks.before == 5 || marks.before > kDateDigits;
    style.ungrouped_thousands |= plain_thousands && !marks.space_groups;
  }
  if (point_decimal != point_groups) {
    style.point = point_decimal ? NumberStyle::Mark::decimal : NumberStyle::Mark::group;
  }
  style.parentheses_are_negative = figures < 2 || in_parentheses < figures;
  return style;
}

}  // namespace parsers
