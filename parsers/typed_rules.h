#pragma once
// Typed rules: in listings and typewritten tables a line of hyphens, equals signs or underscores is
// what a drawn rule is elsewhere.
//
//   State        1998     1999
//   --------------------------     → a horizontal ruling, no text
//   Georgia       462      980

#include <vector>

#include "extract/page.h"
#include "parsers/text_lines.h"

namespace parsers {

struct TypedRuleOptions {
  std::size_t min_signs = 5;  // of one word; fewer may be the mark of a missing figure
};

// Takes the lines that hold nothing but runs of such a sign out of `lines` and returns a ruling for
// each run, from the top.
std::vector<extract::Ruling> take_typed_rules(std::vector<TextLine>& lines,
                                              const TypedRuleOptions& options);

}  // namespace parsers
