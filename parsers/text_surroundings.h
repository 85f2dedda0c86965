#pragma once
// What stands around a table in archived plain text: its title, unit lines and section above, its
// footnotes below.

#include <cstddef>
#include <string>
#include <vector>

#include "parsers/table.h"

namespace parsers {

struct SurroundingOptions {
  std::size_t max_title_bytes = 100;  // a longer line is no title
  std::size_t max_title_words = 14;
  std::size_t max_section_words = 8;
  std::size_t title_lines = 3;     // lines with text above the headings that may be the title
  std::size_t section_lines = 60;  // and that are searched for a section's heading
  std::size_t max_notes = 6;
  std::size_t note_gap = 4;  // empty lines between the table and its first note
};

// Sets title, captions, section and notes of a table that begins on line `first` and ends on line
// `last` of `lines`. `taken[i]`: line i belongs to a table.
void attach_text_surroundings(Table& table, const std::vector<std::string>& lines,
                              const std::vector<bool>& taken, std::size_t first, std::size_t last,
                              const SurroundingOptions& options);

}  // namespace parsers
