#pragma once
// Period tokens: a label cut into words, numbers and marks, as the grammar of periods reads it.

#include <cstddef>
#include <string_view>
#include <vector>

namespace parsers {

struct PeriodToken {
  enum class Kind { word, number, mark };
  Kind kind = Kind::mark;
  std::string_view text;
  int value = 0;       // of numbers up to four digits, else -1
  bool glued = false;  // no space before it
};

// The tokens of a text in plain_lower form, at most kMostTokens of them. They point into `plain`.
inline constexpr std::size_t kMostTokens = 200;
std::vector<PeriodToken> period_tokens(std::string_view plain);

}  // namespace parsers
