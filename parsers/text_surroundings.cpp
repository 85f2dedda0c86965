#include "parsers/text_surroundings.h"

#include "parsers/codepoint.h"
#include "parsers/text_bodies.h"
#include "parsers/text_figures.h"
#include "parsers/unit.h"

namespace parsers {
namespace {

std::string text_of(const std::string& line) {
  std::string text;
  for (const SpacedWord& word : split_words(line)) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

// A line that may head what follows: short, no sentence, no signature line.
bool is_title(const std::string& line, const SurroundingOptions& options) {
  const std::string text = text_of(line);
  if (text.empty() || text.size() > options.max_title_bytes) return false;
  std::string_view rest = text;
  const char32_t first = take_codepoint(rest);
  const bool capital = is_letter(first) && lower(first) != first;
  if (!capital && !is_digit(first)) return false;
  const std::vector<SpacedWord> words = split_words(line);
  if (words.size() > options.max_title_words) return false;
  for (std::size_t w = 1; w < words.size(); ++w) {
    if (words[w].spaces > 2) return false;
  }
  return !text.ends_with('.') && !text.ends_with(',') && !text.ends_with(':');
}

// "Driftredovisning, tkr" has a subject beside its unit and is a title; "Belopp anges i tkr" has
// none.
bool has_subject(std::string_view text) {
  const std::size_t mark = text.find_first_of(",(");
  return mark != std::string_view::npos && mark > 0;
}

// "** Antal verkställda timmar", "1) Exklusive moms"
bool is_note(std::string_view text) {
  if (text.starts_with('*')) return true;
  return text.size() > 2 && is_digit(static_cast<unsigned char>(text[0])) && text[1] == ')';
}

}  // namespace

void attach_text_surroundings(Table& table, const std::vector<std::string>& lines,
                              const std::vector<bool>& taken, std::size_t first, std::size_t last,
                              const SurroundingOptions& options) {
  std::size_t seen = 0;
  bool prose = false;
  for (std::size_t i = first; i-- > 0 && seen < options.section_lines;) {
    const std::string text = text_of(lines[i]);
    if (text.empty()) continue;
    if (taken[i]) prose = true;
    ++seen;
    const bool states_unit = !stated_unit(text).empty();
    if (!prose && states_unit && !has_subject(text) && seen <= options.title_lines) {
      table.captions.insert(table.captions.begin(), text);
      continue;
    }
    prose = prose || seen > options.title_lines || !is_title(lines[i], options);
    if (!prose && table.title.empty()) {
      table.title = text;
      continue;
    }
    // Section headings stand alone between empty lines.
    const bool alone = (i == 0 || is_blank_line(lines[i - 1])) &&
                       (i + 1 >= lines.size() || is_blank_line(lines[i + 1]));
    if (!taken[i] && alone && is_title(lines[i], options) &&
        split_words(lines[i]).size() <= options.max_section_words) {
      table.section = text;
      break;
    }
  }
  std::size_t gap = 0;
  for (std::size_t i = last + 1; i < lines.size() && table.notes.size() < options.max_notes; ++i) {
    const std::string text = text_of(lines[i]);
    if (text.empty()) {
      if (++gap > options.note_gap) break;
      continue;
    }
    if (taken[i] || !is_note(text)) break;
    table.notes.push_back(text);
    gap = 0;
  }
}

}  // namespace parsers
