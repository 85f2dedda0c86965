#pragma once
// What a word tells of the heading it stands in, from the word alone: "Budget" begins one, "(tkr)"
// goes on with one, "LSS*" ends one.

#include <string>

namespace parsers {

struct HeadingWordKind {
  bool small = false;  // begins with a small letter or a parenthesis
  bool year = false;
  bool time = false;     // a month, "helår", "jan-mars"
  bool measure = false;  // "Budget", "Utfall"
  bool abbreviation = false;
  bool mark = false;    // ends in a footnote mark
  bool hyphen = false;  // ends in a hyphen
  bool unit = false;    // "tkr" outside parentheses: a title or the stub's head ends so
};

HeadingWordKind heading_word_kind(const std::string& text);

// "Budget", or the word that begins "Motsvarande period 2022".
bool is_measure_or_span(const std::string& text);

}  // namespace parsers
