#pragma once
// The lines above a body of rows that may hold its headings: up to running text, to rows of figures
// or to a heading over all columns.

#include <cstddef>
#include <string>
#include <vector>

#include "parsers/text_bodies.h"
#include "parsers/text_headings.h"

namespace parsers {

struct HeadingZone {
  std::vector<HeadingWord> words;
  std::vector<std::size_t> word_lines;  // index of each word's line
  std::string group;                    // one heading over all columns: "  Barn och Unga      "
  std::size_t group_line = 0;
  std::size_t last_label = 0;  // line where a label right above the first row may begin
};

// Of the body that begins on line `end`. No line before `ceiling`, at most `max_lines` of them and
// `max_words` of their words, the nearest.
HeadingZone heading_zone(const std::vector<std::string>& lines, std::size_t end,
                         std::size_t ceiling, std::size_t max_lines, std::size_t max_words,
                         const BodyOptions& options);

}  // namespace parsers
