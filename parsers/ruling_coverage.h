#pragma once
// How far rulings cover a cell's edge, and where on the page their dividers stand.

#include <vector>

#include "extract/page.h"

namespace parsers {

// Points: rulings so near each other are one divider (as RulingOptions::parallel).
inline constexpr double kDividerWidth = 3.2;

// Positions of rulings, those nearer than a divider's width as one, ascending.
std::vector<double> divider_positions(const std::vector<extract::Ruling>& rulings);

// The share of [from, to] that rulings near `position` cover. REQUIRES: `rulings` sorted by
// position.
double drawn_share(const std::vector<extract::Ruling>& rulings, double position, double from,
                   double to);

}  // namespace parsers
