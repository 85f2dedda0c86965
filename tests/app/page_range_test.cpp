#include "app/page_range.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using app::PageRange;

TEST_CASE("pages are chosen as written", "[page_range]") {
  struct Case {
    std::string text;
    std::vector<int> pages;  // of 1..9
  };
  const std::vector<Case> cases = {
      {"all", {1, 2, 3, 4, 5, 6, 7, 8, 9}},
      {"1", {1}},
      {"1-3,5", {1, 2, 3, 5}},
      {"8-", {8, 9}},
      {"5,1-2,2", {1, 2, 5}},
      {"4-4", {4}},
      {"100", {}},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto range = PageRange::from_string(c.text);
    REQUIRE(range);
    std::vector<int> pages;
    for (int page = 1; page <= 9; ++page) {
      if (range->contains(page)) pages.push_back(page);
    }
    CHECK(pages == c.pages);
  }
}

TEST_CASE("what is no list of pages is refused", "[page_range]") {
  for (const std::string text : {"", "0", "-3", "3-1", "1,,2", "1,", "a", "1-b", "1 - 3", "1;2",
                                 "99999999999", "+1", "1-2-3"}) {
    INFO(text);
    CHECK_FALSE(PageRange::from_string(text));
  }
}
