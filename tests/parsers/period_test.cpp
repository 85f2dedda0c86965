#include "parsers/period.h"

#include <catch2/catch.hpp>

#include "parsers/period_expression.h"

using parsers::canonical_period;
using parsers::parse_period;
using parsers::Period;

namespace {

std::string shown(const std::optional<Period>& period) { return period ? period->text : "none"; }

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("canonical periods are read and written alike", "[period]") {
  CHECK(canonical_period("2023")->end == "2023-12-31");
  CHECK(canonical_period("2024-02") == Period{"2024-02", "2024-02-01", "2024-02-29"});
  CHECK(canonical_period("2022-01/2022-03") ==
        Period{"2022-01/2022-03", "2022-01-01", "2022-03-31"});
  CHECK(canonical_period("2022-03-31") == Period{"2022-03-31", "2022-03-31", "2022-03-31"});
  CHECK(canonical_period("2022-01/2022-12")->text == "2022");
  CHECK(canonical_period("2020/2040") == Period{"2020/2040", "2020-01-01", "2040-12-31"});
  CHECK(canonical_period("2023-01-01/2023-11-30")->end == "2023-11-30");
  for (const char* bad : {"", "22", "2022-13", "2022-02-30", "2022-3", "2022/", "2022-03/2022-01",
                          "202a", "2022-03-31x", "/2022", "1000", "2200"}) {
    INFO(bad);
    CHECK_FALSE(canonical_period(bad).has_value());
  }
}

TEST_CASE("periods as reports write them, with a year", "[period]") {
  for (const Row& row : {
           Row{"2023", "2023"},
           {"jan-23", "2023-01"},
           {"jan\u201123", "2023-01"},
           {"Jan 23", "2023-01"},
           {"sept-23", "2023-09"},
           {"Mars 2022", "2022-03"},
           {"mars månad 2022", "2022-03"},
           {"jan-mars 2022", "2022-01/2022-03"},
           {"jan \u2013 apr 2019", "2019-01/2019-04"},
           {"januari till och med april 2019", "2019-01/2019-04"},
           {"januari samt februari 2023", "none"},
           {"dec 2022 - mars 2023", "2022-12/2023-03"},
           {"nov-jan 2022", "2022-11/2023-01"},
           {"T1 2022", "2022-01/2022-04"},
           {"tertial 2 2022", "2022-05/2022-08"},
           {"T3 -21", "2021-09/2021-12"},
           {"Kv 2 2022", "2022-04/2022-06"},
           {"Q4 2021", "2021-10/2021-12"},
           {"andra kvartalet 2021", "2021-04/2021-06"},
           {"H1 2021", "2021-01/2021-06"},
           {"VT 18", "2018-01/2018-06"},
           {"HT18", "2018-07/2018-12"},
           {"helår 2022", "2022"},
           {"per den 31 mars 2022", "2022-03-31"},
           {"31 december 2021", "2021-12-31"},
           {"ack mars 2022", "2022-01/2022-03"},
           {"t.o.m. april 2022", "2022-01/2022-04"},
           {"2022-03", "2022-03"},
           {"2022-03-31", "2022-03-31"},
           {"2022-01/2022-03", "2022-01/2022-03"},
           {"2020\u20132040", "2020/2040"},
           {"2022/2023", "2022/2023"},
           {"dec -99", "1999-12"},
       }) {
    INFO(row.text);
    CHECK(shown(parse_period(row.text, {})) == row.expected);
  }
}

TEST_CASE("the context says what a period leaves open", "[period]") {
  const parsers::PeriodContext march{.report = canonical_period("2022-03"), .year = std::nullopt};
  const parsers::PeriodContext day{.report = canonical_period("2022-03-31"), .year = std::nullopt};
  const parsers::PeriodContext title{.report = canonical_period("2022-03"), .year = 2021};
  CHECK(shown(parse_period("feb", {})) == "none");
  CHECK(shown(parse_period("helår", {})) == "none");
  CHECK(shown(parse_period("feb", march)) == "2022-02");
  CHECK(shown(parse_period("feb", title)) == "2021-02");
  CHECK(shown(parse_period("jan-mars", march)) == "2022-01/2022-03");
  CHECK(shown(parse_period("T1", march)) == "2022-01/2022-04");
  CHECK(shown(parse_period("helår", march)) == "2022");
  CHECK(shown(parse_period("fg år", march)) == "2021-03");
  CHECK(shown(parse_period("samma period föregående år", day)) == "2021-01/2021-03");
  CHECK(shown(parse_period("2203", march)) == "2022-03");
  CHECK(shown(parse_period("2203", {})) == "none");
  CHECK(shown(parse_period("2213", march)) == "none");
  CHECK(shown(parse_period("9903", march)) == "none");
}

TEST_CASE("other texts are no periods", "[period]") {
  const parsers::PeriodContext march{.report = canonical_period("2022-03"), .year = std::nullopt};
  for (const char* text :
       {"", "45", "Marsstrand", "Utfall 2022", "Barn och unga", "2022-13-01", "-", "år"}) {
    INFO(text);
    CHECK_FALSE(parse_period(text, march).has_value());
  }
}

TEST_CASE("parts of two times make no third", "[period][issue-4]") {
  for (const Row& row : {
           Row{"2022-03/2022-01", "none"},
           {"2022-03/2021-01", "none"},
           {"dec 2022 - mars 2021", "none"},
           {"2022-03-33", "none"},
           {"2023-02-29", "none"},
           {"jan feb 2022", "none"},
           {"jan och mars 2022", "none"},
           {"jan och feb 2022", "2022-01/2022-02"},
           {"dec och jan 2022", "2022-12/2023-01"},
           {"januari t.o.m. mars", "2022-01/2022-03"},
           {"januari--mars", "2022-01/2022-03"},
       }) {
    INFO(row.text);
    CHECK(shown(parse_period(row.text, {.report = std::nullopt, .year = 2022})) == row.expected);
  }
  const auto found = [](const char* text) {
    return shown(parsers::resolve(parsers::find_period(text), {}));
  };
  CHECK(found("mars 2022 2021-05-17") == "2022-03");
  CHECK(found("Verksamhetsplan 2021, mars 2022") == "2021");
  CHECK(found("Bokslut 2021 T1 2022") == "2021");
  CHECK(found("Plan 2020 t.o.m. 2022") == "2020/2022");
  const auto both = [](const char* first, const char* second) {
    return shown(parsers::resolve(
        parsers::merged(parsers::find_period(first), parsers::find_period(second)), {}));
  };
  CHECK(both("mars", "2022") == "2022-03");
  CHECK(both("mars", "2020-2040") == "none");
  CHECK(both("2020-2040", "mars") == "2020/2040");
  CHECK(both("feb", "dec 2022 - mars 2023") == "none");
}

TEST_CASE("what headings say of time", "[period_expression]") {
  const auto resolved = [](const char* text) {
    return shown(parsers::resolve(parsers::find_period(text),
                                  {.report = canonical_period("2026-03"), .year = std::nullopt}));
  };
  for (const Row& row : {
           Row{"Redovisat jan-mars 2022", "2022-01/2022-03"},
           {"Redovisat jan-mars 2022 Utgifter", "2022-01/2022-03"},
           {"Bokslut 2022 (tkr)", "2022"},
           {"Budget 2023", "2023"},
           {"Prognos helår", "2026"},
           {"Utfall perioden 2026", "2026-01/2026-03"},
           {"Utfall helår 2025", "2025"},
           {"Period Utfall", "2026-01/2026-03"},
           {"Period Utfall fg år", "2025-01/2025-03"},
           {"Helår Fg prognos", "2026"},
           {"Helår Bokslut fg år", "2025"},
           {"Bokslut fg år", "2025"},
           {"Aktuell period (ack sedan årets början)", "2026-01/2026-03"},
           {"Motsvarande period föregående år", "2025-01/2025-03"},
           {"Utfall fg år", "2025-03"},
           {"Utfall månaden", "2026-03"},
           {"Utfall ack", "2026-01/2026-03"},
           {"Mål (utfall) 2017", "2017"},
           {"Investerings-ram 2022", "2022"},
           {"Avser perioden 2023-01-01-2023-11-30", "2023-01/2023-11"},
           {"Socialförvaltningen månadsrapport per januari samt februari månad 2023",
            "2023-01/2023-02"},
           {"Delårsrapport per den 31 mars 2022", "2022-03-31"},
           {"Uppföljningsrapport, april 2019", "2019-04"},
           {"Befolkningsprognos 2020\u20132040", "2020/2040"},
           {"Utfall perioden jämfört med samma period föregående år", "2026-01/2026-03"},
           {"Bokslut -21", "2021"},
           {"Budget 22", "2022"},
           {"Utfall jan-aug 22", "2022-01/2022-08"},
           {"2021 T1", "2021-01/2021-04"},
           {"Ack. utfall", "2026-01/2026-03"},
           {"Årsbudget", "2026"},
           {"Avvikelse", "none"},
           {"Budget 22 %", "none"},
           {"Mål 95", "none"},
           {"Antal barn 16-20 år", "none"},
           {"enligt SFS 2018:1937", "none"},
           {"Dnr KS 2017/123", "none"},
           {"på 2000-talet", "none"},
           {"inom 120 dgr", "none"},
           {"( källa kolada : N17451)", "none"},
           {"2000,5", "none"},
           {"", "none"},
       }) {
    INFO(row.text);
    CHECK(resolved(row.text) == row.expected);
  }
}
