#pragma once
// Observation: a reading with what the catalogue makes of it.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "parsers/decimal.h"

namespace schema {

struct Observation {
  std::size_t reading = 0;  // index into Report::readings
  std::string row_label;    // the row path joined by " / "
  std::string column_label;
  std::string indicator;     // id; "" unmatched
  std::string match_reason;  // how the indicator was found, or why none was
  std::string
      series_label;  // what is measured, as printed, without period and measure: the label to map
  std::int64_t series = 0;  // identity of the series within a municipality and board
  std::optional<parsers::Decimal> base_value;  // money in kr; others as printed
  std::string base_unit;                       // "kr" for money, else the unit
};

}  // namespace schema
