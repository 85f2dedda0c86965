#include "parsers/unit.h"

#include <algorithm>
#include <array>
#include <vector>

#include "parsers/codepoint.h"

namespace parsers {

namespace {

struct Spelling {
  std::string_view text;
  std::string_view unit;
};

constexpr auto kSpellings = std::to_array<Spelling>({
    {"%", "procent"},
    {"procent", "procent"},
    {"proc", "procent"},
    {"proc.", "procent"},
    {"pct", "procent"},
    {"procentenheter", "procentenheter"},
    {"procentenhet", "procentenheter"},
    {"%-enheter", "procentenheter"},
    {"p.e.", "procentenheter"},
    {"‰", "promille"},
    {"promille", "promille"},
    {"kr", "kr"},
    {"kr.", "kr"},
    {"sek", "kr"},
    {"kronor", "kr"},
    {"tkr", "tkr"},
    {"tkr.", "tkr"},
    {"kkr", "tkr"},
    {"tsek", "tkr"},
    {"ksek", "tkr"},
    {"tusen kronor", "tkr"},
    {"tusental kronor", "tkr"},
    {"tusentals kronor", "tkr"},
    {"tusen kr", "tkr"},
    {"tusental kr", "tkr"},
    {"tusentals kr", "tkr"},
    {"mnkr", "mnkr"},
    {"mnkr.", "mnkr"},
    {"mkr", "mnkr"},
    {"mkr.", "mnkr"},
    {"msek", "mnkr"},
    {"mnsek", "mnkr"},
    {"milj kr", "mnkr"},
    {"milj. kr", "mnkr"},
    {"milj kronor", "mnkr"},
    {"milj. kronor", "mnkr"},
    {"miljoner", "mnkr"},
    {"miljoner kr", "mnkr"},
    {"miljoner kronor", "mnkr"},
    {"miljontals kronor", "mnkr"},
    {"miljontals kr", "mnkr"},
    {"mdkr", "mdkr"},
    {"mdr kr", "mdkr"},
    {"miljarder kronor", "mdkr"},
    {"st", "antal"},
    {"st.", "antal"},
    {"stycken", "antal"},
    {"styck", "antal"},
    {"antal", "antal"},
    {"personer", "antal personer"},
    {"pers", "antal personer"},
    {"pers.", "antal personer"},
    {"h", "timmar"},
    {"tim", "timmar"},
    {"tim.", "timmar"},
    {"timme", "timmar"},
    {"timmar", "timmar"},
    {"min", "minuter"},
    {"min.", "minuter"},
    {"minuter", "minuter"},
    {"dygn", "dygn"},
    {"dag", "dagar"},
    {"dagar", "dagar"},
    {"dgr", "dagar"},
    {"veckor", "veckor"},
    {"månader", "månader"},
    {"mån", "månader"},
    {"mån.", "månader"},
    {"år", "år"},
    {"mil", "mil"},
    {"km", "km"},
    {"m2", "m²"},
    {"m²", "m²"},
    {"kvm", "m²"},
    {"kwh", "kWh"},
    {"mwh", "MWh"},
    {"ton", "ton"},
    {"index", "index"},
    {"poäng", "poäng"},
});

// Words whose figures are of one unit whatever else the label says, by their ends.
constexpr auto kImplied = std::to_array<Spelling>({
    {"index", "index"},
    {"beläggningsgrad", "procent"},
    {"täckningsgrad", "procent"},
    {"nyttjandegrad", "procent"},
    {"uppfyllelsegrad", "procent"},
    {"sysselsättningsgrad", "procent"},
    {"svarsfrekvens", "procent"},
    {"sjukfrånvaro", "procent"},
    {"sjukfrånvaron", "procent"},
    {"personalomsättning", "procent"},
    {"personalomsättningen", "procent"},
    {"nöjdhet", "procent"},
});

constexpr auto kImpliedWhole = std::to_array<Spelling>({
    {"andel", "procent"},
    {"andelen", "procent"},
    {"hme", "index"},
    {"nki", "index"},
    {"nmi", "index"},
    {"nri", "index"},
    {"jämix", "index"},
    {"årsarbetare", "antal"},
});

constexpr std::size_t kStatedWords =
    4;  // "Mnkr", "netto tkr", "Belopp i tkr": longer texts are prose

// Words of money and share that are units wherever they stand in a label; "år" or "dagar" need
// more.
bool always_unit(std::string_view unit) {
  return is_money(unit) || unit == "procent" || unit == "promille" || unit == "procentenheter" ||
         unit == "m²" || unit == "kWh" || unit == "MWh";
}

// Words with the unit signs "%" and "‰" as words of their own.
std::vector<std::string_view> words_of(std::string_view plain) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < plain.size()) {
    if (plain[at] == '%' && !plain.substr(at).starts_with("%-enheter")) {
      words.push_back(plain.substr(at, 1));
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < plain.size() &&
           std::string_view(" (),;:/[]").find(plain[end]) == std::string_view::npos &&
           (plain[end] != '%' || end == at)) {
      ++end;
    }
    if (end > at) {
      std::string_view word = plain.substr(at, end - at);
      while (word.size() > 1 && word.front() == '*') word.remove_prefix(1);
      while (word.size() > 1 && (word.back() == '*' || word.back() == '.')) word.remove_suffix(1);
      words.push_back(word);
      at = end;
    } else {
      ++at;
    }
  }
  return words;
}

