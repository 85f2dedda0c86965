#include "extract/diagnostics.h"

#include <algorithm>

namespace extract {

const char* name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "unknown";
}

void Diagnostics::add(Diagnostic diagnostic) {
  const auto same_code = std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& other) {
    return other.code == diagnostic.code;
  });
  if (static_cast<std::size_t>(same_code) >= kMaxPerCode) {
    ++dropped_;
    return;
  }
  all_.push_back(std::move(diagnostic));
}

}  // namespace extract
