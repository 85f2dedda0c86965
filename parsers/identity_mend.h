#pragma once
// Mends: the smallest change to one figure that would make a failed identity hold: a sign, two
// digits that changed places, one digit, digits lost or added at the front or the end. Told, never
// made.

#include <span>
#include <string>
#include <vector>

#include "parsers/identity.h"
#include "parsers/reading.h"

namespace parsers {

// The changes of the least kind that is possible (in the order of MendKind), by reading; none where
// more than three figures could be changed so, which says nothing.
std::vector<Mend> smallest_mends(const Identity& identity, std::span<const Reading> readings);

// The mends in words: `sign of "Totalt" under "Prognos intäkter", 1633.7 instead of -1633.7`; ""
// none.
std::string mend_text(const Identity& identity, std::span<const Reading> readings);

}  // namespace parsers
