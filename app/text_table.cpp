#include "app/text_table.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::string shortened(std::string text) {
  if (characters(text) <= kWidestColumn) return text;
  std::size_t seen = 0, end = 0;
  while (end < text.size() && (seen += starts_character(text[end])) < kWidestColumn) ++end;
  return text.substr(0, end) + "…";
}

}  // namespace

std::string text_table(std::vector<std::vector<std::string>> rows,
                       const std::vector<Align>& alignment, bool cut) {
  std::vector<std::size_t> widths;
  for (auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (cut) row[c] = shortened(std::move(row[c]));
      widths[c] = std::max(widths[c], characters(row[c]));
    }
  }
  std::string text;
  for (const auto& row : rows) {
    const std::size_t line = text.size();
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::size_t padding = widths[c] - characters(row[c]);
      const bool right = c < alignment.size() && alignment[c] == Align::right;
      if (right) text.append(padding, ' ');
      text += row[c];
      if (!right) text.append(padding, ' ');
      if (c + 1 < row.size()) text += "  ";
    }
    text.erase(std::max(line, text.find_last_not_of(' ') + 1));
    text += '\n';
  }
  return text;
}

}  // namespace app
