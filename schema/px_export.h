#pragma once
// A cube as a PX file (PC-Axis), Statistics Sweden's format: AXIS-VERSION 2013, UTF-8, Swedish.
// Source: "PX-file format specification AXIS-VERSION 2013", Statistics Sweden.
//
// Texts of PX cannot have a quotation mark, a line end or another control character: an apostrophe
// or a space stands there instead.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "schema/cube.h"

namespace schema {

// Returns the characters that had to be replaced; a note in the file tells of them too. Cells
// without a figure are "..", figures that a check contradicts have a note.
std::int64_t export_px(const Cube& cube, std::ostream& out);
// `text` as PX can carry it, without its quotation marks; adds to `replaced`.
std::string px_text(std::string_view text, std::int64_t& replaced);

}  // namespace schema
