// One description set by four producers has to give the same figures.

#include "tests/corpus/same_reading.h"

using support::check_same_figures;

TEST_CASE("four producers of one report give the same figures", "[differential]") {
  const std::string report = "habo-socialnamnden-2023-06-";
  const std::string producer = GENERATE(as<std::string>{}, "chromium", "latex", "groff");
  check_same_figures(report + "writer", report + producer);
}
