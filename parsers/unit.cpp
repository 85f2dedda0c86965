#include "parsers/unit.h"

#include <algorithm>
#include <array>

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

}  // namespace

std::string_view unit_word(std::string_view plain) {
  const auto found = std::find_if(kSpellings.begin(), kSpellings.end(),
                                  [&](const Spelling& s) { return s.text == plain; });
  return found == kSpellings.end() ? std::string_view{} : found->unit;
}

}  // namespace parsers
