#include "schema/version_order.h"

#include <catch2/catch.hpp>

TEST_CASE("Versions are compared number by number", "[version_order][issue-6]") {
  struct Case {
    const char *older, *newer;
  };
  for (const Case& c : {Case{"0.9", "0.10.2"}, Case{"0.1.0", "0.1.1"}, Case{"0.2.0+2", "0.2.0+3"},
                        Case{"0.2.0+9", "0.2.0+10"}, Case{"0.2.0+9", "0.2.1+1"},
                        Case{"0.1", "0.1.1"}, Case{"0.1.0", "0.1.0+1"}, Case{"", "0.1"}}) {
    INFO(c.older << " < " << c.newer);
    CHECK(schema::older_version(c.older, c.newer));
    CHECK_FALSE(schema::older_version(c.newer, c.older));
  }
  CHECK_FALSE(schema::older_version("0.2.0+2", "0.2.0+2"));
  CHECK_FALSE(schema::older_version("0.1", "0.1.0"));
}
