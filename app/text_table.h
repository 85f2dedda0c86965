#pragma once
// TextTable: rows of texts as aligned columns for a terminal.

#include <string>
#include <vector>

namespace app {

enum class Align { left, right };

// Widest column that is not cut, in characters; the rest of a longer text is shown as "…".
inline constexpr std::size_t kWidestColumn = 48;

// Each row on its line, columns two spaces apart, no trailing spaces. `alignment` may be shorter
// than the rows: the columns after it stand left. A cut is made only where `cut` is set.
std::string text_table(std::vector<std::vector<std::string>> rows,
                       const std::vector<Align>& alignment, bool cut);

}  // namespace app
