#pragma once
// Many numbers in few words, as Slurm's --array reads them: 1, 2, 3, 7 → "1-3,7".

#include <string>
#include <vector>

namespace app {

// REQUIRES: rising numbers.
std::string number_ranges(const std::vector<int>& numbers);

}  // namespace app
