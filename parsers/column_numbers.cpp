#include "parsers/column_numbers.h"

namespace parsers {

bool numbers_columns(std::span<const std::string> texts, const ColumnNumberOptions& options) {
  if (texts.size() < options.min_columns) return false;
  const bool brackets = texts.front().starts_with('(');
  const std::size_t first = texts.front() == (brackets ? "(2)" : "2") ? 2 : 1;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string number = std::to_string(first + i);
    if (texts[i] != (brackets ? "(" + number + ")" : number)) return false;
  }
  return true;
}

}  // namespace parsers
