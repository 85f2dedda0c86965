#include "parsers/decimal.h"

#include <algorithm>
#include <charconv>

namespace parsers {

namespace {

constexpr int kMaxScale = 18;  // 10^18 is the largest power of ten below 2^63

// digits × 10^power, power ≥ 0; nothing on overflow.
std::optional<std::int64_t> raise(std::int64_t digits, int power) {
  if (digits == 0) return 0;
  for (; power > 0; --power) {
    if (__builtin_mul_overflow(digits, std::int64_t{10}, &digits)) return std::nullopt;
  }
  return digits;
}

std::optional<Decimal> combine(const Decimal& a, const Decimal& b, bool minus) {
  const int scale = std::max(a.scale, b.scale);
  const auto x = raise(a.digits, scale - a.scale);
  const auto y = raise(b.digits, scale - b.scale);
  std::int64_t result = 0;
  if (!x || !y) return std::nullopt;
  const bool overflow =
      minus ? __builtin_sub_overflow(*x, *y, &result) : __builtin_add_overflow(*x, *y, &result);
  if (overflow) return std::nullopt;
  return Decimal{result, scale};
}

}  // namespace

std::string Decimal::to_string() const {
  std::string text = std::to_string(digits);
  const bool negative = text.front() == '-';
  if (negative) text.erase(0, 1);
  const auto decimals = static_cast<std::size_t>(scale);
  if (decimals > 0) {
    if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
    text.insert(text.size() - decimals, 1, '.');
  }
  return negative ? "-" + text : text;
}

std::optional<Decimal> Decimal::from_string(std::string_view text) {
  const std::string_view original = text;
  std::string digits;
  if (text.starts_with('-')) {
    digits = "-";
    text.remove_prefix(1);
  }
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (decimals.size() > static_cast<std::size_t>(kMaxScale)) return std::nullopt;
  digits.append(whole).append(decimals);
  Decimal result;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), result.digits);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  result.scale = static_cast<int>(decimals.size());
  // Only what to_string writes: no "007", ".5", "5." or "-0".
  if (result.to_string() != original) return std::nullopt;
  return result;
}

int compare(const Decimal& a, const Decimal& b) {
  // 128 bits hold any 64-bit number times 10^18.
  const int scale = std::max(a.scale, b.scale);
  __extension__ using Wide = __int128;
  const auto widen = [scale](const Decimal& d) {
    Wide wide = d.digits;
    for (int i = d.scale; i < scale; ++i) wide *= 10;
    return wide;
  };
  const Wide x = widen(a);
  const Wide y = widen(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) { return combine(a, b, false); }

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) { return combine(a, b, true); }

Decimal negate(const Decimal& a) {
  // The most negative number has no positive twin; no printed figure reaches it (18 digits at
  // most).
  return {a.digits == INT64_MIN ? INT64_MAX : -a.digits, a.scale};
}

std::optional<Decimal> scaled(const Decimal& a, int power) {
  if (power <= a.scale) {
    const std::int64_t scale = std::int64_t{a.scale} - power;
    if (scale > kMaxScale) return std::nullopt;
    return Decimal{a.digits, static_cast<int>(scale)};
  }
  const auto digits = raise(a.digits, std::min(power - a.scale, kMaxScale + 1));
  if (!digits) return std::nullopt;
  return Decimal{*digits, 0};
}

}  // namespace parsers
