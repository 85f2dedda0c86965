#pragma once
// Which of two tool versions is the older one.

#include <string_view>

namespace schema {

// "0.9" is older than "0.10.2", and "0.2.0+2" (the build of the reading rules after the plus) than
// "0.2.0+3": compared number by number.
bool older_version(std::string_view a, std::string_view b);

}  // namespace schema
