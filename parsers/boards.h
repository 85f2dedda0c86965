#pragma once
// Boards: the nämnder and styrelser that a report names, and which of them is its own.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/report.h"

namespace parsers {

// The boards that a line of text names, as they are called: "Socialnämnden", "Nämnden för
// Intraservice", "Social- och omsorgsnämnden", "Kommunstyrelsens arbetsutskott". Empty for
// "nämnden" alone.
std::vector<std::string> boards_in(std::string_view text);

// The board whose report this is: a line of its own, the first page and page headers count more
// than prose. "" when none is named.
std::string likely_board(std::span<const TextPassage> passages);

}  // namespace parsers
