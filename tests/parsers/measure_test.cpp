#include "parsers/measure.h"

#include <catch2/catch.hpp>
#include <vector>

using parsers::find_measure;
using parsers::MeasureWords;

TEST_CASE("headings name measures", "[measure]") {
  struct Row {
    std::vector<std::string> path;
    MeasureWords expected;
  };
  for (const Row& row : {
           Row{{"Utfall 2016"}, {"utfall", ""}},
           Row{{"Redovisat jan-mars 2022", "Utgifter"}, {"utfall", ""}},
           Row{{"Bokslut 2022 (tkr)"}, {"utfall", ""}},
           Row{{"Period", "Utfall fg år"}, {"utfall", ""}},
           Row{{"Helår", "Bokslut fg år"}, {"utfall", ""}},
           Row{{"Resultat period"}, {"utfall", ""}},
           Row{{"Prognos resultat helår"}, {"prognos", ""}},
           Row{{"Prognos 2022", "Netto"}, {"prognos", ""}},
           Row{{"Prognos", "Resultat"}, {"prognos", ""}},
           Row{{"Helår", "Fg prognos"}, {"prognos", ""}},
           Row{{"Helårsprognos"}, {"prognos", ""}},
           Row{{"Budget kostnader period"}, {"budget", ""}},
           Row{{"Investerings-ram 2022"}, {"budget", ""}},
           Row{{"Kommunbidrag"}, {"budget", ""}},
           Row{{"Budget 2017", "Budgetavvikelse"}, {"avvikelse", ""}},
           Row{{"Prognosavvikelse mot budget helår"}, {"avvikelse", ""}},
           Row{{"Budgetavvikelse", "Prognos"}, {"avvikelse", ""}},
           Row{{"Avvikelse (tkr)"}, {"avvikelse", ""}},
           Row{{"Diff"}, {"avvikelse", ""}},
           Row{{"Förändring"}, {"förändring", ""}},
           Row{{"Förslag till omdisponering"}, {"omdisponering", ""}},
           Row{{"Målvärde helår"}, {"målvärde", ""}},
           Row{{"Mål 2018"}, {"målvärde", ""}},
           Row{{"Mål (utfall) 2017"}, {"målvärde", "utfall"}},
           Row{{"Mål uppnått"}, {"", ""}},
           Row{{"Nämndmål"}, {"", ""}},
           Row{{"Program"}, {"", ""}},
           Row{{"Antal trygghetslarm"}, {"", ""}},
           Row{{"2021"}, {"", ""}},
           Row{{}, {"", ""}},
       }) {
    INFO((row.path.empty() ? "" : row.path.back()));
    CHECK(find_measure(row.path).measure == row.expected.measure);
    CHECK(find_measure(row.path).in_parentheses == row.expected.in_parentheses);
  }
}

TEST_CASE("a row that is nothing but a measure carries it", "[measure]") {
  for (const char* label :
       {"Budget", "Utfall 2022", "Avvikelse (tkr)", "Prognos helår", "Budget jan-mars"}) {
    INFO(label);
    CHECK(parsers::is_measure_label(label));
  }
  for (const char* label : {"Avvikelse mot plan för barn", "Budget- och skuldrådgivning",
                            "Årets resultat", "Kostnader", "2022", ""}) {
    INFO(label);
    CHECK_FALSE(parsers::is_measure_label(label));
  }
}
