#include "schema/suggest.h"

#include <catch2/catch.hpp>

namespace {

std::string suggested(const std::vector<std::string>& parts, const std::string& unit) {
  const auto found = schema::suggest(schema::Catalogue::builtin(), {parts, unit});
  return found ? found->indicator : "";
}

}  // namespace

TEST_CASE("Near labels are suggested with their reason", "[suggest][issue-5]") {
  const auto found = schema::suggest(schema::Catalogue::builtin(), {{"Trygghetslarmen"}, "antal"});
  REQUIRE(found);
  CHECK(found->indicator == "aldre.trygghetslarm");
  CHECK(found->percent == 85);
  CHECK(found->reason == "spelled otherwise: trygghetslarmen for trygghetslarm");
  CHECK(suggested({"Antal orosanmälnigar"}, "antal") == "ifo.orosanmalningar_barn");
  CHECK(suggested({"Hushåll som har ekonomiskt bistånd"}, "antal") == "ifo.ek_bistand_hushall");
}

TEST_CASE("What is not near, or counted in another unit, is not suggested", "[suggest][issue-5]") {
  CHECK(suggested({"Antal Major Incidents"}, "antal").empty());
  CHECK(suggested({"Trygghetslarmen"}, "tkr").empty());
  CHECK(suggested({"Totalt"}, "antal").empty());
  CHECK(suggested({}, "antal").empty());
  CHECK(suggested({"12 år"}, "antal").empty());
}
