#pragma once
// Number style: what the figures of one column say together about the marks that one of them leaves
// open: is the point of "1.234" a decimal mark or does it group thousands?

#include <span>
#include <string_view>

namespace parsers {

// What a column's figures say together about the marks that one of them leaves open.
struct NumberStyle {
  enum class Mark { unknown, decimal, group };
  Mark point = Mark::unknown;            // "1.234": refused while unknown
  Mark comma = Mark::decimal;            // "1,234": Swedish unless the column groups by comma
  bool ungrouped_thousands = false;      // "8060", "123456" stand in the column: so may 230324
  bool parentheses_are_negative = true;  // false where every figure of the column stands in them
  bool operator==(const NumberStyle&) const = default;
};

// The style of figures that stand in one column.
NumberStyle infer_style(std::span<const std::string_view> texts);

}  // namespace parsers
