#pragma once
// Agreement: when a figure that was read counts as the expected one. Three levels, each with what
// the one before asks:
//   value   row label, column label and numeric value
//   period  the period too
//   full    measure and unit too
// Labels are compared without case, spaces, hyphens, footnote marks; the leaf of a path is enough.
// What the truth leaves open agrees with anything.

#include <string>
#include <string_view>
#include <vector>

#include "corpus/truth.h"

namespace corpus {

enum class Level { value, period, full };
inline constexpr Level kLevels[] = {Level::value, Level::period, Level::full};
const char* name(Level level);

// The ways a label may be written that count as the same: without its footnote mark, and with a
// raised figure as a plain one. Sorted.
using LabelForms = std::vector<std::string>;
LabelForms label_forms(std::string_view label);

struct LabelKey {
  LabelForms whole, leaf;
};
LabelKey label_key(std::string_view path);
bool same_label(const LabelKey& a, const LabelKey& b);

// Canonical word of a unit ("kkr" → "tkr", "antal personer" → "antal") and of a measure ("bokslut"
// → "utfall").
std::string canonical_unit(std::string_view unit);
std::string canonical_measure(std::string_view measure);

// "2023" → "2023-01-01/2023-12-31"; a single day stays one day; "" stays "".
std::string day_span(std::string_view period);

// A figure prepared for many comparisons.
struct ComparableFigure {
  explicit ComparableFigure(const Figure& figure);

  LabelKey row, column;
  parsers::Decimal value;
  std::vector<std::string> spans;
  std::string measure, unit;
};
bool agree(const ComparableFigure& expected, const ComparableFigure& read, Level level);

}  // namespace corpus
