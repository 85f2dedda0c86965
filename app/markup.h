#pragma once
// The pieces that every HTML and SVG output shares.

#include <string>

namespace app {

// &, <, > and " as entities; characters XML forbids become spaces.
std::string escaped(const std::string& text);

// A whole page is html_head + content + html_tail.
std::string html_head(const std::string& title);
std::string html_tail();

}  // namespace app
