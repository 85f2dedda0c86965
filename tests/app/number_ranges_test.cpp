#include "app/number_ranges.h"

#include <catch2/catch.hpp>

TEST_CASE("Many numbers in few words", "[number_ranges][issue-6]") {
  CHECK(app::number_ranges({}).empty());
  CHECK(app::number_ranges({4}) == "4");
  CHECK(app::number_ranges({1, 2, 3, 7, 9, 10}) == "1-3,7,9-10");
}
