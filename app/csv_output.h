#pragma once
// One CSV record as RFC 4180 has it, but with LF: comma, quotes only where needed.

#include <string>
#include <vector>

namespace app {

// The fields with their line end.
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace app
