#include "parsers/decimal.h"

#include <catch2/catch.hpp>

using parsers::Decimal;

TEST_CASE("decimals are written with a point and all printed decimals", "[decimal]") {
  struct Row {
    Decimal value;
    const char* text;
  };
  for (const Row& row : {Row{{-281, 1}, "-28.1"}, Row{{1654006, 0}, "1654006"}, Row{{0, 1}, "0.0"},
                         Row{{-5, 3}, "-0.005"}, Row{{0, 0}, "0"}}) {
    INFO(row.text);
    CHECK(row.value.to_string() == row.text);
    CHECK(Decimal::from_string(row.text) == row.value);
  }
  for (const char* bad : {"", "-", ".5", "5.", "007", "1 000", "1,5", "+1", "1e3", "-0",
                          "99999999999999999999", "0.1234567890123456789"}) {
    INFO(bad);
    CHECK_FALSE(Decimal::from_string(bad).has_value());
  }
}

TEST_CASE("decimals compare, add and scale exactly", "[decimal]") {
  CHECK(parsers::compare({150, 2}, {15, 1}) == 0);
  CHECK(parsers::compare({-1, 0}, {1, 18}) == -1);
  CHECK(parsers::compare({INT64_MAX, 0}, {INT64_MAX, 18}) == 1);
  CHECK(parsers::add({1, 1}, {22, 2}) == Decimal{32, 2});
  CHECK(parsers::subtract({10135, 0}, {69731, 0}) == Decimal{-59596, 0});
  CHECK_FALSE(parsers::add({INT64_MAX, 0}, {1, 0}).has_value());
  CHECK_FALSE(parsers::add({INT64_MAX, 0}, {1, 2}).has_value());
  CHECK(parsers::scaled({5124, 3}, 6) == Decimal{5124000, 0});
  CHECK(parsers::scaled({47, 1}, -3) == Decimal{47, 4});
  CHECK_FALSE(parsers::scaled({INT64_MAX, 0}, 3).has_value());
  CHECK_FALSE(parsers::scaled({1, 10}, -9).has_value());
  CHECK(parsers::negate({-28, 1}) == Decimal{28, 1});
}
