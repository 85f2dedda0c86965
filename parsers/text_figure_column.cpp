#include "parsers/text_figure_column.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace parsers {
namespace {

constexpr int kOpenBits = 64;             // what a figure costs that cannot be compared
constexpr std::int64_t kHighestNote = 3;  // notes of a table are few

}  // namespace

std::optional<std::int64_t> units_at(const Decimal& value, int scale) {
  const auto shifted = scaled(value, scale);
  if (!shifted) return std::nullopt;
  std::int64_t digits = shifted->digits;
  for (int s = shifted->scale; s > 0; --s) digits /= 10;
  return digits;
}

int FigureColumn::bits(const std::optional<Decimal>& value) const {
  if (!value || !known) return 0;
  const auto units = units_at(*value, scale);
  if (!units) return kOpenBits;
  return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(std::abs(*units - median))));
}

FigureColumn figure_column(const std::vector<std::optional<Decimal>>& values) {
  FigureColumn column;
  for (const auto& value : values) {
    if (value) column.scale = std::max(column.scale, value->scale);
  }
  std::vector<std::int64_t> units;
  for (const auto& value : values) {
    if (!value) continue;
    if (const auto unit = units_at(*value, column.scale)) units.push_back(*unit);
  }
  if (units.empty()) return column;
  const auto middle = units.begin() + static_cast<std::ptrdiff_t>(units.size() / 2);
  std::nth_element(units.begin(), middle, units.end());
  column.median = *middle;
  column.known = true;
  return column;
}

bool may_end_in_note(const std::vector<std::optional<Decimal>>& row) {
  int scale = 0;
  for (const auto& value : row) {
    if (value) scale = std::max(scale, value->scale);
  }
  if (scale < 2) return false;
  std::size_t deepest = 0, usual = 0;
  bool note = false;
  for (const auto& value : row) {
    if (!value || value->scale == 0) continue;
    if (value->scale == scale) {
      ++deepest;
      const std::int64_t last = std::abs(value->digits) % 10;
      note = note || (last >= 1 && last <= kHighestNote);
    } else if (value->scale == scale - 1) {
      ++usual;
    }
  }
  return note && deepest == 1 && usual >= 1;
}

}  // namespace parsers
