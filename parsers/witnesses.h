#pragma once
// Witnesses: figures that a report gives twice, in two tables or in a table and in its text, verify
// each other.
//
//   table:  Sjukfrånvaro | 2023 | 6,78 %        prose: Sjukfrånvaron var 6,78 procent under 2023
//
// The same thing is one with the same innermost labels, but for those of time and measure (in
// prose: with the words of these labels), and the same period, measure and unit. Figures of one
// digit agree too easily and count for nothing; what arithmetic contradicts stays so. Different
// values are no contradiction: labels alone do not make two figures the same.

#include <vector>

#include "parsers/reading.h"

namespace parsers {

// Sets `status` and adds to `checks` where and how the figure is given again.
void confirm_by_witnesses(std::vector<Reading>& readings);

}  // namespace parsers