bool has_whole(const std::vector<std::string_view>& words,
               std::initializer_list<std::string_view> any) {
  return std::find_first_of(words.begin(), words.end(), any.begin(), any.end()) != words.end();
}

bool is_number(std::string_view word) {
  return word.find_first_not_of("0123456789,") == std::string_view::npos;
}

// At most a space apart: "120 dagar", not "2022 (tkr)".
bool next_to(std::string_view left, std::string_view right) {
  return right.data() <= left.data() + left.size() + 1;
}

// "Antal vårddygn", "Antal timmar": what is counted is the unit.
std::string_view counted_unit(std::string_view word) {
  for (const std::string_view unit : {"timmar", "dygn", "minuter"}) {
    if (word.ends_with(unit)) return unit;
  }
  const std::string_view unit = unit_word(word);
  return always_unit(unit) || unit == "antal" || unit == "år" ? std::string_view{} : unit;
}

// "Beviljade timmar", "Vårddygn": hours, days and distance are counted in themselves.
bool is_amount_of_work(std::string_view word) {
  return word.ends_with("timmar") || word.ends_with("dygn") || word == "mil";
}

bool is_participle(std::string_view word) {
  return word.ends_with("ade") || word.ends_with("da") || word.ends_with("ta");
}

std::string_view printed_in(const std::vector<std::string_view>& words) {
  bool counting = false;
  std::string_view counted;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const bool after_number = i > 0 && is_number(words[i - 1]) && next_to(words[i - 1], word);
    if (i + 1 < words.size()) {
      // Two-word spellings: "miljoner kronor", "tusen kronor".
      const std::string_view both(
          word.data(),
          static_cast<std::size_t>(words[i + 1].data() - word.data()) + words[i + 1].size());
      if (const std::string_view unit = unit_word(both); !unit.empty() && !after_number)
        return unit;
    }
    const std::string_view unit = unit_word(word);
    if (!unit.empty() && !after_number) {
      const bool alone = words.size() == 1;
      const bool stated = i > 0 && words[i - 1] == "i";  // "i procent", "i timmar"
      if (word != "miljoner" &&
          (always_unit(unit) || alone || (stated && unit != "antal" && unit != "år"))) {
        return unit;
      }
    }
    if (word == "antal" || word == "antalet") counting = true;
    const bool condition =
        i > 0 && (words[i - 1] == "inom" || words[i - 1] == "per" || words[i - 1] == "av");
    if (counted.empty() && !after_number && !condition) {
      const bool measured = i == 0 || is_participle(words[i - 1]);
      if (counting || (measured && is_amount_of_work(word))) counted = counted_unit(word);
    }
  }
  return counted;
}

