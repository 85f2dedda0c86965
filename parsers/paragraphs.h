#pragma once
// Paragraphs: lines of running text joined to sentences again, each place traceable to its line.

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "parsers/report.h"

namespace parsers {

struct Paragraph {
  std::string text;  // lines joined by a space, hyphenation mended
  // Where in `text` each line begins, and which passage it is.
  std::vector<std::pair<std::size_t, const TextPassage*>> lines;
};

// Consecutive lines of one page and type without a gap between them are a paragraph; bullets begin
// a new one. Page headers and footers are left out. The passages must outlive the result.
std::vector<Paragraph> paragraphs_of(std::span<const TextPassage> passages);

// The line that holds the text at `offset`.
const TextPassage& line_at(const Paragraph& paragraph, std::size_t offset);

}  // namespace parsers
