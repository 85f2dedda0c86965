#pragma once
// Units: the words reports write them with, and what labels say of the unit of their figures.
//
// Canonical: antal, antal personer, procent, procentenheter, promille, kr, tkr, mnkr, mdkr, timmar,
// minuter, dygn, dagar, veckor, månader, år, mil, km, m², kWh, MWh, index, poäng, ton. "" is
// unknown.

#include <string>
#include <string_view>

namespace parsers {

// The unit that the whole text writes, in plain_lower form ("tkr", "kkr", "%", "st", "miljoner
// kronor"); "" when it is none.
std::string_view unit_word(std::string_view plain);

bool is_money(std::string_view unit);

// What a label says of its figures' unit.
struct UnitWords {
  std::string printed;  // said outright: "(tkr)", "i %", "Antal utförda timmar"
  std::string implied;  // by the kind of thing: "Andel …", "Total sjukfrånvaro", "HME-index"
  bool counts = false;  // names things that boards count, without a number word: "Orosanmälningar"
  bool operator==(const UnitWords&) const = default;
};

// "Beläggning säbo i %" → printed procent; "Driftsammandrag, netto tkr" → printed tkr;
// "Andel heltidsanställda" → implied procent; a length of time in a condition ("inom 120 dagar") is
// no unit.
UnitWords find_unit(std::string_view label);

// The unit that a caption or a footnote states for what it belongs to: "Belopp anges i Tkr",
// "** Antal verkställda timmar"; "" when the text is about something else.
std::string stated_unit(std::string_view text);

}  // namespace parsers
