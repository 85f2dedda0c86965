#include "parsers/line_cues.h"

#include <catch2/catch.hpp>

TEST_CASE("labels of sums, parts, amounts and deviations", "[line_cues]") {
  struct Case {
    const char* label;
    const char* cues;
  };
  const Case cases[] = {
      {"Summa", "total"},
      {"Summa nettokostnader, tkr", "total"},
      {"Totalt¹", "total"},
      {"Total sjukfrånvaro", "total"},
      {"Hemtjänst totalt", "total"},
      {"varav kostnader", "part"},
      {"- därav personal", "part"},
      {"Budget 2023", "amount"},
      {"Utfall jan-mars", "amount"},
      {"Prognosavvikelse", "deviation"},
      {"Totalförsvar", ""},
      {"Hemtjänst", ""},
  };
  for (const Case& c : cases) {
    INFO(c.label);
    const parsers::LineCue cue = parsers::cue_of({"Verksamhet", c.label});
    std::string cues;
    if (cue.total) cues += "total";
    if (cue.part) cues += "part";
    if (cue.amount) cues += "amount";
    if (cue.deviation) cues += "deviation";
    CHECK(cues == c.cues);
  }
  CHECK_FALSE(parsers::cue_of({}).total);
}

TEST_CASE("what is better the more there is of it", "[line_cues]") {
  CHECK(parsers::is_gain({"Taxor och avgifter"}));
  CHECK(parsers::is_gain({"Budget", "varav intäkter"}));
  CHECK(parsers::is_gain({"Resultat"}));
  CHECK_FALSE(parsers::is_gain({"Personalkostnader"}));
  CHECK_FALSE(parsers::is_gain({}));
}
