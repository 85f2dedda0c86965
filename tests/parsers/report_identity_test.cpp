#include "parsers/report_identity.h"

#include <catch2/catch.hpp>
#include <vector>

using parsers::boards_in;
using parsers::identify_report;
using parsers::TextPassage;

namespace {

TextPassage line(std::string text, double size = 11, int page = 1, bool furniture = false) {
  TextPassage passage;
  passage.page = page;
  passage.text = std::move(text);
  passage.font_size = size;
  passage.furniture = furniture;
  return passage;
}

}  // namespace

TEST_CASE("boards are named in many ways", "[report_identity]") {
  using Names = std::vector<std::string>;
  CHECK(boards_in("Socialnämnden") == Names{"Socialnämnden"});
  CHECK(boards_in("Uppföljning Socialnämndens mål 2023") == Names{"Socialnämnden"});
  CHECK(boards_in("för social- och omsorgsnämnden som tillhör") ==
        Names{"Social- och omsorgsnämnden"});
  CHECK(boards_in("Barn-, ungdoms- och kulturnämnden") ==
        Names{"Barn-, ungdoms- och kulturnämnden"});
  CHECK(boards_in("Nämnden för Intraservice") == Names{"Nämnden för Intraservice"});
  CHECK(boards_in("Nämnden för arbetsmarknad och vuxenutbildning.") ==
        Names{"Nämnden för arbetsmarknad och vuxenutbildning"});
  CHECK(boards_in("Kommunstyrelsens verksamhetsutskott") ==
        Names{"Kommunstyrelsens verksamhetsutskott"});
  CHECK(boards_in("beslut i kommunstyrelsen 14 december") == Names{"Kommunstyrelsen"});
  CHECK(boards_in("Nämnden ska inom kommunen svara för").empty());
  CHECK(boards_in("nämndens budget").empty());
  CHECK(boards_in("").empty());
}

TEST_CASE("the title and the period are read from the first page", "[report_identity]") {
  extract::Diagnostics diagnostics;
  extract::DocumentInfo info;
  info.name = "rapport";
  info.title = "Tertialrapport 2 FFS 2012";
  const std::vector<TextPassage> passages = {
      line("Socialnämnden", 12),
      line("2023-03-14"),
      line("Socialförvaltningen månadsrapport avseende verksamhet", 16),
      line("per januari samt februari månad 2023", 16),
      line("I denna rapport finns verksamhetsstatistik sammanställd med kommentarer för att ge en "
           "tydlig "
           "bild av verksamhetens utveckling."),
      line("Antalet ökade 2021.", 11, 2)};
  const auto identity = identify_report(info, {}, passages, diagnostics);
  CHECK(
      identity.title ==
      "Socialförvaltningen månadsrapport avseende verksamhet per januari samt februari månad 2023");
  CHECK(identity.board == "Socialnämnden");
  REQUIRE(identity.period);
  CHECK(identity.period->text == "2023-01/2023-02");
  CHECK(identity.period_place == "title");
  REQUIRE(diagnostics.all().size() == 1);  // the template's title in the metadata
  CHECK(diagnostics.all()[0].code == "period-contradiction");
  CHECK(diagnostics.all()[0].message.find("2012") != std::string::npos);
}

TEST_CASE("what the caller knows goes first, the file name and metadata last",
          "[report_identity]") {
  extract::Diagnostics diagnostics;
  extract::DocumentInfo info;
  info.name = "namnden_2017-04";
  CHECK(identify_report(info, {}, {}, diagnostics).period->text == "2017-04");
  parsers::ReportHints hints;
  hints.period = parsers::canonical_period("2017-03");
  hints.board = "Kulturnämnden";
  const auto identity = identify_report(info, hints, {}, diagnostics);
  CHECK(identity.period->text == "2017-03");
  CHECK(identity.board == "Kulturnämnden");
  info.name = "rapport";
  CHECK_FALSE(identify_report(info, {}, {}, diagnostics).period.has_value());
  CHECK(diagnostics.all().empty());
}
