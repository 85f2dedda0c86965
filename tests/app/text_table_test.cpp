#include "app/text_table.h"

#include <catch2/catch.hpp>

using app::Align;
using app::text_table;

TEST_CASE("columns are as wide as their widest text, in characters", "[text_table]") {
  CHECK(text_table({{"Månad", "Antal"}, {"å", "1"}, {"december", "12 345"}},
                   {Align::left, Align::right}, false) ==
        "Månad      Antal\n"
        "å              1\n"
        "december  12 345\n");
}

TEST_CASE("rows may be shorter and end without spaces", "[text_table]") {
  CHECK(text_table({{"a", "b", ""}, {"ccc"}, {}}, {}, false) == "a    b\nccc\n\n");
  CHECK(text_table({}, {}, false).empty());
}

TEST_CASE("only a cut table shortens long texts, by whole characters", "[text_table]") {
  std::string longest;
  for (std::size_t i = 0; i < app::kWidestColumn; ++i) longest += "å";
  CHECK(text_table({{longest}}, {}, true) == longest + "\n");
  CHECK(text_table({{longest + "ä"}}, {}, false) == longest + "ä\n");
  std::string cut = longest.substr(0, longest.size() - 2) + "…";
  CHECK(text_table({{longest + "ä"}}, {}, true) == cut + "\n");
}
