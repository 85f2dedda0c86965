#include "parsers/boards.h"

#include <catch2/catch.hpp>
#include <vector>

using parsers::boards_in;
using parsers::TextPassage;

TEST_CASE("boards are named in many ways", "[boards]") {
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

TEST_CASE("the report's own board is told from those it mentions", "[boards]") {
  const auto line = [](const char* text, int page) {
    TextPassage passage;
    passage.page = page;
    passage.text = text;
    return passage;
  };
  const std::vector<TextPassage> passages = {
      line("Kulturnämnden", 1), line("beslut i kommunstyrelsen", 2),
      line("till kommunstyrelsen", 2), line("av kommunstyrelsen", 3)};
  CHECK(parsers::likely_board(passages) == "Kulturnämnden");
  CHECK(parsers::likely_board({}) == "");
}
