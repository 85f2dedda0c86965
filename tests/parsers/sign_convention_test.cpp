#include "parsers/sign_convention.h"

#include <catch2/catch.hpp>

#include "parsers/interpret.h"
#include "parsers/table_labels.h"
#include "parsers/table_roles.h"
#include "parsers/verification.h"
#include "tests/support/table_text.h"

namespace {

struct Signed {
  parsers::SignConvention signs;
  std::vector<parsers::Reading> readings;
};

Signed signs_of(const char* written, const char* title = "Driftredovisning, tkr") {
  parsers::Table table = support::table_of(written);
  parsers::set_roles(table, 1);
  table.title = title;
  parsers::ReportContext context;
  context.table = 0;
  extract::Diagnostics diagnostics;
  Signed result;
  result.readings =
      parsers::interpret_table(table, parsers::label_cells(table), context, diagnostics);
  std::vector<parsers::Table> tables = {table};
  const auto identities = parsers::verify_tables(result.readings, diagnostics);
  parsers::set_signs(tables, result.readings, identities);
  result.signs = tables.front().signs;
  return result;
}

std::string in_words(const parsers::SignConvention& signs) {
  return "costs " + std::to_string(signs.costs) + ", revenue " + std::to_string(signs.revenue) +
         ", net " + std::to_string(signs.net) + ", deviation " + std::to_string(signs.deviation);
}

}  // namespace

TEST_CASE("signs are told by identities", "[sign_convention]") {
  struct Case {
    const char* name;
    const char* table;
    const char* signs;
  };
  const Case cases[] = {
      {"costs negative, a positive deviation is better", R"(
Post      | Utfall  | Budget  | Avvikelse
Intäkter  | 373,6   | 375,7   | -2,1
Kostnader | -360,5  | -382,1  | 21,6
Resultat  | 13,1    | -6,4    | 19,5)",
       "costs -1, revenue 1, net 0, deviation 1"},
      {"revenue negative", R"(
Post      | Bokslut | Budget  | Avvikelse
Intäkter  | -71 602 | -62 289 | 9 313
Kostnader | 407 671 | 390 571 | -17 100
Nettokostnad | 336 069 | 328 282 | -7 787)",
       "costs 1, revenue -1, net 0, deviation 1"},
      {"net costs, more than budgeted is positive", R"(
Verksamhet | Budget | Utfall | Avvikelse
Skola      | 93 410 | 95 822 | 2 412
Vård       | 41 007 | 40 116 | -891
Summa      | 134 417 | 135 938 | 1 521)",
       "costs 0, revenue 0, net 1, deviation -1"},
      {"net costs negative", R"(
Verksamhet | Budget | Utfall | Avvikelse
Skola      | -93 410 | -95 822 | -2 412
Vård       | -41 007 | -40 116 | 891
Summa      | -134 417 | -135 938 | -1 521)",
       "costs 0, revenue 0, net -1, deviation 1"},
      {"without an identity nothing is known", R"(
Verksamhet | 2022 | 2023
Intäkter   | -93  | -95
Kostnader  | 41   | 46)",
       "costs 0, revenue 0, net 0, deviation 0"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const Signed result = signs_of(c.table);
    CHECK(in_words(result.signs) == c.signs);
    CHECK(result.signs.evidence.empty() == (std::string(c.signs).find('1') == std::string::npos));
  }
}

TEST_CASE("for comparison costs and revenue are positive, and better is positive",
          "[sign_convention]") {
  const Signed result = signs_of(R"(
Post      | Utfall  | Budget  | Avvikelse
Intäkter  | 373,6   | 375,7   | -2,1
Kostnader | -360,5  | -382,1  | 21,6
Resultat  | 13,1    | -6,4    | 19,5)");
  std::string turned;
  for (const parsers::Reading& reading : result.readings) {
    turned += reading.comparison_sign < 0 ? '-' : '+';
  }
  CHECK(turned == "+++--++++");
  const Signed net = signs_of(R"(
Verksamhet | Budget | Utfall | Avvikelse
Skola      | 93 410 | 95 822 | 2 412
Vård       | 41 007 | 40 116 | -891
Summa      | 134 417 | 135 938 | 1 521)");
  turned.clear();
  for (const parsers::Reading& reading : net.readings) {
    turned += reading.comparison_sign < 0 ? '-' : '+';
  }
  CHECK(turned == "++-++-++-");
}
