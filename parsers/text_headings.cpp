#include "parsers/text_headings.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <span>

#include "parsers/cell_class.h"
#include "parsers/fold.h"
#include "parsers/measure.h"
#include "parsers/period_expression.h"
#include "parsers/text_heading_words.h"

namespace parsers {
namespace {

constexpr int kImpossible = std::numeric_limits<int>::max() / 4;

std::string vocabulary_key(std::string_view text) {
  std::string key = match_key(split_marks(text).text);
  std::erase_if(key, [](char c) { return c == ' ' || c == '-'; });
  return key;
}

class Segmenter {
 public:
  Segmenter(const std::vector<HeadingWord>& words, const std::vector<std::string>& vocabulary,
            const HeadingOptions& options)
      : words_(words), options_(options) {
    for (const HeadingWord& word : words) kinds_.push_back(heading_word_kind(word.text));
    // "Avvikels" and "e" on the next line: a word that a narrow cell broke.
    for (std::size_t w = 0; w + 1 < words.size(); ++w) {
      if (!new_line(w + 1) || !kinds_[w + 1].small || kinds_[w].small) continue;
      const std::string whole = words[w].text + words[w + 1].text;
      kinds_[w].measure = kinds_[w].measure || is_measure_or_span(whole);
    }
    for (const std::string& heading : vocabulary) vocabulary_.insert(vocabulary_key(heading));
  }

  std::optional<Headings> segment(std::size_t columns) {
    const std::size_t n = words_.size();
    if (columns == 0 || columns > n) return std::nullopt;
    line_letters_ = static_cast<std::size_t>(options_.line_letters) / columns;
    costs_.assign(n * (n + 1), kImpossible);
    for (std::size_t begin = 0; begin < n; ++begin) note_headings_from(begin);
    // table[c][begin][end]: the two best ways to have c + 1 headings of which the last is [begin,
    // end).
    table_.assign(columns * n * (n + 1), {});
    for (std::size_t begin = 0; begin < n; ++begin) {
      for (std::size_t end = begin + 1; end <= n; ++end) {
        const int first = first_cost(begin, end);
        if (first < kImpossible && cost(begin, end) < kImpossible) {
          at(0, begin, end)[0] = {first + cost(begin, end), 0, 0};
        }
      }
    }
    for (std::size_t c = 1; c < columns; ++c) {
      for (std::size_t begin = c; begin < n; ++begin) extend(c, begin);
    }
    return choose(columns);
  }

 private:
  struct Way {
    int cost = kImpossible;
    std::size_t previous = 0;  // where the heading before begins
    std::size_t rank = 0;      // which of its ways
  };
  using Ways = std::array<Way, 2>;

  Ways& at(std::size_t c, std::size_t begin, std::size_t end) {
    const std::size_t n = words_.size();
    return table_[(c * n + begin) * (n + 1) + end];
  }
  int& cost(std::size_t begin, std::size_t end) {
    return costs_[begin * (words_.size() + 1) + end];
  }

  bool new_line(std::size_t w) const { return w > 0 && words_[w].line != words_[w - 1].line; }
  bool wide(std::size_t w) const { return !new_line(w) && words_[w].spaces > 1; }

  static void keep(Ways& ways, const Way& way) {
    if (way.cost < ways[0].cost) {
      ways[1] = ways[0];
      ways[0] = way;
    } else if (way.cost < ways[1].cost) {
      ways[1] = way;
    }
  }

  void extend(std::size_t c, std::size_t begin) {
    for (std::size_t previous = 0; previous < begin; ++previous) {
      const Ways before = at(c - 1, previous, begin);
      if (before[0].cost >= kImpossible) continue;
      for (std::size_t end = begin + 1; end <= words_.size(); ++end) {
        if (cost(begin, end) >= kImpossible) continue;
        const int cut = cut_cost(previous, begin, end);
        if (cut >= kImpossible) continue;
        const int step = cut + cost(begin, end);
        for (std::size_t rank = 0; rank < 2; ++rank) {
          if (before[rank].cost < kImpossible) {
            keep(at(c, begin, end), {before[rank].cost + step, previous, rank});
          }
        }
      }
    }
  }

