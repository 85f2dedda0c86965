#pragma once
// Diagnostic: something odd in a document that is told, with its place, while reading goes on.

#include <optional>
#include <string>
#include <vector>

#include "extract/geometry.h"

namespace extract {

enum class Severity { info, warning, error };
const char* name(Severity severity);

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string code;  // stable, kebab-case: "period-contradiction"; listed in docs/diagnostics.md
  int page = 0;      // 0: the whole document
  std::optional<Rect> box;  // points
  std::string message;      // one line
  bool operator==(const Diagnostic&) const = default;
};

// Collects diagnostics of one document. At most `kMaxPerCode` of a code are kept, so that a damaged
// file cannot flood; `dropped()` says how many were not.
class Diagnostics {
 public:
  static constexpr std::size_t kMaxPerCode = 100;
  void add(Diagnostic diagnostic);
  const std::vector<Diagnostic>& all() const { return all_; }
  std::size_t dropped() const { return dropped_; }

 private:
  std::vector<Diagnostic> all_;
  std::size_t dropped_ = 0;
};

}  // namespace extract
