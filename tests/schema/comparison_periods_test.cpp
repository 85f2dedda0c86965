#include "schema/comparison_periods.h"

#include <catch2/catch.hpp>

#include "schema/series_breaks.h"
#include "schema/similar.h"
#include "tests/schema/sample_report.h"

using sample::load;
using sample::reading;
using sample::report;

namespace {

const std::string kFlow = "ifo.orosanmalningar_barn";  // counted in antal
const std::string kStock = "aldre.trygghetslarm";
const std::string kShare = "personal.avgangar_externt";  // a flow in procent

schema::ComparedFigure figure(const std::string& indicator, const std::string& period,
                              const std::string& value, const std::string& unit = "antal") {
  schema::ComparedFigure made;
  made.indicator = indicator;
  made.municipality_code = "1461";
  made.municipality = "Mellerud";
  made.measure = "utfall";
  made.period = period;
  made.period_start = sample::period(period).start;
  made.period_end = sample::period(period).end;
  made.value = value;
  made.unit = unit;
  made.status = "verified";
  return made;
}

std::vector<schema::ComparedFigure> months(const std::string& indicator, int from, int to) {
  std::vector<schema::ComparedFigure> figures;
  for (int m = from; m <= to; ++m) {
    const std::string month = (m < 10 ? "0" : "") + std::to_string(m);
    figures.push_back(figure(indicator, "2023-" + month, std::to_string(m * 10)));
  }
  return figures;
}

// "2023 780 sum 12/12", one per figure.
std::vector<std::string> told(const std::vector<schema::ComparedFigure>& figures, schema::Per per,
                              schema::StockRule stock = schema::StockRule::mean) {
  schema::PeriodOptions options;
  options.per = per;
  options.stock = stock;
  std::vector<std::string> lines;
  for (const auto& f : per_period(figures, options, schema::Catalogue::builtin())) {
    lines.push_back(f.period + " " + f.value + " " + f.unit + " " +
                    (f.how.empty() ? "printed" : f.how) + " " + std::to_string(f.months) + "/" +
                    std::to_string(f.of_months));
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Flows are summed, incomplete periods marked and not filled", "[periods][issue-5]") {
  using schema::Per;
  // 10 + 20 + … + 120
  CHECK(told(months(kFlow, 1, 12), Per::year) == Lines{"2023 780 antal sum 12/12"});
  CHECK(told(months(kFlow, 1, 9), Per::year) == Lines{"2023 450 antal sum 9/12"});
  CHECK(told(months(kFlow, 2, 6), Per::quarter) ==
        Lines{"2023-01/2023-03 50 antal sum 2/3", "2023-04/2023-06 150 antal sum 3/3"});
  CHECK(told(months(kFlow, 11, 12), Per::month) ==
        Lines{"2023-11 110 antal printed 1/1", "2023-12 120 antal printed 1/1"});
}

TEST_CASE("What is printed for the period goes before a sum", "[periods][issue-5]") {
  using schema::Per;
  auto figures = months(kFlow, 1, 12);
  figures.push_back(figure(kFlow, "2023", "781"));
  CHECK(told(figures, Per::year) == Lines{"2023 781 antal printed 12/12"});
  // January to June printed together with three more months: 205 + 70 + 80 + 90, nothing twice.
  figures = months(kFlow, 1, 9);
  figures.push_back(figure(kFlow, "2023-01/2023-06", "205"));
  CHECK(told(figures, Per::year) == Lines{"2023 445 antal sum 9/12"});
  // Longer than asked for, or over two years: nothing to say.
  CHECK(told({figure(kFlow, "2023", "781")}, Per::month).empty());
  CHECK(told({figure(kFlow, "2022-07/2023-06", "781")}, Per::year).empty());
}

TEST_CASE("Stocks are averaged or taken at the end, never summed", "[periods][issue-5]") {
  using schema::Per;
  using schema::StockRule;
  // (10 + 20 + … + 120) / 12 = 65
  CHECK(told(months(kStock, 1, 12), Per::year) == Lines{"2023 65.0 antal mean 12/12"});
  CHECK(told(months(kStock, 1, 12), Per::year, StockRule::last) ==
        Lines{"2023 120 antal last 12/12"});
  CHECK(told(months(kStock, 1, 9), Per::year, StockRule::last) == Lines{"2023 90 antal last 9/12"});
  // (10 + 20 + 50) / 3 = 26.67
  CHECK(told({figure(kStock, "2023-01", "10"), figure(kStock, "2023-02", "20"),
              figure(kStock, "2023-03", "50")},
             Per::quarter) == Lines{"2023-01/2023-03 26.7 antal mean 3/3"});
  // (-1 - 2) / 2 = -1.5; a date counts for its month.
  CHECK(told({figure(kStock, "2023-01-31", "-1"), figure(kStock, "2023-02-28", "-2")},
             Per::quarter) == Lines{"2023-01/2023-03 -1.5 antal mean 2/3"});
  CHECK(told({figure(kStock, "2023-01-31", "7")}, Per::month) == Lines{"2023-01 7 antal last 1/1"});
  // A quarter weighs three months: (3 × 10 + 50) / 4 = 20
  CHECK(told({figure(kStock, "2023-01/2023-03", "10"), figure(kStock, "2023-04", "50")},
             Per::year) == Lines{"2023 20.0 antal mean 4/12"});
}

TEST_CASE("Shares are not summed, and the year so far stands as printed", "[periods][issue-5]") {
  using schema::Per;
  CHECK(told({figure(kShare, "2023-01/2023-03", "2.0", "procent"),
              figure(kShare, "2023-01/2023-06", "4.5", "procent"),
              figure(kShare, "2023-07/2023-09", "2.0", "procent")},
             Per::year) == Lines{"2023 4.5 procent part 6/12"});
  CHECK(told({figure(kShare, "2023-07/2023-09", "2.0", "procent")}, Per::year).empty());
  // The same person may be in two months.
  CHECK(told({figure("fn.lss_boende_aret", "2023-01", "50", "antal"),
              figure("fn.lss_boende_aret", "2023-02", "51", "antal")},
             Per::year) == Lines{"2023 50 antal personer part 1/12"});
}

TEST_CASE("Money in several units becomes kronor, other units stay out", "[periods][issue-5]") {
  using schema::Per;
  CHECK(told({figure("ekonomi.kostnader", "2023-01", "1.5", "mnkr"),
              figure("ekonomi.kostnader", "2023-02", "250", "tkr")},
             Per::year) == Lines{"2023 1750000 kr sum 2/12"});
  CHECK(told({figure(kFlow, "2023-01", "10", "antal"), figure(kFlow, "2023-02", "5", "procent")},
             Per::year) == Lines{"2023 10 antal sum 1/12"});
}

TEST_CASE("The weakest part decides the status of a sum", "[periods]") {
  auto figures = months(kFlow, 1, 3);
  figures[1].status = "contradicted";
  figures[2].revised = true;
  const auto whole = per_period(figures, {}, schema::Catalogue::builtin());
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].status == "contradicted");
  CHECK(whole[0].revised);
}

