#include "parsers/text_heading_zone.h"

#include <algorithm>

#include "parsers/codepoint.h"
#include "parsers/text_figures.h"

namespace parsers {
namespace {

// A row whose first cell is empty: the stub's.
bool begins_with_blank_cell(const std::string& line) {
  const std::vector<SpacedWord> words = split_words(line);
  return !words.empty() && words[0].spaces >= 2;
}

}  // namespace

HeadingZone heading_zone(const std::vector<std::string>& lines, std::size_t end,
                         std::size_t ceiling, std::size_t max_lines, std::size_t max_words,
                         const BodyOptions& options) {
  HeadingZone zone;
  std::size_t begin = end;
  while (begin > ceiling && end - begin < max_lines) {
    const std::string& line = lines[begin - 1];
    if (is_prose_line(line, options)) break;
    if (is_spread_line(line)) {
      const std::vector<SpacedWord> words = split_words(line);
      const bool one = std::all_of(words.begin() + 1, words.end(),
                                   [](const SpacedWord& word) { return word.spaces == 1; });
      if (begins_with_blank_cell(line) && one) {
        zone.group = trim(line);
        zone.group_line = begin - 1;
      }
      break;
    }
    const auto figures = parse_figure_line(line);
    if (figures && !figures->only_years && figures->atoms.size() > 1) break;
    --begin;
  }
  bool blank = begin == 0 || is_blank_line(lines[begin - 1]) || is_spread_line(lines[begin - 1]) ||
               is_prose_line(lines[begin - 1], options);
  int number = 0;
  // The label of a group may stand right above the first row, on more than one line.
  std::size_t group = end;
  while (group > begin && !is_blank_line(lines[group - 1])) {
    --group;
    const std::string first = split_words(lines[group])[0].text;
    if (plain_lower(first) != first) break;
  }
  zone.last_label = group;
  for (std::size_t i = begin; i < end; ++i) {
    const std::vector<SpacedWord> words = split_words(lines[i]);
    for (std::size_t w = 0; w < words.size(); ++w) {
      HeadingWord word;
      word.text = words[w].text;
      word.line = number;
      word.spaces = words[w].spaces;
      word.after_blank = w == 0 && blank;
      word.before_row = w == 0 && i == group;
      if (w + 1 == words.size()) {
        word.spaces_after = static_cast<int>(lines[i].size() - 1 - lines[i].find_last_not_of(' '));
      }
      zone.words.push_back(std::move(word));
      zone.word_lines.push_back(i);
    }
    blank = words.empty();
    if (!words.empty()) ++number;
  }
  // The nearest words are those that count.
  if (zone.words.size() > max_words) {
    const auto extra = static_cast<std::ptrdiff_t>(zone.words.size() - max_words);
    zone.words.erase(zone.words.begin(), zone.words.begin() + extra);
    zone.word_lines.erase(zone.word_lines.begin(), zone.word_lines.begin() + extra);
  }
  return zone;
}

}  // namespace parsers
