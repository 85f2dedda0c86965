#include "parsers/prose.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using parsers::Reading;
using parsers::TextPassage;

namespace {

// Lines of one paragraph, as on page 1 of a report about April 2019.
std::vector<Reading> read(const std::vector<std::string>& lines, const char* period = "2019-04") {
  std::vector<TextPassage> passages;
  double y = 100;
  for (const std::string& text : lines) {
    TextPassage passage;
    passage.page = 1;
    passage.text = text;
    passage.font_size = 11;
    passage.box = {70, y, 500, y + 12};
    passages.push_back(passage);
    y += 14;
  }
  parsers::ReportContext context;
  context.period = parsers::canonical_period(period);
  return parsers::read_prose(passages, context, parsers::Method::stream);
}

std::string shown(const std::vector<Reading>& readings) {
  std::string all;
  for (const Reading& reading : readings) {
    all += reading.row_path[0] + " | " + reading.raw + " | " + reading.value->to_string() + " " +
           reading.unit + " " + reading.period->text + " " + reading.measure + "\n";
  }
  return all;
}

struct Row {
  std::vector<std::string> lines;
  const char* expected;
};

}  // namespace

TEST_CASE("figures of running text that say everything themselves", "[prose]") {
  for (const Row& row : {
           Row{{"• Inhyrd personal -1,6 mnkr"},
               "Inhyrd personal | -1,6 mnkr | -1.6 mnkr 2019-04 avvikelse\n"},
           Row{{"Stöd och service +1,2 mnkr"},
               "Stöd och service | +1,2 mnkr | 1.2 mnkr 2019-04 avvikelse\n"},
           Row{{"Antal barn i förskolor april 2017: 3 047 st"},
               "Antal barn i förskolor april 2017 | 3 047 st | 3047 antal 2017-04 utfall\n"},
           Row{{"Mars: 179 svarande. HME-Index: 78"},
               "Antal svarande | 179 | 179 antal 2019-03 utfall\nHME-Index | 78 | 78 index 2019-03 "
               "utfall\n"},
           Row{{"Andelen arbetad tid av timvikarier uppgår i januari till",
                "13% och februari till 12%."},
               "Andelen arbetad tid av timvikarier | 13% | 13 procent 2019-01 utfall\n"
               "Andelen arbetad tid av timvikarier | 12% | 12 procent 2019-02 utfall\n"},
           Row{{"Antalet anmälda tillbud och skador är 15 i april, varav 5 är tillbud."},
               "Antalet anmälda tillbud och skador | 15 | 15 antal 2019-04 utfall\n"},
           Row{{"Andelen tid som utförts av vikarier är fortsatt lägre än föregående år och",
                "uppgick i mars månad till 10 % av den totala tiden."},
               "Andelen tid som utförts av vikarier | 10 % | 10 procent 2019-03 utfall\n"},
           Row{{"Detta gör att personalomsättningen för 2018 hamnar på 8,5%."},
               "Personalomsättning | 8,5% | 8.5 procent 2018 utfall\n"},
           Row{{"Under april hade vi 75 klienter och 26 anhöriga, sammanlagt 101 serviceärenden."},
               "Antal serviceärenden | 101 | 101 antal 2019-04 utfall\n"},
       }) {
    INFO(row.lines[0]);
    CHECK(shown(read(row.lines)) == row.expected);
  }
}

TEST_CASE("what compares, hopes or is about something else is passed by in silence", "[prose]") {
  for (const char* line : {
           "Nämnden visar ett underskott mot budget på -7,7 mnkr",
           "Nämnden visar ett underskott mot budget om 7,7 mnkr",
           "Hyra – 4,7 mnkr",
           "Andelen ska vara högst 15 % på helår",
           "Målet är att andelen är 15 %",
           "Andelen nöjda i riket är 85 %",
           "Andelen nöjda är 3 procent högre än i mars",
           "Antalet ärenden är 15 fler än i mars",
           "Antalet ärenden är 15 procent",
           "Antalet ärenden har ökat med 15 procent",
           "Andelen nöjda förväntas uppgå till 85 %",
           "Andelen nöjda är 85 % i december",
           "Telefon: 0530-180 00",
           "Andel nöjda: 85",
           "Sida 3 av 12",
           "I april 2019 var det 22 procent fler utredningar",
           "Under året har totalt 8 personer avslutat sin tjänst",
           "",
       }) {
    INFO(line);
    CHECK(shown(read({line})) == "");
  }
}

TEST_CASE("the figure leads back to its line", "[prose]") {
  const auto readings = read({"Andelen arbetad tid uppgår i mars till", "13% enligt systemet."});
  CHECK(readings.empty());  // "13% enligt" may go on to mean something else
  const auto found = read({"Antalet anmälda tillbud och skador är", "15 i april."});
  REQUIRE(found.size() == 1);
  CHECK(found[0].box.y0 == 114);
  CHECK(found[0].source == parsers::Source::prose);
  CHECK(found[0].table == -1);
}

TEST_CASE("page headers are not read, and without a report period nothing is dated", "[prose]") {
  TextPassage header;
  header.page = 1;
  header.text = "Vakanta tjänster +3,5 mnkr";
  header.furniture = true;
  parsers::ReportContext context;
  context.period = parsers::canonical_period("2022");
  CHECK(parsers::read_prose({&header, 1}, context, parsers::Method::text).empty());
  header.furniture = false;
  CHECK(parsers::read_prose({&header, 1}, context, parsers::Method::text).size() == 1);
  CHECK(parsers::read_prose({&header, 1}, {}, parsers::Method::text).empty());
}