  std::optional<Headings> choose(std::size_t columns) {
    const std::size_t n = words_.size();
    Way best;
    std::size_t best_begin = 0;
    int next = kImpossible;
    for (std::size_t begin = 0; begin < n; ++begin) {
      for (const Way& way : at(columns - 1, begin, n)) {
        if (way.cost < best.cost) {
          next = best.cost;
          best = way;
          best_begin = begin;
        } else {
          next = std::min(next, way.cost);
        }
      }
    }
    if (best.cost > options_.highest_cost * static_cast<int>(columns)) return std::nullopt;
    if (next - best.cost < options_.margin) return std::nullopt;
    Headings headings;
    headings.cost = best.cost;
    std::size_t begin = best_begin, end = n;
    Way way = best;
    std::size_t known = 0, longest_name = 0, unclear = 0;
    bool capital_inside = false, first_known = false;
    for (std::size_t c = columns; c-- > 0;) {
      headings.columns.push_back(text(begin, end));
      headings.first_word = begin;
      const std::string& heading = headings.columns.back();
      if (!find_measure({&heading, 1}).measure.empty() || !find_period(heading).empty()) {
        ++known;
        first_known = true;
      } else {
        first_known = false;
        longest_name = std::max(longest_name, end - begin);
      }
      for (std::size_t w = begin + 1; w < end; ++w) {
        capital_inside = capital_inside || !(kinds_[w].small || known_start(w));
      }
      if (c == 0) break;
      unclear += is_unclear_cut(way.previous, begin) ? 1U : 0U;
      end = begin;
      begin = way.previous;
      way = at(c - 1, begin, end)[way.rank];
    }
    // A name before measures and times is the stub's head or a title, a phrase among them the first
    // row's label.
    const bool measures = 2 * known >= columns;
    if (measures && (!first_known || longest_name > options_.name_words)) return std::nullopt;
    // Names in a row may be cells or one name; where every capital begins a cell, they are cells.
    const bool every_capital = columns >= options_.names_in_row && !capital_inside;
    if (2 * unclear >= columns && !every_capital) return std::nullopt;
    std::reverse(headings.columns.begin(), headings.columns.end());
    return headings;
  }

  // Between two names one space apart.
  bool is_unclear_cut(std::size_t previous, std::size_t begin) const {
    if (words_[begin].after_blank || new_line(begin) || wide(begin)) return false;
    return !known_start(begin) && !kinds_[begin - 1].mark && !known_start(begin - 1) &&
           words_[begin].text != words_[previous].text;
  }

  std::string text(std::size_t begin, std::size_t end) const {
    std::vector<std::string> lines;
    for (std::size_t w = begin; w < end; ++w) {
      if (w == begin || new_line(w)) {
        lines.push_back(words_[w].text);
      } else {
        lines.back() += ' ' + words_[w].text;
      }
    }
    return join_label_lines(lines);
  }

  bool known_start(std::size_t w) const {
    const HeadingWordKind& kind = kinds_[w];
    return kind.measure || kind.year || kind.time;
  }

  bool has_year(std::size_t begin, std::size_t end) const {
    return std::any_of(kinds_.begin() + static_cast<std::ptrdiff_t>(begin),
                       kinds_.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const HeadingWordKind& kind) { return kind.year; });
  }

  int first_cost(std::size_t begin, std::size_t end) const {
    if (kinds_[begin].small && !kinds_[begin].time) return kImpossible;
    const bool apart = words_[begin].after_blank || wide(begin);
    const bool known = is_known(begin, end) && new_line(begin);
    if (!apart && !known_start(begin) && !known) return kImpossible;
    // A lone time may as well end the heading before; among others of its kind it begins one.
    const bool lone = (kinds_[begin].time || kinds_[begin].year) && begin + 1 < words_.size() &&
                      !kinds_[begin + 1].year && !kinds_[begin + 1].time;
    const bool completes = begin > 0 && (kinds_[begin - 1].measure || kinds_[begin - 1].time);
    if (lone && (!apart || completes)) return kImpossible;
    if (begin == 0) return 0;
    int cost = options_.first_inside;
    if (!apart) cost += new_line(begin) ? options_.first_at_line : options_.first_at_space;
    for (std::size_t w = begin; w > 0 && !words_[w].after_blank; --w) {
      cost += options_.first_word_outside;
    }
    const HeadingWordKind& before = kinds_[begin - 1];
    if (known_start(begin - 1) || before.mark) {
      const bool title = words_[begin].after_blank && !before.mark && !before.measure;
      cost += title ? options_.first_after_title : options_.first_after_known;
    }
    return cost;
  }