TEST_CASE("Breaks are told with what changed, also for the whole year", "[breaks][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  auto first = reading({"jan"}, {"Hemvård", "Trygghetslarm"}, "2022-01", "utfall", "281", "antal");
  auto second = reading({"feb"}, {"Hemvård", "Trygghetslarm"}, "2022-02", "utfall", "282", "antal");
  auto third = reading({"mars"}, {"Hemtjänst", "Antal trygghetslarm"}, "2022-03", "utfall", "290",
                       "antal personer");
  load(database, report("a", "2022-02", {first, second}));
  load(database, report("b", "2022-03", {third}));
  auto figures = schema::compare(database, {});
  REQUIRE(figures.size() == 3);
  add_breaks(database, figures);
  CHECK(figures[0].series_break.empty());
  CHECK(figures[1].series_break.empty());
  CHECK(figures[2].series_break ==
        "label: Hemvård / Trygghetslarm → Hemtjänst / Antal trygghetslarm; "
        "unit: antal → antal personer");
  const auto year = per_period(figures, {}, schema::Catalogue::builtin());
  REQUIRE(year.size() == 1);
  CHECK(year[0].value == "284.3");  // (281 + 282 + 290) / 3 = 284.33
  CHECK(year[0].series_break == figures[2].series_break);
}

TEST_CASE("Breaks are those of one series, whatever order its reports are stored in", "[breaks]") {
  schema::Database database = schema::open_database_in_memory();
  const auto month = [](const std::string& label, const std::string& when) {
    return reading({when}, {label, "Trygghetslarm"}, when, "utfall", "281", "antal");
  };
  const auto year =
      reading({"2021"}, {"Hemtjänst", "Trygghetslarm"}, "2021", "utfall", "280", "antal");
  load(database, report("c", "2022-01", {month("Hemvård", "2022-01"), year}), "1461");
  load(database, report("a", "2022-02", {month("HEMVÅRD", "2022-02")}), "1461");
  load(database, report("b", "2022-03", {month("Hemtjänst", "2022-03")}), "1461");
  load(database, report("f", "2022-01", {month("Hemtjänst", "2022-01")}), "0580");
  load(database, report("e", "2022-02", {month("Hemtjänst", "2022-02")}), "0580");
  load(database, report("d", "2022-03", {month("Hemvård", "2022-03")}), "0580");
  auto figures = schema::compare(database, {});
  add_breaks(database, figures);
  std::vector<std::string> breaks;
  for (const auto& f : figures) {
    if (!f.series_break.empty()) {
      breaks.push_back(f.municipality_code + " " + f.period + " " + f.series_break);
    }
  }
  CHECK(figures.size() == 7);
  CHECK(breaks == Lines{"0580 2022-03 label: Hemtjänst / Trygghetslarm → Hemvård / Trygghetslarm",
                        "1461 2022-03 label: HEMVÅRD / Trygghetslarm → Hemtjänst / Trygghetslarm"});
}

TEST_CASE("Municipalities of a similar size, of those with reports", "[similar][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  const auto figure_of = [](const std::string& value) {
    return reading({"jan"}, {"Trygghetslarm"}, "2022-01", "utfall", value, "antal");
  };
  load(database, report("a", "2022-01", {figure_of("1")}), "1461");
  load(database, report("b", "2022-01", {figure_of("2")}), "0643");
  load(database, report("c", "2022-01", {figure_of("3")}), "0580");
  load(database, report("d", "2022-01", {figure_of("4")}), "2480");
  CHECK(similar_municipalities(database, "1461", 2) ==
        std::vector<std::string>{"1461", "0643", "2480"});  // Mellerud, Habo, Umeå
  CHECK(similar_municipalities(database, "0580", 1) == std::vector<std::string>{"0580", "2480"});
  CHECK_THROWS(similar_municipalities(database, "9999", 2));
}

TEST_CASE("Per 1,000 inhabitants of a sum, with the denominator's year", "[periods][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  database.run("DELETE FROM population");
  database.run(
      "INSERT INTO population (municipality_code, year, persons) VALUES ('1461', 2022, 8000)");
  auto year = per_period(months(kFlow, 1, 12), {}, schema::Catalogue::builtin());
  add_per_1000(database, year);
  REQUIRE(year.size() == 1);
  CHECK(year[0].per_1000_inhabitants == "97.50");  // 780 / 8
  CHECK(year[0].population_year == 2022);
}
