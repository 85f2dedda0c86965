#include "parsers/furniture.h"

#include <algorithm>
#include <cmath>

namespace parsers {

bool Furniture::in_margin(const extract::Page& page, const TextLine& line) const {
  // Rows of figures look alike once their digits are masked, and stand in the margins of full pages.
  const auto figures = std::count_if(line.pieces.begin(), line.pieces.end(), [](const TextPiece& piece) {
    return piece.cell_class != CellClass::text && piece.cell_class != CellClass::code;
  });
  if (figures >= 2) return false;
  return line.baseline < options_.margin * page.height ||
         line.baseline > (1 - options_.margin) * page.height;
}

std::string Furniture::masked(const TextLine& line) {
  std::string text;
  for (const TextPiece& piece : line.pieces) {
    for (char c : piece.text) {
      const bool digit = c >= '0' && c <= '9';
      if (digit && text.ends_with('#')) continue;
      text += digit ? '#' : c;
    }
    text += '\t';
  }
  return text;
}

long Furniture::place(const TextLine& line) const {
  return std::lround(line.baseline / options_.place);
}

void Furniture::note(const extract::Page& page, const std::vector<TextLine>& lines) {
  for (const TextLine& line : lines) {
    if (in_margin(page, line)) ++seen_[{place(line), masked(line)}];
  }
}

bool Furniture::is_furniture(const extract::Page& page, const TextLine& line) const {
  if (!in_margin(page, line)) return false;
  int count = 0;
  const std::string text = masked(line);
  for (long y = place(line) - 1; y <= place(line) + 1; ++y) {
    const auto it = seen_.find({y, text});
    if (it != seen_.end()) count += it->second;
  }
  // A number in it that changes from page to page is a page number: two pages show that.
  return count >= (text.find('#') != std::string::npos ? options_.min_numbered_pages : options_.min_pages);
}

}  // namespace parsers