  bool is_known(std::size_t begin, std::size_t end) const {
    return !vocabulary_.empty() && vocabulary_.contains(vocabulary_key(text(begin, end)));
  }

  // Between the heading [previous, begin) and the heading [begin, end).
  int cut_cost(std::size_t previous, std::size_t begin, std::size_t end) const {
    int cost = 0;
    if (words_[begin].after_blank || wide(begin)) {
      cost = 0;
    } else if (new_line(begin)) {
      cost = options_.cut_at_line;
      const bool single = words_[begin].line == words_[end - 1].line;
      const bool both = single && words_[previous].line == words_[begin - 1].line;
      if (single && !kinds_[begin].measure) {
        cost += both ? options_.cut_between_single : options_.cut_before_single;
      }
    } else {
      cost = options_.cut_at_space;
    }
    const HeadingWordKind& kind = kinds_[begin];
    if (kind.year && !has_year(previous, begin)) cost += options_.cut_before_lone_year;
    const bool beside_time = kinds_[begin - 1].time || kinds_[begin - 1].year;
    if (kind.small && !kind.time) return kImpossible;
    if (kind.small && !beside_time) cost += options_.cut_before_small_time;
    if (words_[begin].before_row && !known_start(begin)) cost += options_.join_before_row;
    if (kind.measure || ((kind.year || kind.time) && beside_time)) cost -= options_.known_start;
    return std::max(cost, 0);
  }

  // costs_[begin][…] of the headings that begin at `begin`.
  void note_headings_from(std::size_t begin) {
    bool year = kinds_[begin].year, time = kinds_[begin].time, measure = kinds_[begin].measure;
    int total = 0;
    std::size_t letters = 0;
    for (std::size_t w = begin; w < words_.size() && w - begin < options_.max_heading_words; ++w) {
      if (w > begin) {
        total += join_cost(w, year, time, measure);
        if (!kinds_[w].small && repeats(begin, w)) total += options_.join_repeated;
        if (w - begin >= options_.usual_words) total += options_.long_heading;
        year = year || kinds_[w].year;
        time = time || kinds_[w].time;
        measure = measure || kinds_[w].measure;
      }
      letters =
          w == begin || new_line(w) ? words_[w].text.size() : letters + 1 + words_[w].text.size();
      int more = 0;
      if (letters > line_letters_) {
        more = options_.long_line * static_cast<int>(letters - line_letters_);
      }
      cost(begin, w + 1) = total + more - (is_known(begin, w + 1) ? options_.known_heading : 0);
      if (w + 1 < words_.size() && new_line(w + 1)) total += more;
    }
  }

  // A heading does not say the same word twice: "Antal vårdtagare Antal larm" is two.
  bool repeats(std::size_t begin, std::size_t w) const {
    for (std::size_t i = begin; i < w; ++i) {
      if (words_[i].text == words_[w].text) return true;
    }
    return false;
  }

  int join_cost(std::size_t w, bool year, bool time, bool measure) const {
    const HeadingWordKind& kind = kinds_[w];
    const HeadingWordKind& before = kinds_[w - 1];
    int cost = before.mark || (before.unit && !kind.small) ? options_.join_after_mark : 0;
    if (words_[w].after_blank) {
      const bool goes_on = kind.small || kind.year || kind.time;
      cost += goes_on ? options_.join_over_blank : options_.join_capital_over_blank;
    }
    if (wide(w)) cost += kind.small ? 0 : options_.join_over_gap;
    if (before.hyphen && kind.small) return cost;
    if (kind.year) {
      if (year) return cost + options_.join_second_time;
      return cost + (measure || time ? 0 : options_.join_year_to_word);
    }
    if (kind.time) {
      if (year || time) return cost + options_.join_second_time;
      return cost + (measure ? 0 : options_.join_time_to_word);
    }
    if (kind.small) return cost;
    if (kind.measure) {
      if (measure) return cost + options_.join_second_measure;
      return cost + (time ? options_.join_measure_to_time : options_.join_measure);
    }
    cost += new_line(w) ? options_.join_capital_line : options_.join_capital_space;
    if (year || time) cost += options_.join_name_to_time;
    if (words_[w].before_row) cost += options_.join_before_row;
    return cost - (kind.abbreviation ? options_.join_abbreviation : 0);
  }

