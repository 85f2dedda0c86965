#include "schema/catalogue.h"

#include <catch2/catch.hpp>
#include <set>

#include "extract/error.h"
#include "schema/label_key.h"

using schema::Catalogue;

TEST_CASE("Municipalities: all 290, found by every form of their name", "[catalogue]") {
  const Catalogue& catalogue = Catalogue::builtin();
  CHECK(catalogue.municipalities().size() == 290);
  struct Case {
    const char* text;
    const char* code;  // nullptr: not found
  };
  for (const Case& c : {Case{"0114", "0114"},
                        Case{"Linköping", "0580"},
                        Case{"Linköpings kommun", "0580"},
                        Case{"LINKÖPINGS KOMMUN", "0580"},
                        Case{"Linköpings", "0580"},
                        Case{"Håbo", "0305"},
                        Case{"Habo", "0643"},
                        Case{"Håbo kommun", "0305"},
                        Case{"Habo kommun", "0643"},
                        Case{"Stockholms stad", "0180"},
                        Case{"Borås stad", "1490"},
                        Case{"Helsingborgs stad", "1283"},
                        Case{"Göteborgs Stad", "1480"},
                        Case{"Malmö stad", "1280"},
                        Case{"Upplands-Bro", "0139"},
                        Case{"Malung-Sälens kommun", "2023"},
                        Case{"Kalix kommun", "2514"},
                        Case{"Region Gotland", "0980"},
                        Case{"Dals-Eds kommun", "1438"},
                        Case{"114", nullptr},
                        Case{"Linkoping", nullptr},
                        Case{"Haabo", nullptr},
                        Case{"Riket", nullptr},
                        Case{"", nullptr},
                        Case{"kommun", nullptr}}) {
    INFO(c.text);
    const schema::Municipality* found = catalogue.find_municipality(c.text);
    CHECK((found == nullptr) == (c.code == nullptr));
    if (found != nullptr && c.code != nullptr) CHECK(found->code == c.code);
  }
}

TEST_CASE("Names, official names and domains point at one municipality each", "[catalogue]") {
  const Catalogue& catalogue = Catalogue::builtin();
  std::set<std::string> codes, names, domains;
  for (const schema::Municipality& m : catalogue.municipalities()) {
    INFO(m.name);
    CHECK(m.code.size() == 4);
    CHECK(m.code.substr(0, 2) == m.county_code);
    CHECK(codes.insert(m.code).second);
    CHECK(names.insert(schema::label_key(m.name)).second);
    CHECK(domains.insert(m.domain).second);
    CHECK(catalogue.find_municipality(m.official_name) == &m);
    CHECK(catalogue.find_municipality(m.name) == &m);
  }
}

TEST_CASE("Population: known years only", "[catalogue]") {
  std::set<int> years;
  for (const schema::Population& p : Catalogue::builtin().population()) {
    years.insert(p.year);
    CHECK(p.persons > 0);
    if (p.year < 1972 || p.persons <= 0) break;
  }
  CHECK(years.contains(1972));
  CHECK(years.contains(2024));
  CHECK_FALSE(years.contains(2022));
}

TEST_CASE("Indicators are whole", "[catalogue]") {
  const Catalogue& catalogue = Catalogue::builtin();
  CHECK(catalogue.indicators().size() >= 120);
  std::set<std::string> areas, aliased, names;
  for (const schema::Area& area : catalogue.areas()) areas.insert(area.id);
  for (const schema::Alias& alias : catalogue.aliases()) aliased.insert(alias.indicator);
  for (const schema::Indicator& i : catalogue.indicators()) {
    INFO(i.id);
    CHECK(i.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string::npos);
    CHECK_FALSE(i.name.empty());
    CHECK(i.definition.size() > 10);
    CHECK_FALSE(i.unit.empty());
    CHECK(areas.contains(i.area));
    CHECK(i.id.starts_with(i.area + "."));
    CHECK(aliased.contains(i.id));
    CHECK(names.insert(schema::label_key(i.name)).second);
    if (!i.rs_code.empty()) CHECK(catalogue.rs_code(i.rs_code) != nullptr);
    CHECK(catalogue.find_indicator(i.name) == &i);
    CHECK(catalogue.indicator(i.id) == &i);
  }
}

TEST_CASE("Boards have one spelling", "[catalogue]") {
  const Catalogue& catalogue = Catalogue::builtin();
  CHECK(catalogue.board_name("SOCIALNÄMNDEN") == "Socialnämnden");
  CHECK(catalogue.board_name("Vård och omsorgsnämnden") == "Vård- och omsorgsnämnden");
  CHECK(catalogue.board_name("Nämnden för det okända") == "Nämnden för det okända");
  CHECK(catalogue.board_name("") == "");
}

TEST_CASE("A user's own indicators and aliases are added", "[catalogue]") {
  const Catalogue catalogue = Catalogue::with_additions(
      "id,name,definition,unit,aggregation,area\nifo.eget,Eget mått,Ett eget "
      "mått,antal,stock,ifo\n",
      "indicator,label\nifo.eget,Antal egna\n");
  CHECK(catalogue.indicator("ifo.eget")->name == "Eget mått");
  CHECK(catalogue.fingerprint() != Catalogue::builtin().fingerprint());
  struct Case {
    const char* indicators;
    const char* aliases;
    const char* message;
  };
  for (const Case& c :
       {Case{"id,name,aggregation\nx,X,sum\n", "", "aggregation is flow or stock"},
        Case{"id,aggregation\n,flow\n", "", "line 2: an indicator without id"},
        Case{"", "indicator,label\nno.such,Y\n", "an alias names an unknown indicator: no.such"},
        Case{"", "indicator,label\nifo.sis,/(/\n", "not a pattern: /(/"},
        Case{"", "indicator,label\nifo.sis,\n", "line 2: an alias without label"},
        Case{"id,name,aggregation\nifo.sis,X,flow\n", "", "two indicators are named ifo.sis"}}) {
    INFO(c.message);
    CHECK_THROWS_WITH(Catalogue::with_additions(c.indicators, c.aliases),
                      Catch::Contains(c.message));
  }
}
