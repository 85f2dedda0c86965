#include "schema/label_key.h"

#include <catch2/catch.hpp>

using schema::label_key;

TEST_CASE("Labels that are the same", "[label_key]") {
  for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{
           {"Anmälningar  Unga**", "anmälningar unga"},
           {"ANMÄLNINGAR UNGA", "anmälningar unga"},
           {"Anma\u0308lningar", "anmälningar"},  // decomposed ä
           {"Antal\u00A0larm", "antal larm"},     // no-break space
           {"600 – Flyktingmottagande", "600 - flyktingmottagande"},
           {"Boende LSS*", "boende lss"},
           {"Kostnader:", "kostnader"},
           {"Total sjukfrånvaro¹", "total sjukfrånvaro"},
           {"Familjerådgivn.", "familjerådgivn"},
           {"sjuk\u00ADfrånvaro", "sjukfrånvaro"},  // soft hyphen
           {"Linköpings kommun", "LINKÖPINGS KOMMUN"}}) {
    INFO(a);
    CHECK(label_key(a) == label_key(b));
  }
}

TEST_CASE("Letters are letters of their own", "[label_key]") {
  for (const auto& [a, b] : std::vector<std::pair<const char*, const char*>>{
           {"Håbo", "Habo"}, {"Höör", "Hoor"}, {"Malå", "Mala"}, {"idé", "ide"}, {"m²", "m2"}}) {
    INFO(a);
    CHECK(label_key(a) != label_key(b));
  }
}

TEST_CASE("The stable hash is the same everywhere", "[label_key]") {
  CHECK(schema::stable_hash("") == 0x4bf29ce484222325);
  CHECK(schema::stable_hash("a") == 0x2f63dc4c8601ec8c);
}
