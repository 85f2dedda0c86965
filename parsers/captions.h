#pragma once
// What stands around a table and belongs to it: its title and unit lines above, the section's heading,
// the footnotes below.

#include <string>
#include <vector>

#include "parsers/table.h"
#include "parsers/text_lines.h"

namespace parsers {

struct CaptionOptions {
  double title_distance = 3.5;  // u: the title's line stands at most so far above the table
  double line_distance = 2.2;   // u: and further caption lines so far above each other
  int max_lines = 3;
  double note_distance = 2.5;   // u: notes follow each other and the table so closely
};

// Sets title, section, captions and notes of `tables` (all of one page) from the page's lines outside
// tables, furniture left out. `section` is the last heading of the pages before; returns the last one
// of this page (or `section`).
std::string attach_captions(const PageWords& words, const std::vector<TextLine>& lines,
                            std::vector<Table>& tables, const std::string& section,
                            const CaptionOptions& options);

}  // namespace parsers
