#pragma once
// Missing marks: what a cell without a figure says instead, and why. Missing is never zero.

#include <optional>
#include <string_view>

#include "parsers/reading.h"

namespace parsers {

// The reason, when the whole text is a known mark ("-", "..", "i u", "x", "<5", "Stängt", "") with
// or without a footnote star after it. Nothing for figures and for words that are no known mark.
std::optional<Missing> missing_mark(std::string_view text);

}  // namespace parsers
