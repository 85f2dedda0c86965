#include "parsers/identity_mend.h"

#include <catch2/catch.hpp>

using parsers::Decimal;
using parsers::Identity;
using parsers::MendKind;
using parsers::Reading;

TEST_CASE("the smallest mend of a failed sum", "[identity_mend]") {
  struct Case {
    std::vector<std::string> values;                         // the terms, then the result
    std::vector<std::pair<std::size_t, std::string>> mends;  // figure and right value
    MendKind kind;
  };
  const Case cases[] = {
      {{"118", "204", "-322"}, {{2, "322"}}, MendKind::sign},
      {{"118", "-204", "322"}, {{1, "204"}}, MendKind::sign},
      {{"118", "240", "322"}, {{1, "204"}}, MendKind::transposed_digits},
      {{"118", "204", "422"}, {{1, "304"}, {2, "322"}}, MendKind::one_digit},
      {{"1118", "4204", "322"}, {{2, "5322"}}, MendKind::lost_digits},
      {{"118", "204", "1749"}, {}, MendKind::sign},
  };
  for (const Case& c : cases) {
    std::vector<Reading> readings;
    Identity identity;
    Decimal sum{0, 0};
    for (std::size_t i = 0; i < c.values.size(); ++i) {
      Reading reading;
      reading.row_path = {"rad " + std::to_string(i)};
      reading.column_path = {"Utfall"};
      reading.value = Decimal::from_string(c.values[i]);
      readings.push_back(reading);
      if (i + 1 == c.values.size()) break;
      identity.terms.push_back({i, 1});
      sum = *add(sum, *reading.value);
    }
    identity.result = c.values.size() - 1;
    identity.expected = sum;
    identity.outcome = parsers::IdentityOutcome::fails;
    const auto mends = parsers::smallest_mends(identity, readings);
    INFO(c.values.back());
    REQUIRE(mends.size() >= c.mends.size());
    for (const auto& [figure, value] : c.mends) {
      const bool told = std::any_of(mends.begin(), mends.end(), [&](const parsers::Mend& mend) {
        return mend.reading == figure && mend.value.to_string() == value && mend.kind == c.kind;
      });
      INFO(value);
      CHECK(told);
    }
    if (c.mends.empty()) CHECK(mends.empty());
  }
}
