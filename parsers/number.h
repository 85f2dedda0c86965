#pragma once
// Numbers as Swedish reports print them: an own grammar with full consumption and integer
// arithmetic.
//
//   "1 234,5 %"       one figure, 1234.5 procent
//   "- 6 279"         -6279
//   "ung 116 000"     116000, qualifier "ungefär"
//   "345 (28)"        345, and 28 with the qualifier "i parentes"
//   "471,5¹" "1*"     471.5 with the mark "¹", 1 with the mark "*"
//   "12 34" "0530"    refused, with the reason
//
// What is not certainly a figure is refused: dates, telephone numbers, codes, ranges, fractions,
// "Topp 10", "0 eller bättre". Rules and examples: docs/normalisation.md.

#include <string>
#include <string_view>
#include <vector>

#include "parsers/decimal.h"
#include "parsers/number_style.h"

namespace parsers {

struct Figure {
  Decimal value;
  std::string unit;  // printed with the figure, in the words of unit.h: "procent", "tkr"; "" none
  std::string qualifier;  // "ungefär", "minst", "mer än", "i parentes", …; "" none
  bool operator==(const Figure&) const = default;
};

struct Figures {
  std::vector<Figure> figures;  // empty when refused; two for "345 (28)"
  std::string marks;            // footnote marks: "*", "¹", "1)"
  std::string remark;           // words in parentheses after a figure: "ej publicerat"
  std::string refusal;          // why it is no figure, one clause; "" when figures is not empty
  bool operator==(const Figures&) const = default;
};

// The refusal of "1.234" where the style leaves the point open: a figure, but which is not known.
inline constexpr std::string_view kAmbiguousPoint = "point may group or be decimal";

// Reads the text of one cell. Missing marks and the empty text are refused too (missing.h knows
// them).
Figures parse_figures(std::string_view text, const NumberStyle& style = {});

}  // namespace parsers
