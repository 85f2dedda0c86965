#pragma once
// Identity: an equation among printed figures of a report that its table promises ("Summa = Intäkter +
// Kostnader" in one column), with what came of it.

#include <cstddef>
#include <string>
#include <vector>

#include "parsers/decimal.h"

namespace parsers {

struct IdentityTerm {
  std::size_t reading = 0;  // index into Report::readings
  int sign = 1;
  bool operator==(const IdentityTerm&) const = default;
};

// How the smallest change that makes a failed identity hold changes a figure.
enum class MendKind { sign, transposed_digits, one_digit, lost_digits };
const char* name(MendKind kind);  // "sign", "transposed digits", "one digit", "lost digits"

struct Mend {
  std::size_t reading = 0;
  MendKind kind = MendKind::sign;
  Decimal value;  // what would be right there
};

enum class IdentityOutcome {
  holds,
  doubted,  // off by what rounding would explain, in a table that adds up to the last digit otherwise
  fails,
};
const char* name(IdentityOutcome outcome);

struct Identity {
  std::size_t result = 0;           // index into Report::readings
  std::vector<IdentityTerm> terms;  // the printed ones; result = Σ sign × term
  Decimal expected;                 // what the terms make
  Decimal tolerance;                // what rounding explains
  IdentityOutcome outcome = IdentityOutcome::holds;
  std::vector<Mend> mends;          // of a failed one; the smallest only, several where none is smaller
  std::string text;                 // "Summa = Intäkter + Kostnader: 20 = 20"
};

}  // namespace parsers
