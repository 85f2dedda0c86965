#include "parsers/fold.h"

#include <catch2/catch.hpp>
#include <vector>

using parsers::join_label_lines;
using parsers::MarkedLabel;
using parsers::match_key;
using parsers::split_marks;

TEST_CASE("labels are compared without case, spacing and soft hyphens", "[fold]") {
  CHECK(match_key("Total  SJUKFRÅNVARO\u00a0") == "total sjukfrånvaro");
  CHECK(match_key("Kontakt\u00adperson") == "kontaktperson");
  CHECK(match_key("a\u030a") == "å");
  CHECK(match_key("2020\u20132040") == "2020-2040");
  CHECK(match_key("HÅBO") != match_key("HABO"));
  CHECK(match_key("Idé") == "idé");
  CHECK(match_key("\xff") == "\ufffd");
  CHECK(match_key("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");
  CHECK(match_key("") == "");
}

TEST_CASE("labels broken at line ends are mended", "[fold]") {
  struct Row {
    std::vector<std::string> lines;
    const char* expected;
  };
  for (const Row& row : {
           Row{{"Kontakt-", "person"}, "Kontaktperson"},
           Row{{"Förslag till", "omdispo-", "nering"}, "Förslag till omdisponering"},
           Row{{"Vård-", "och omsorg"}, "Vård- och omsorg"},
           Row{{"Barn-", "samt ungdomsvård"}, "Barn- samt ungdomsvård"},
           Row{{"Upplands-", "Bro"}, "Upplands-Bro"},
           Row{{"HVB-", "placering"}, "HVB-placering"},
           Row{{"e-", "tjänster"}, "e-tjänster"},
           Row{{"Kontakt\u00ad", "person"}, "Kontaktperson"},
           Row{{"Kon\u00adtakt", "person"}, "Kontakt person"},
           Row{{"Ålder 16-", "20 år"}, "Ålder 16-20 år"},
           Row{{"Grundutrustning/", "Sängar"}, "Grundutrustning/Sängar"},
           Row{{"Motsvaran", "de period"}, "Motsvarande period"},
           Row{{"Avvik", "else"}, "Avvikelse"},
           Row{{"Avvikels", "e (tkr)"}, "Avvikelse (tkr)"},
           Row{{"Budget", "avvikelse"}, "Budget avvikelse"},
           Row{{"Prognos", "helår"}, "Prognos helår"},
           Row{{" Antal  pågående ", "", "utredningar"}, "Antal pågående utredningar"},
           Row{{"- ", "Ekonomi"}, "- Ekonomi"},
           Row{{}, ""},
       }) {
    INFO(row.expected);
    CHECK(join_label_lines(row.lines) == row.expected);
  }
}

TEST_CASE("footnote marks are taken off a label's end", "[fold]") {
  CHECK(split_marks("Boende LSS*") == MarkedLabel{"Boende LSS", "*"});
  CHECK(split_marks("Personalomsättning i procent***") ==
        MarkedLabel{"Personalomsättning i procent", "***"});
  CHECK(split_marks("Sjuklönekostnad **") == MarkedLabel{"Sjuklönekostnad", "**"});
  CHECK(split_marks("Bistånd²") == MarkedLabel{"Bistånd", "²"});
  CHECK(split_marks("Hemtjänst 1)") == MarkedLabel{"Hemtjänst", "1)"});
  CHECK(split_marks("Hemtjänst 1) 2)") == MarkedLabel{"Hemtjänst", "1)2)"});
  CHECK(split_marks("Lokalyta m²") == MarkedLabel{"Lokalyta m²", ""});
  CHECK(split_marks("Lokalyta m²*") == MarkedLabel{"Lokalyta m²", "*"});
  CHECK(split_marks("Bokslut (2018)") == MarkedLabel{"Bokslut (2018)", ""});
  CHECK(split_marks("Betyg (åk 9)") == MarkedLabel{"Betyg (åk 9)", ""});
  CHECK(split_marks("*") == MarkedLabel{"*", ""});
  CHECK(split_marks("Sjukfrånvaro") == MarkedLabel{"Sjukfrånvaro", ""});
}
