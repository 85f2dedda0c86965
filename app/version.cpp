#include "app/version.h"

#include <fmt/format.h>

namespace app {

namespace {
constexpr int kReadingRules = 3;
}

std::string tool_version() { return fmt::format("{}+{}", NAMNDATA_VERSION, kReadingRules); }

std::string version_text() {
  return fmt::format("namndata {}\n{}", tool_version(), NAMNDATA_LIBRARIES);
}

}  // namespace app
