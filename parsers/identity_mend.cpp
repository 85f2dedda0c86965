#include "parsers/identity_mend.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace parsers {

namespace {

constexpr std::size_t kMostMends = 3;  // more say nothing

std::string digits_of(const Decimal& value) {
  std::string digits = std::to_string(value.digits);
  if (digits.front() == '-') digits.erase(0, 1);
  return digits;
}

bool is_transposed(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    std::string swapped = a;
    std::swap(swapped[i], swapped[i + 1]);
    return swapped == b;
  }
  return false;
}

bool differs_in_one_digit(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  int differing = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differing += a[i] != b[i] ? 1 : 0;
  return differing == 1;
}

// One is the other with digits more at one end: "1 234" and "234", "12" and "120".
bool has_lost_digits(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  if (shorter.size() == longer.size() || shorter.size() < 2) return false;
  return longer.ends_with(shorter) || longer.starts_with(shorter);
}

std::optional<MendKind> kind_of_change(const Decimal& printed, const Decimal& right) {
  if (compare(negate(printed), right) == 0) return MendKind::sign;
  if ((printed.digits < 0) != (right.digits < 0)) return std::nullopt;
  const auto same_scale = scaled(right, printed.scale);
  if (!same_scale || same_scale->scale != 0) return std::nullopt;
  const std::string a = digits_of(printed);
  const std::string b = digits_of(*same_scale);
  if (is_transposed(a, b)) return MendKind::transposed_digits;
  if (differs_in_one_digit(a, b)) return MendKind::one_digit;
  if (has_lost_digits(a, b)) return MendKind::lost_digits;
  return std::nullopt;
}

// The least change of one figure that makes up for `missing`, up to `tolerance` units of its last
// digit either way.
std::optional<Mend> mend_of(std::size_t reading, const Decimal& printed, const Decimal& missing,
                            std::int64_t tolerance) {
  std::optional<Mend> best;
  for (std::int64_t off = 0; off <= tolerance; ++off) {
    for (const std::int64_t by : {off, -off}) {
      const auto exact = add(printed, missing);
      const auto right = exact ? add(*exact, {by, exact->scale}) : std::nullopt;
      if (!right) continue;
      const auto kind = kind_of_change(printed, *right);
      if (kind && (!best || *kind < best->kind)) best = {reading, *kind, *right};
    }
  }
  return best;
}

}  // namespace

std::vector<Mend> smallest_mends(const Identity& identity, std::span<const Reading> readings) {
  const Decimal& printed = *readings[identity.result].value;
  const auto missing = subtract(identity.expected, printed);
  if (!missing) return {};
  // The tolerance in units of the finest figure.
  const std::int64_t tolerance = identity.tolerance.digits;
  std::vector<Mend> mends;
  const auto consider = [&](const std::optional<Mend>& mend) {
    if (!mend) return;
    if (!mends.empty() && mend->kind < mends.front().kind) mends.clear();
    if (mends.empty() || mend->kind == mends.front().kind) mends.push_back(*mend);
  };
  consider(mend_of(identity.result, printed, *missing, tolerance));
  for (const IdentityTerm& term : identity.terms) {
    const Decimal back = term.sign > 0 ? negate(*missing) : *missing;
    consider(mend_of(term.reading, *readings[term.reading].value, back, tolerance));
  }
  if (mends.size() > kMostMends) mends.clear();
  return mends;
}

std::string mend_text(const Identity& identity, std::span<const Reading> readings) {
  const auto label = [](const std::vector<std::string>& path) {
    return path.empty() ? std::string{} : path.back();
  };
  std::string text;
  for (const Mend& mend : identity.mends) {
    const Reading& reading = readings[mend.reading];
    text += fmt::format("{}{} of \"{}\" under \"{}\", {} instead of {}", text.empty() ? "" : " or ",
                        name(mend.kind), label(reading.row_path), label(reading.column_path),
                        mend.value.to_string(), reading.value->to_string());
  }
  return text;
}

}  // namespace parsers
