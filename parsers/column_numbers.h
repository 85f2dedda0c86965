#pragma once
// Numbers of columns: "1 2 3 4" or "(1) (2) (3) (4)" under the headings of a statistical table. They are
// headings, and never figures.

#include <span>
#include <string>

namespace parsers {

struct ColumnNumberOptions {
  std::size_t min_columns = 4;  // "1 2 3 4" alone on a line numbers columns; fewer may be figures
};

// Whether the texts of a row count up by one from 1, or from 2 where the stub is left out.
bool numbers_columns(std::span<const std::string> texts, const ColumnNumberOptions& options);

}  // namespace parsers
