#pragma once
// Reading × Catalogue → Observation. Pure: no database. A label that may mean two indicators stays
// unmatched; so does one that the catalogue does not know.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/observation.h"

namespace schema {

// One observation per reading, in their order.
std::vector<Observation> match_readings(const parsers::Report& report, const Catalogue& catalogue);

// One reading; `board` as printed, `headings` the title, captions and stub head of its table.
Observation match_reading(const parsers::Reading& reading, std::string_view board,
                          std::string_view headings, const Catalogue& catalogue);

// "a / b / c".
std::string join_labels(std::span<const std::string> labels);

// A figure in its base unit: tkr × 10^3, mnkr × 10^6, mdkr × 10^9 give kr; other units stay.
// Nothing when there is no value or it does not fit.
struct BaseValue {
  std::optional<parsers::Decimal> value;
  std::string unit;
};
BaseValue base_value(const std::optional<parsers::Decimal>& value, std::string_view unit);

}  // namespace schema
