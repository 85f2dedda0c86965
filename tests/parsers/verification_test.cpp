#include "parsers/verification.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "parsers/interpret.h"
#include "parsers/table_labels.h"
#include "parsers/table_roles.h"
#include "tests/support/table_text.h"

namespace {

using parsers::Reading;
using parsers::Status;

struct Verified {
  std::vector<Reading> readings;
  std::vector<parsers::Identity> identities;
  extract::Diagnostics diagnostics;
};

Verified verify(const char* written, const char* title = "Driftredovisning, tkr") {
  parsers::Table table = support::table_of(written);
  parsers::set_roles(table, 1);
  table.title = title;
  table.page = 3;
  parsers::ReportContext context;
  context.period = parsers::canonical_period("2023");
  context.table = 0;
  Verified verified;
  verified.readings =
      parsers::interpret_table(table, parsers::label_cells(table), context, verified.diagnostics);
  verified.identities = parsers::verify_tables(verified.readings, verified.diagnostics);
  return verified;
}

// A line per row of the table: v verified, x contradicted, . unverified, - no figure.
std::string statuses(const Verified& verified) {
  std::string text;
  int row = -1;
  for (const Reading& reading : verified.readings) {
    if (row >= 0 && reading.row != row) text += '\n';
    row = reading.row;
    text += !reading.value                           ? '-'
            : reading.status == Status::verified     ? 'v'
            : reading.status == Status::contradicted ? 'x'
                                                     : '.';
  }
  return text;
}

// What the failed identities say.
std::vector<std::string> told(const Verified& verified) {
  std::vector<std::string> messages;
  for (const extract::Diagnostic& diagnostic : verified.diagnostics.all()) {
    if (diagnostic.code == "arithmetic-contradiction") messages.push_back(diagnostic.message);
  }
  return messages;
}

}  // namespace

TEST_CASE("figures in identities that hold are verified", "[verification]") {
  struct Case {
    const char* name;
    const char* table;
    const char* statuses;
  };
  const Case cases[] = {
      {"a sum, and a deviation that counts costs as negative", R"(
Verksamhet | Budget  | Utfall  | Avvikelse
Ledning    | -8 120  | -8 014  | 106
Skola      | -93 410 | -95 822 | -2 412
Vård       | -41 007 | -40 116 | 891
Summa      | -142 537| -143 952| -1 415)",
       "vvv\nvvv\nvvv\nvvv"},
      {"sums of sums: the parts of each and the sums themselves", R"(
Verksamhet    | 2022    | 2023
Hemtjänst     | 61 305  | 63 118
Särskilt boende | 88 412 | 90 077
Summa äldreomsorg | 149 717 | 153 195
Boende LSS    | 31 118  | 33 914
Personlig assistans | 22 407 | 21 963
Summa funktionsnedsättning | 53 525 | 55 877
Totalt        | 203 242 | 209 072)",
       "vv\nvv\nvv\nvv\nvv\nvv\nvv"},
      {"the sum stands first", R"(
Verksamhet    | 2022   | 2023
Individ- och familjeomsorg | 64 812 | 67 305
Placeringar   | 31 207 | 33 118
Försörjningsstöd | 22 415 | 23 077
Öppenvård     | 11 190 | 11 110)",
       "vv\nvv\nvv\nvv"},
      {"costs less revenue, and a part that is told beside it", R"(
Verksamhet    | Budget  | Utfall
Intäkter      | 41 118  | 43 907
Kostnader     | 388 402 | 395 516
varav personal | 250 017 | 256 604
Nettokostnad  | 347 284 | 351 609)",
       "vv\nvv\n..\nvv"},
      {"months to a total, blank months and dashes count as nothing", R"(
Insats      || jan | feb | mars | april | Totalt
Ansökningar || 118 | 104 | 131  | 97    | 450
Utredningar || 41  | -   | 46   | 35    | 122
Larm        || 338 | 341 |      | 340   | 1 019)",
       "vvvvv\nv-vvv\nvv-vv"},
      {"decimals that were rounded one by one", R"(
Verksamhet | Budget | Utfall | Avvikelse
Ledning    | 18,1   | 17,9   | 0,3
Skola      | 193,4  | 195,8  | -2,4
Vård       | 41,0   | 40,2   | 0,9
Summa      | 252,5  | 253,8  | -1,3)",
       "vvv\nvvv\nvvv\nvvv"},
      {"revenue above budget is a positive deviation as less costs are", R"(
Post            | Prognos   | Budget    | Avvikelse
Nettokostnader  | 1 664 006 | 1 654 006 | -10 000
varav kostnader | 1 924 623 | 1 912 423 | -12 200
varav intäkter  | 260 617   | 258 417   | 2 200)",
       "vvv\nvvv\nvvv"},
      {"costs printed positive, and the result's deviation positive when it is better", R"(
Post             | Budget  | Utfall  | Avvikelse
Summa intäkter   | 20 730  | 21 888  | 1 158
Summa kostnader  | 258 329 | 264 190 | -5 861
Nettokostnad     | 237 599 | 242 302 | -4 703
Kommunbidrag     | 237 599 | 237 599 | 0
Resultat         | 0       | -4 703  | -4 703)",
       "vvv\nvvv\nvvv\nvvv\nvvv"},
      {"two figures in a cell: the first one stands in the sum", R"(
Enhet  | Platser  | Kön
Norra  | 345 (28) | 112
Södra  | 1 212 (31) | 487
Summa  | 1 557 (59) | 599)",
       "v.v\nv.v\nv.v"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const Verified verified = verify(c.table);
    CHECK(statuses(verified) == c.statuses);
    CHECK(told(verified).empty());
  }
}

