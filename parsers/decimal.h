#pragma once
// Decimal: an exact figure, digits × 10^-scale in 64 bits. Never floating point.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parsers {

struct Decimal {
  std::int64_t digits = 0;  // signed: -281 with scale 1 is -28.1
  int scale = 0;            // 0..18: how many of the digits stand after the point, as printed

  // "-28.1", "1654006", "0.0": point, ASCII minus, no grouping, all printed decimals.
  std::string to_string() const;
  // Reads what to_string writes (and nothing else).
  static std::optional<Decimal> from_string(std::string_view text);
  // Same scale and digits; use compare() for equal values of different scale (1.50 and 1.5).
  bool operator==(const Decimal&) const = default;
};

// -1, 0, 1 by value, exactly. add and subtract give nothing on overflow.
int compare(const Decimal& a, const Decimal& b);
std::optional<Decimal> add(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
Decimal negate(const Decimal& a);
// Multiplied by 10^power, exactly (power may be negative); nothing on overflow.
std::optional<Decimal> scaled(const Decimal& a, int power);

}  // namespace parsers
