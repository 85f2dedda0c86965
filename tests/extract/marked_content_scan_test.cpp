#include "extract/marked_content_scan.h"

#include <catch2/catch.hpp>
#include <string_view>
#include <utility>
#include <vector>

TEST_CASE("ends of marked content whose properties have a name") {
  const std::vector<std::pair<std::string_view, std::vector<bool>>> cases = {
      {"", {}},
      {"/P <</MCID 0>> BDC (a) Tj EMC", {false}},
      {"/P<</MCID 0>>BDC(a)Tj EMC", {false}},
      {"/Artifact BMC EMC", {false}},
      {"/OC /L BDC EMC", {true}},
      {"/OC/L BDC\nEMC", {true}},
      {"/P <</MCID 0>> BDC /OC /L BDC (a) Tj EMC (b) Tj EMC", {true, false}},
      {"/OC /L BDC /P <</MCID 0>> BDC EMC EMC", {false, true}},
      {"EMC /OC /L BDC EMC", {false, true}},
      {"/OC /L BDC (EMC \\) EMC (EMC)) Tj EMC", {true}},
      {"/OC /L BDC % EMC\nEMC", {true}},
      {"/OC /L BDC <454D43> Tj [(EMC) -3 (EMC)] TJ EMC", {true}},
      {"/OC /L BDC BI /W 1 ID EMC \x01 EI EMC", {true}},
      {"/OC /L BDC (unfinished", {}},
      {"BI ID unfinished EMC", {}},
  };
  for (const auto& [content, ends] : cases) {
    INFO(content);
    CHECK(extract::ends_of_named_content(content) == ends);
  }
}
