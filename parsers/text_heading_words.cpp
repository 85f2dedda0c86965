#include "parsers/text_heading_words.h"

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/measure.h"
#include "parsers/months.h"
#include "parsers/unit.h"

namespace parsers {
namespace {

// What no heading begins with: a small letter, a parenthesis, a sign.
bool is_small(char32_t c) {
  return is_letter(c) ? lower(c) == c && c != U'µ' : !is_digit(c) && c != U'"' && c != U'”';
}

}  // namespace

bool is_measure_or_span(const std::string& text) {
  return !find_measure({&text, 1}).measure.empty() || is_period_filler(plain_lower(text));
}

HeadingWordKind heading_word_kind(const std::string& text) {
  HeadingWordKind kind;
  std::string_view rest = text;
  const char32_t first = take_codepoint(rest);
  kind.small = is_small(first);
  const CellClass cell_class = classify_cell(text);
  kind.year = cell_class == CellClass::year;
  const std::string plain = plain_lower(text);
  kind.time = cell_class == CellClass::period || month_number(plain) > 0;
  kind.measure = !kind.small && is_measure_or_span(text);
  kind.unit = is_money(unit_word(plain));
  int capitals = first >= U'A' && first <= U'Z' ? 1 : 0;
  while (!rest.empty()) {
    const char32_t c = take_codepoint(rest);
    capitals += c >= U'A' && c <= U'Z' ? 1 : 0;
  }
  kind.abbreviation = capitals >= 2;
  kind.mark = text.ends_with('*');
  kind.hyphen = text.ends_with('-');
  return kind;
}

}  // namespace parsers