std::string_view implied_by(const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    for (const Spelling& implied : kImpliedWhole) {
      if (word == implied.text) return implied.unit;
    }
  }
  for (const std::string_view word : words) {
    for (const Spelling& implied : kImplied) {
      if (word.ends_with(implied.text)) return implied.unit;
    }
  }
  return {};
}

// Things that boards count, by the ends of their names.
constexpr auto kCountables = std::to_array<std::string_view>({
    "personer",  "hushåll",     "brukare",     "vårdtagare",      "omsorgstagare", "barn",
    "elever",    "ungdomar",    "klienter",    "kunder",          "familjer",      "familjehem",
    "ärenden",   "anmälningar", "utredningar", "beslut",          "placeringar",   "larm",
    "platser",   "lägenheter",  "bostäder",    "besök",           "insatser",      "medarbetare",
    "anställda", "avgångar",    "ansökningar", "aktualiseringar", "deltagare",     "samtal",
    "enheter",   "uppdrag",     "avvikelser",
});

// Words after which such a label is about a share, an opinion, a length or an amount.
constexpr auto kNoCount = std::to_array<std::string_view>(
    {"nöjd", "nöjda", "upplever", "anser", "andel", "andelen", "behöriga", "tid", "väntetid",
     "ålder", "poäng", "betyg", "kvot", "kr"});

// What follows "per" in a ratio; "per månad" and "per område" only say how the count is told.
constexpr auto kRatios =
    std::to_array<std::string_view>({"invånare", "lärare", "anställd", "årsarbetare", "plats",
                                     "elev", "barn", "brukare", "personal"});

constexpr std::size_t kHeadWords =
    4;  // the thing stands among the first words, its conditions after

bool names_countables(const std::vector<std::string_view>& words) {
  bool named = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(kNoCount.begin(), kNoCount.end(), words[i]) != kNoCount.end()) return false;
    if (i > 0 && words[i - 1] == "per" &&
        (is_number(words[i]) ||
         std::find(kRatios.begin(), kRatios.end(), words[i]) != kRatios.end())) {
      return false;
    }
    named |= i < kHeadWords && std::any_of(kCountables.begin(), kCountables.end(),
                                           [&](auto thing) { return words[i].ends_with(thing); });
  }
  return named;
}

}  // namespace

bool is_money(std::string_view unit) {
  return unit == "kr" || unit == "tkr" || unit == "mnkr" || unit == "mdkr";
}

std::string_view unit_word(std::string_view plain) {
  const auto found = std::find_if(kSpellings.begin(), kSpellings.end(),
                                  [&](const Spelling& s) { return s.text == plain; });
  return found == kSpellings.end() ? std::string_view{} : found->unit;
}

UnitWords find_unit(std::string_view label) {
  const std::string plain = plain_lower(label);
  const std::vector<std::string_view> words = words_of(plain);
  UnitWords found;
  found.printed = printed_in(words);
  if (found.printed.empty() && has_whole(words, {"antal", "antalet"})) found.printed = "antal";
  found.implied = implied_by(words);
  found.counts = found.implied.empty() && names_countables(words);
  return found;
}

std::string stated_unit(std::string_view text) {
  const std::string plain = plain_lower(text);
  std::vector<std::string_view> words = words_of(plain);
  while (!words.empty() &&
         words.front().find_first_not_of("*¹²³⁴⁵⁶⁷⁸⁹0123456789)") == std::string_view::npos) {
    words.erase(words.begin());
  }
  if (!words.empty() && (words.front() == "avser" || words.front() == "anger"))
    words.erase(words.begin());
  if (words.empty()) return {};
  const bool count = words.front() == "antal";
  const bool about_amounts =
      has_whole(words, {"belopp", "beloppen", "siffror", "tabell", "tabellen", "alla"}) &&
      has_whole(words, {"i"});
  const bool short_text = words.size() <= kStatedWords;
  if (!count && !about_amounts && !short_text) return {};
  std::string printed{printed_in(words)};
  if (printed.empty() && count) printed = "antal";
  return printed;
}

}  // namespace parsers
