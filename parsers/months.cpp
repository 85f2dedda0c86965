#include "parsers/months.h"

#include <algorithm>
#include <array>

namespace parsers {

namespace {

struct MonthName {
  std::string_view text;
  int month;
};

constexpr auto kMonths = std::to_array<MonthName>({
    {"januari", 1}, {"jan", 1},       {"februari", 2}, {"feb", 2},       {"febr", 2},
    {"mars", 3},    {"mar", 3},       {"april", 4},    {"apr", 4},       {"maj", 5},
    {"juni", 6},    {"jun", 6},       {"juli", 7},     {"jul", 7},       {"augusti", 8},
    {"aug", 8},     {"september", 9}, {"sep", 9},      {"sept", 9},      {"oktober", 10},
    {"okt", 10},    {"november", 11}, {"nov", 11},     {"december", 12}, {"dec", 12},
});

constexpr auto kPeriodWords = std::to_array<std::string_view>({
    "helår",
    "helåret",
    "vt",
    "ht",
    "tertial",
    "kvartal",
    "kvartalet",
    "halvår",
    "halvåret",
    "vårtermin",
    "vårterminen",
    "hösttermin",
    "höstterminen",
    "läsår",
    "läsåret",
});

constexpr auto kFillers = std::to_array<std::string_view>({
    "per",    "den",        "ack",    "ack.",  "ackumulerat", "fg",     "fg.",      "föreg",
    "föreg.", "föregående", "förra",  "samma", "motsvarande", "period", "perioden", "år",
    "året",   "till",       "och",    "med",   "tom",         "t.o.m",  "t.o.m.",   "fom",
    "f.o.m.", "t",          "o",      "m",     "-",           "/",      "efter",    "första",
    "andra",  "tredje",     "fjärde", "månad",
});

bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

int month_number(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3 || word.size() > 9) return 0;
  const auto found = std::find_if(kMonths.begin(), kMonths.end(),
                                  [&](const MonthName& m) { return m.text == word; });
  return found == kMonths.end() ? 0 : found->month;
}

bool is_period_word(std::string_view word) {
  if (month_number(word) > 0) return true;
  // t1-t3, k1-k4, kv1-kv4, q1-q4, h1-h2
  if (word.size() >= 2 && digit(word.back())) {
    const std::string_view letters = word.substr(0, word.size() - 1);
    const int number = word.back() - '0';
    if (letters == "t") return number >= 1 && number <= 3;
    if (letters == "k" || letters == "kv" || letters == "q") return number >= 1 && number <= 4;
    if (letters == "h") return number >= 1 && number <= 2;
  }
  return std::find(kPeriodWords.begin(), kPeriodWords.end(), word) != kPeriodWords.end();
}

bool is_period_filler(std::string_view word) {
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

}  // namespace parsers