TEST_CASE("chance, zeros and what was never meant as a sum verify nothing", "[verification]") {
  struct Case {
    const char* name;
    const char* table;
  };
  const Case cases[] = {
      {"zeros", R"(
Projekt | Budget | Utfall | Avvikelse
Bilar   | 0      | 0      | 0
Möbler  | 0      | 0      | 0
Summa   | 0      | 0      | 0)"},
      {"small numbers that meet by chance", R"(
Enhet | jan | feb | mars
Norra | 1   | 2   | 3
Södra | 4   | 7   | 2
Östra | 3   | 3   | 6)"},
      {"a series that hardly changes", R"(
Månad | Platser | Personer | Larm
maj   | 29      | 12       | 300
juni  | 30      | 12       | 301
juli  | 30      | 12       | 301
aug   | 29      | 12       | 300)"},
      {"a mean is no sum", R"(
Månad  | Platser | Personer | Larm
jan    | 129     | 212      | 300
feb    | 135     | 214      | 304
mars   | 132     | 210      | 311
Totalt | 132     | 212      | 305)"},
      {"different units", R"(
Mått             | Utfall
Beläggning, %    | 92
Kostnad, tkr     | 1 408
Nettokostnad, kr | 1 500)"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const Verified verified = verify(c.table, "Statistik");
    for (const Reading& reading : verified.readings) {
      CHECK(reading.status == Status::unverified);
    }
    CHECK(told(verified).empty());
  }
}

TEST_CASE("a sum that fails contradicts its figures and names the smallest mend",
          "[verification]") {
  struct Case {
    const char* name;
    const char* table;
    const char* statuses;
    std::vector<std::string> mends;  // each is part of what is told
  };
  const Case cases[] = {
      {"the sign of one total: its column is contradicted, the rest verified",
       R"(
Tjänst  | Intäkter | Kostnader | Resultat
Ekonomi | 82,2     | -69,5     | 12,7
HR      | 143,3    | -145,4    | -2,1
Övrigt  | 310,1    | -305,7    | 4,4
Totalt  | -535,6   | -520,6    | 15,0)",
       "xvv\nxvv\nxvv\nxvv",
       {"sign of \"Totalt\" under \"Intäkter\", 535.6 instead of -535.6"}},
      {"two digits that changed places",
       R"(
Verksamhet | 2021   | 2022   | 2023
Hemtjänst  | 61 305 | 63 118 | 64 900
Boende     | 88 412 | 90 077 | 92 133
Öppenvård  | 11 190 | 11 110 | 11 840
Summa      | 160 907| 164 305| 168 837)",
       "vvx\nvvx\nvvx\nvvx",
       {"transposed digits of \"Summa\" under \"2023\", 168873 instead of 168837"}},
      {"a lost thousand",
       R"(
Verksamhet | Budget  | Utfall  | Avvikelse
Ledning    | 8 120   | 8 014   | 106
Skola      | 93 410  | 822     | -2 412
Vård       | 41 007  | 40 116  | 891
Summa      | 142 537 | 143 952 | -1 415)",
       "vxv\nvxv\nvxv\nvxv",
       {"lost digits of \"Skola\" under \"Utfall\", 95822 instead of 822"}},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const Verified verified = verify(c.table);
    CHECK(statuses(verified) == c.statuses);
    std::string messages;
    for (const std::string& message : told(verified)) messages += message + '\n';
    for (const std::string& mend : c.mends) {
      INFO(messages);
      CHECK(messages.find(mend) != std::string::npos);
    }
  }
}

