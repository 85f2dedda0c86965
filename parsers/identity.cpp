#include "parsers/identity.h"

namespace parsers {

const char* name(MendKind kind) {
  switch (kind) {
    case MendKind::sign:
      return "sign";
    case MendKind::transposed_digits:
      return "transposed digits";
    case MendKind::one_digit:
      return "one digit";
    case MendKind::lost_digits:
      return "lost digits";
  }
  return "";
}

const char* name(IdentityOutcome outcome) {
  switch (outcome) {
    case IdentityOutcome::holds:
      return "holds";
    case IdentityOutcome::doubted:
      return "doubted";
    case IdentityOutcome::fails:
      return "fails";
  }
  return "";
}

}  // namespace parsers
