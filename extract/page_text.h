#pragma once
// A page as tab-separated text: one line for each thing on it, sorted, coordinates to a tenth of a
// point. For golden files, bug reports and comparing two runs.

#include <string>

#include "extract/page.h"

namespace extract {

// Kinds of lines: page, word, ruling, fill, image, path, table, cell, text.
std::string page_text(const Page& page);

}  // namespace extract
