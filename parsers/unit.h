#pragma once
// Units: the words reports write them with, and where a figure's unit is looked for.
//
// Canonical: antal, antal personer, procent, procentenheter, promille, kr, tkr, mnkr, mdkr, timmar,
// minuter, dygn, dagar, veckor, månader, år, mil, km, m², kWh, MWh, index, poäng, ton. "" is
// unknown.

#include <span>
#include <string>
#include <string_view>

namespace parsers {

// The unit that the whole text writes, in plain_lower form ("tkr", "kkr", "%", "st", "miljoner
// kronor"); "" when it is none.
std::string_view unit_word(std::string_view plain);

}  // namespace parsers
