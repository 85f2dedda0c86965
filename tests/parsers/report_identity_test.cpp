#include "parsers/report_identity.h"

#include <catch2/catch.hpp>
#include <vector>

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

TEST_CASE("a plain-text report has its title in its first lines", "[report_identity]") {
  extract::Diagnostics diagnostics;
  extract::DocumentInfo info;
  info.name = "bokslut-2023";
  const auto plain = [](const char* text) { return line(text, 0); };
  const std::vector<TextPassage> split = {plain("Socialnämnden"),
                                          plain("Förvaltningens månadsrapport avseende"),
                                          plain("verksamhet per december månad 2022"),
                                          plain("I denna rapport finns förvaltningens statistik.")};
  CHECK(identify_report(info, {}, split, diagnostics).title ==
        "Förvaltningens månadsrapport avseende verksamhet per december månad 2022");
  CHECK(identify_report(info, {}, split, diagnostics).period->text == "2022-12");
  // Bullets, numbered headings and sentences are no titles, and their years not the report's.
  const std::vector<TextPassage> prose = {
      plain("1 Socialnämnden"), plain("• Uppföljning av verksamhetsplan 2019"),
      plain("Nämnden visar ett underskott mot budget som påverkar budgetläget 2024.")};
  const auto identity = identify_report(info, {}, prose, diagnostics);
  CHECK(identity.title.empty());
  CHECK(identity.period->text == "2023");
  CHECK(identity.board == "Socialnämnden");
}

TEST_CASE("headings tell the period where nothing else does", "[report_identity]") {
  extract::Diagnostics diagnostics;
  extract::DocumentInfo info;
  info.name = "bilaga";
  const std::vector<TextPassage> passages = {line("Inledning", 14),
                                             line("Budgetuppföljning 2021", 14, 3),
                                             line("Ekonomisk redovisning mars 2022", 14, 4),
                                             line("Investeringsredovisning mars 2022", 14, 5)};
  CHECK(identify_report(info, {}, passages, diagnostics).period->text == "2022-03");
}
