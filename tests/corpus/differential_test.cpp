// The same report set in different ways has to give the same: rules drawn or removed, tags written
// or not.

#include "tests/corpus/same_reading.h"

using support::check_same_figures;
using support::check_same_grids;

TEST_CASE("rules drawn and removed give the same", "[differential]") {
  const std::string report =
      GENERATE(as<std::string>{}, "vaxjo-omsorgsnamnden-2023-09", "pitea-socialnamnden-2022");
  check_same_grids(report + "-linjer", report + "-utan-linjer");
  check_same_figures(report + "-linjer", report + "-utan-linjer");
}

TEST_CASE("tagged and untagged export of a report give the same", "[differential]") {
  check_same_grids("umea-aldrenamnden-2023-08-taggad", "umea-aldrenamnden-2023-08-otaggad");
  check_same_figures("umea-aldrenamnden-2023-08-taggad", "umea-aldrenamnden-2023-08-otaggad");
}
