#include "schema/identify.h"

#include <catch2/catch.hpp>

using schema::Catalogue;
using schema::Identity;

namespace {

struct Line {
  int page;
  const char* text;
  bool furniture = false;
};

Identity identify(const std::vector<Line>& lines, extract::Diagnostics& diagnostics,
                  const std::string& author = "") {
  parsers::Report report;
  report.info.author = author;
  for (const Line& line : lines) {
    report.passages.push_back({line.page, {}, line.text, 10, false, line.furniture});
  }
  return schema::identify_municipality(report, Catalogue::builtin(), diagnostics);
}

}  // namespace

TEST_CASE("A report's municipality from its own words", "[identify]") {
  struct Case {
    std::vector<Line> lines;
    const char* code;
  };
  for (const Case& c : std::vector<Case>{
           {{{1, "Melleruds kommun"}}, "1461"},
           {{{3, "Nacka kommun 2 (3)", true}}, "0182"},
           {{{1, "Nämndernas uppdrag regleras i Linköpings kommuns reglemente, för nämnden"},
             {2, "Den situation som Linköping har med segregation"},
             {4, "ett tryggt Linköping"}},
            "0580"},
           // Broken over two lines.
           {{{2, "Enligt beslut ska alla enheter i Härnösands"},
             {2, "kommun spara, vilket Härnösands kommun"},
             {3, "har beslutat. I Härnösands kommun gäller"}},
            "2280"},
           {{{1, "Kontakt: socialnamnd@mellerud.se"}}, "1461"},
           {{{5, "Läs mer på www.linkoping.se/omsorg."}}, "0580"},
           {{{1, "https://www.upplands-bro.se"}}, "0139"},
           {{{1, "info@habo.se"}}, "0305"},
           {{{1, "info@habokommun.se"}}, "0643"},
           {{{1, "Håbo kommun"}}, "0305"},
           {{{1, "Habo kommun"}}, "0643"},
           {{{1, "Marks kommun"}}, "1463"},
           {{{1, "BORÅS STAD"}}, "1490"},
           {{{1, "Region Gotland"}}, "0980"},
           {{{1, "Malung-Sälens kommun"}}, "2023"},
           {{{2, "Göteborgs Stad har en nollvision. I Göteborgs Stad gäller."}}, "1480"},
           // An address and a mention agree; a neighbour named now and then does not disturb.
           {{{1, "Postadress 464 80 MELLERUD"},
             {3, "inom Melleruds kommun"},
             {4, "samverkan med Åmåls kommun"}},
            "1461"},
           {{{1, "Nacka kommun, 131 81 Nacka"},
             {2, "samarbete med Helsingborgs stad, Stockholms stad"},
             {3, "Håbo kommun"}},
            "0182"},
       }) {
    INFO(c.lines.front().text);
    extract::Diagnostics diagnostics;
    const Identity identity = identify(c.lines, diagnostics);
    CHECK(identity.municipality_code == c.code);
    CHECK(identity.source == schema::IdentitySource::document);
    CHECK_FALSE(identity.evidence.empty());
    CHECK(diagnostics.all().empty());
  }
}

TEST_CASE("Nothing is guessed from persons, places and neighbours", "[identify]") {
  for (const std::vector<Line>& lines : std::vector<std::vector<Line>>{
           {},
           {{1, "Anders Nacka, förvaltningschef"}},
           {{1, "Lotta Mark"}, {1, "Eva Lund"}, {2, "Kjell Berg"}, {3, "Nora Sala"}},
           {{2, "Familjecentralen i Mellerud har öppnat."},
            {3, "I Mellerud och Åmål samverkar vi."}},
           {{2, "En konferens hölls i Falköping i mars."}},
           {{1, "Sveriges kommuner och regioner (SKR)"}, {2, "båda kommunerna"}},
           {{2, "i samverkan med Åmåls kommun"}, {3, "tillsammans med Åmåls kommun"}},
           {{2, "Kommunerna Åmåls kommun, Dals-Eds kommun och Melleruds kommun har ett avtal."}},
           {{2, "mark och vatten, att vara en god granne"}},
           {{1, "www.scb.se"}, {1, "info@skr.se"}},
           {{2, "exploateringsenheten Nacka stad"}},
           {{1, "123 45 Lund"}},
           // Two that say the same of themselves.
           {{1, "Melleruds kommun"}, {1, "Åmåls kommun"}},
       }) {
    INFO((lines.empty() ? "" : lines.front().text));
    extract::Diagnostics diagnostics;
    const Identity identity = identify(lines, diagnostics);
    CHECK(identity.municipality_code == "");
    CHECK(identity.source == schema::IdentitySource::unknown);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "municipality-unknown");
  }
}

TEST_CASE("Metadata support what the text says, and are not enough alone", "[identify]") {
  extract::Diagnostics diagnostics;
  CHECK(identify({}, diagnostics, "Melleruds kommun").municipality_code == "");
  CHECK_THAT(diagnostics.all().front().message,
             Catch::Contains("only: Melleruds kommun (metadata)"));
  CHECK(identify({{2, "beslut i Melleruds kommun"}}, diagnostics, "Melleruds kommun")
            .municipality_code == "1461");
  CHECK(identify({{2, "Anders Nacka"}}, diagnostics, "Petersson Nacka").municipality_code == "");
}
