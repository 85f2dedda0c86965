#include "parsers/paragraphs.h"

#include <array>
#include <cmath>

#include "parsers/codepoint.h"
#include "parsers/fold.h"

namespace parsers {

namespace {

constexpr double kSameSize = 0.6;  // points by which the lines of a paragraph may differ in size
constexpr double kLineGap = 0.8;   // heights of a line: a wider gap parts paragraphs

bool begins_item(std::string_view text) {
  if (text.empty()) return true;
  const char32_t first = take_codepoint(text);
  // Bullets, private-use glyphs of symbol fonts among them.
  return !is_letter(first) && !is_digit(first) && first != U'(' && first != U'"' && first != U'”';
}

bool begins_small(std::string_view text) {
  const char32_t first = text.empty() ? U' ' : take_codepoint(text);
  return is_letter(first) && lower(first) == first;
}

bool goes_on(const TextPassage& line, const TextPassage& next) {
  if (next.page != line.page || begins_item(next.text)) return false;
  if (line.font_size == 0) return begins_small(next.text);  // plain text has no places
  if (std::abs(next.font_size - line.font_size) > kSameSize || next.bold != line.bold) return false;
  const double gap = next.box.y0 - line.box.y1;
  return gap < kLineGap * line.box.height() && next.box.y0 > line.box.y0;
}

}  // namespace

std::vector<Paragraph> paragraphs_of(std::span<const TextPassage> passages) {
  std::vector<Paragraph> paragraphs;
  const TextPassage* last = nullptr;
  for (const TextPassage& passage : passages) {
    if (passage.furniture || passage.text.empty()) continue;
    if (last == nullptr || !goes_on(*last, passage)) paragraphs.emplace_back();
    Paragraph& paragraph = paragraphs.back();
    const std::array<std::string, 2> pieces = {paragraph.text, passage.text};
    std::string joined = join_label_lines(pieces);
    const std::size_t length = passage.text.size();
    paragraph.lines.emplace_back(joined.size() > length ? joined.size() - length : 0, &passage);
    paragraph.text = std::move(joined);
    last = &passage;
  }
  return paragraphs;
}

const TextPassage& line_at(const Paragraph& paragraph, std::size_t offset) {
  const TextPassage* line = paragraph.lines.front().second;
  for (const auto& [start, passage] : paragraph.lines) {
    if (start <= offset) line = passage;
  }
  return *line;
}

}  // namespace parsers
