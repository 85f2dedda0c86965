// Labels: match_key, split_marks, join_label_lines, measures, and meaning_of with all it asks. The
// lines of the input are one path of labels, or the lines of one label, or notes.

#include <string>
#include <vector>

#include "fuzz_target.h"
#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/label_meaning.h"
#include "parsers/measure.h"

namespace {

// Without what joining may add or take: white space, hyphens, what is drawn as nothing.
std::string letters_of(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const char32_t c = parsers::take_codepoint(text);
    const bool hyphen = c == U'-' || c == U'\u2010' || c == U'\u2011';
    if (!parsers::is_space(c) && !parsers::is_invisible(c) && !hyphen)
      parsers::append_utf8(kept, c);
  }
  return kept;
}

std::string without_space(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const char32_t c = parsers::take_codepoint(text);
    if (!parsers::is_space(c)) parsers::append_utf8(kept, c);
  }
  return kept;
}

void check_key(std::string_view text) {
  const std::string key = parsers::match_key(text);
  fuzz::check(fuzz::is_utf8(key), "a key is UTF-8", text);
  fuzz::check(parsers::match_key(key) == key, "a key of a key is the key", text);
  fuzz::check(parsers::match_key(parsers::plain_lower(text)) == key, "the plain form has its key",
              text);
  fuzz::check(parsers::trim(key) == key && key.find("  ") == std::string::npos,
              "a key's words are one space apart", text);
}

void check_marks(std::string_view text) {
  const parsers::MarkedLabel label = parsers::split_marks(text);
  fuzz::check(without_space(label.text + label.marks) == without_space(text),
              "marks and text are the label", text);
  fuzz::check(parsers::split_marks(label.text) == parsers::MarkedLabel{label.text, ""},
              "no marks are left", text);
}

void check_join(const std::vector<std::string>& lines, std::string_view text) {
  const std::string label = parsers::join_label_lines(lines);
  fuzz::check(fuzz::is_utf8(label), "a label is UTF-8", text);
  fuzz::check(letters_of(label) == letters_of(text), "a label keeps its letters", text);
  fuzz::check(parsers::join_label_lines(std::vector{label}) == label, "a joined label stays", text);
}

void check_meaning(const std::vector<std::string>& path, std::string_view text) {
  const parsers::LabelMeaning meaning = parsers::meaning_of(path);
  fuzz::check(fuzz::is_known_measure(meaning.measure), "a measure is known", text);
  fuzz::check(fuzz::is_known_measure(meaning.measure_in_parentheses), "both are known", text);
  fuzz::check(!meaning.is_measure || !meaning.measure.empty(), "a measure label has a measure",
              text);
  fuzz::check(fuzz::is_known_unit(meaning.printed_unit), "a printed unit is canonical", text);
  fuzz::check(fuzz::is_known_unit(meaning.implied_unit), "an implied unit is canonical", text);
  for (const std::string& mark : meaning.marks) {
    fuzz::check(!mark.empty() && mark.find_first_not_of("*0123456789") == std::string::npos,
                "marks are stars and digits", text);
  }
  const std::string unit = parsers::unit_of_notes(meaning.marks, path);
  fuzz::check(fuzz::is_known_unit(unit), "a note's unit is canonical", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  check_key(text);
  check_marks(text);
  std::vector<std::string> lines;
  for (const std::string_view line : fuzz::lines_of(text)) lines.emplace_back(line);
  check_join(lines, text);
  check_meaning(lines, text);
  return 0;
}
