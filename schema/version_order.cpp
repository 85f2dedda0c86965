#include "schema/version_order.h"

#include <algorithm>
#include <charconv>

namespace schema {

namespace {

// The first number of the version, which is then without it; 0 when there is none.
int take_number(std::string_view& version) {
  const std::string_view part = version.substr(0, version.find_first_of(".+"));
  version.remove_prefix(std::min(part.size() + 1, version.size()));
  int number = 0;
  std::from_chars(part.data(), part.data() + part.size(), number);
  return number;
}

}  // namespace

bool older_version(std::string_view a, std::string_view b) {
  while (!a.empty() || !b.empty()) {
    const int x = take_number(a);
    const int y = take_number(b);
    if (x != y) return x < y;
  }
  return false;
}

}  // namespace schema
