#pragma once
// Inhabitants: the denominators of a comparison, read once from the table `population`.
//
//   const Inhabitants inhabitants(database);
//   if (const auto known = inhabitants.nearest("1461", 2019))
//     text = per_1000(*base_value, known->persons);

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "parsers/decimal.h"
#include "schema/database.h"

namespace schema {

class Inhabitants {
 public:
  struct Known {
    int year = 0;
    std::int64_t persons = 0;
  };

  explicit Inhabitants(Database& database);
  // Those of the nearest year that is known, the earlier of two; nothing when that is more than
  // five years off.
  std::optional<Known> nearest(const std::string& municipality_code, int year) const;

 private:
  std::unordered_map<std::string, std::vector<Known>> by_municipality_;  // by year
};

// value × 1000 / persons as decimal text, rounded half away from zero to two decimals.
std::string per_1000(const parsers::Decimal& value, std::int64_t persons);

}  // namespace schema
