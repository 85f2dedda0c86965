#include "parsers/typed_rules.h"

#include <algorithm>

namespace parsers {
namespace {

// "-----", "=====", "_____", also several runs one space apart.
bool is_run(const TextPiece& piece, const TypedRuleOptions& options) {
  const char sign = piece.text.empty() ? ' ' : piece.text.front();
  if (sign != '-' && sign != '=' && sign != '_') return false;
  std::size_t signs = 0;
  for (const char c : piece.text) {
    if (c == ' ') {
      if (signs < options.min_signs) return false;
      signs = 0;
    } else if (c == sign) {
      ++signs;
    } else {
      return false;
    }
  }
  return signs >= options.min_signs;
}

}  // namespace

std::vector<extract::Ruling> take_typed_rules(std::vector<TextLine>& lines,
                                              const TypedRuleOptions& options) {
  std::vector<extract::Ruling> rules;
  std::erase_if(lines, [&](const TextLine& line) {
    const bool typed = std::all_of(line.pieces.begin(), line.pieces.end(),
                                   [&](const TextPiece& piece) { return is_run(piece, options); });
    if (!typed) return false;
    for (const TextPiece& piece : line.pieces) {
      extract::Ruling rule;
      rule.position = piece.baseline - (piece.text.front() == '_' ? 0 : 0.3 * piece.font_size);
      rule.from = piece.box.x0;
      rule.to = piece.box.x1;
      rules.push_back(rule);
    }
    return true;
  });
  return rules;
}

}  // namespace parsers
