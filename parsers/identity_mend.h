#pragma once
// Mends: the smallest change to one figure that would make a failed identity hold: a sign, two digits
// that changed places, one digit, digits lost or added at the front or the end. Told, never made.

#include <span>
#include <vector>

#include "parsers/identity.h"
#include "parsers/reading.h"

namespace parsers {

// The changes of the least kind that is possible (in the order of MendKind), by reading. An identity
// over many figures that only a change of one digit or of lost digits would mend, but in several
// figures, is told none.
std::vector<Mend> smallest_mends(const Identity& identity, std::span<const Reading> readings);

}  // namespace parsers