  const std::vector<HeadingWord>& words_;
  const HeadingOptions& options_;
  std::vector<HeadingWordKind> kinds_;
  std::set<std::string> vocabulary_;
  std::size_t line_letters_ = 0;
  std::vector<int> costs_;
  std::vector<Ways> table_;
};

// The last words of a line as `columns` cells of one word each; the last cell may be blank, which
// leaves a space. Words that stand more than once on the line show that they are cells.
std::optional<std::vector<std::string>> level_cells(std::span<const HeadingWord> line,
                                                    std::size_t columns) {
  const std::size_t cells = line.back().spaces_after > 1 ? columns - 1 : columns;
  if (line.size() < cells) return std::nullopt;
  std::vector<std::string> texts;
  std::set<std::string> distinct;
  for (const HeadingWord& word : line.last(cells)) {
    texts.push_back(word.text);
    distinct.insert(word.text);
  }
  for (const HeadingWord& word : line.first(line.size() - cells)) {
    if (distinct.contains(word.text)) return std::nullopt;
  }
  if (distinct.size() == cells) return std::nullopt;
  texts.resize(columns);
  return texts;
}

// Years or months, each over several columns, on the line that ends before `end`.
bool is_line_of_times(const std::vector<HeadingWord>& words, std::size_t end) {
  for (std::size_t w = end; w > 0 && words[w - 1].line == words[end - 1].line; --w) {
    const HeadingWordKind kind = heading_word_kind(words[w - 1].text);
    if (!kind.year && !kind.time) return false;
  }
  return true;
}

bool has_two_years(const std::vector<std::string>& parts) {
  return std::count_if(parts.begin(), parts.end(), [](const std::string& part) {
           return part.find_first_of("0123456789") != std::string::npos &&
                  (classify_cell(part) == CellClass::year || find_period(part).year);
         }) > 1;
}

}  // namespace

std::optional<Headings> split_headings(const std::vector<HeadingWord>& words, std::size_t columns,
                                       const std::vector<std::string>& vocabulary,
                                       const HeadingOptions& options) {
  if (words.empty() || words.size() > options.max_words) return std::nullopt;
  return Segmenter(words, vocabulary, options).segment(columns);
}

std::optional<Headings> split_level_headings(const std::vector<HeadingWord>& words,
                                             std::size_t columns,
                                             const std::vector<std::string>& vocabulary,
                                             const HeadingOptions& options) {
  std::vector<std::vector<std::string>> levels;  // from below
  std::size_t end = words.size();
  while (end > 0) {
    std::size_t begin = end;
    while (begin > 0 && words[begin - 1].line == words[end - 1].line) --begin;
    auto cells = level_cells(std::span(words).subspan(begin, end - begin), columns);
    if (!cells) break;
    levels.push_back(std::move(*cells));
    end = begin;
  }
  if (levels.empty() || end == 0 || is_line_of_times(words, end)) return std::nullopt;
  const std::vector<HeadingWord> above(words.begin(),
                                       words.begin() + static_cast<std::ptrdiff_t>(end));
  std::optional<Headings> headings = split_headings(above, columns, vocabulary, options);
  if (!headings) return std::nullopt;
  for (std::size_t c = 0; c < columns; ++c) {
    std::vector<std::string> parts{headings->columns[c]};
    for (std::size_t level = levels.size(); level-- > 0;) {
      if (!levels[level][c].empty()) parts.push_back(levels[level][c]);
    }
    if (has_two_years(parts)) return std::nullopt;
    headings->columns[c] = join_label_lines(parts);
  }
  return headings;
}

}  // namespace parsers