TEST_CASE("in a table that adds up exactly, one that is off by a rounding is doubted",
          "[verification]") {
  // 61 301 instead of 61 300: both identities of the figure are off by one.
  const Verified verified = verify(R"(
Verksamhet | Budget  | Utfall  | Avvikelse
Ledning    | 8 120   | 8 014   | 106
Skola      | 93 410  | 95 822  | -2 412
Omsorg     | 61 301  | 60 944  | 356
Vård       | 41 007  | 40 116  | 891
Summa      | 203 837 | 204 896 | -1 059)");
  for (const Reading& reading : verified.readings) {
    INFO(reading.raw);
    if (reading.raw == "61 301") CHECK(reading.status == Status::unverified);
    if (reading.raw == "60 944") CHECK(reading.status == Status::verified);
  }
  CHECK(told(verified).empty());
}

TEST_CASE("where a sum fails as often as it holds, the columns that fail are not verified",
          "[verification]") {
  // Utfall and Avvikelse of Skola exchanged: Budget = Avvikelse + Utfall still holds in the row.
  const Verified verified = verify(R"(
Verksamhet | Budget  | Utfall  | Avvikelse
Ledning    | 8 120   | 8 014   | 106
Skola      | 93 410  | -2 412  | 95 822
Vård       | 41 007  | 40 116  | 891
Summa      | 142 537 | 143 952 | -1 415)");
  for (const Reading& reading : verified.readings) {
    INFO(reading.raw);
    if (reading.row == 2 && reading.column > 1) CHECK(reading.status != Status::verified);
  }
}

TEST_CASE("an identity names its figures, and each figure its identities", "[verification]") {
  const Verified verified = verify(R"(
Verksamhet | Budget  | Utfall
Skola      | 93 410  | 95 822
Vård       | 41 007  | 40 116
Summa      | 134 417 | 135 938)");
  REQUIRE(verified.identities.size() == 2);
  const parsers::Identity& identity = verified.identities.front();
  CHECK(identity.outcome == parsers::IdentityOutcome::holds);
  CHECK(verified.readings[identity.result].raw == "134 417");
  REQUIRE(identity.terms.size() == 2);
  CHECK(verified.readings[identity.terms[0].reading].raw == "93 410");
  CHECK(identity.text == "Summa = Skola + Vård: 134417 = 134417");
  for (const Reading& reading : verified.readings) {
    CHECK(reading.checks.size() == 1);
  }
}

TEST_CASE("tables of figures that have nothing to do with each other prove nothing",
          "[verification]") {
  std::mt19937_64 random(5);
  const auto below = [&random](std::uint64_t end) { return static_cast<int>(random() % end); };
  std::size_t figures = 0, judged = 0;
  for (int n = 0; n < 300; ++n) {
    const int rows = 3 + below(12), columns = 2 + below(12);
    const int kind = below(3);
    std::vector<Reading> readings;
    for (int row = 0; row < rows; ++row) {
      const int level = 10 + below(5000);
      for (int column = 0; column < columns; ++column) {
        Reading reading;
        reading.table = 0;
        reading.row = row;
        reading.column = column;
        reading.unit = kind == 2 ? "tkr" : "antal";
        // Small counts, a series that changes slowly, amounts of either sign.
        const int value = kind == 0   ? below(15)
                          : kind == 1 ? level + below(static_cast<std::uint64_t>(level) / 10 + 1)
                                      : below(20'000) - 10'000;
        reading.value = parsers::Decimal{value, 0};
        reading.row_path = {row + 1 == rows ? "Totalt" : "rad " + std::to_string(row)};
        reading.column_path = {std::to_string(2000 + column)};
        readings.push_back(reading);
      }
    }
    extract::Diagnostics diagnostics;
    parsers::verify_tables(readings, diagnostics);
    figures += readings.size();
    for (const Reading& reading : readings) judged += reading.status != Status::unverified ? 1 : 0;
  }
  CHECK(figures > 15'000);
  CHECK(judged == 0);
}
