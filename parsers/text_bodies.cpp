#include "parsers/text_bodies.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/measure.h"
#include "parsers/months.h"

namespace parsers {
namespace {

constexpr int kSpreadGap = 3;  // spaces: two cells apart with an empty one between

// Words that a label's line may end with only if the label goes on.
constexpr auto kOpenEnds = std::to_array<std::string_view>(
    {"och", "eller", "för", "i", "av", "med", "per", "till", "på", "inom", "samt", "under", "som"});

bool begins_small(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = take_codepoint(text);
  return first == U'(' || (is_letter(first) &&
                           ((first >= U'a' && first <= U'z') || (first >= 0xDF && first <= 0xFF)));
}

bool ends_open(std::string_view text) {
  if (text.ends_with('-') || text.ends_with(',') || text.ends_with('/')) return true;
  const std::size_t space = text.rfind(' ');
  const std::string last =
      plain_lower(space == std::string_view::npos ? text : text.substr(space + 1));
  return std::find(kOpenEnds.begin(), kOpenEnds.end(), last) != kOpenEnds.end();
}

// `next` goes on with the label that `line` begins.
bool goes_on(std::string_view line, std::string_view next) {
  if (ends_open(line)) return true;
  const CellClass kind = classify_cell(next);
  return begins_small(next) && kind != CellClass::period && kind != CellClass::missing;
}

// How many of its words are measures or times.
int known_words(const std::string& line) {
  int known = 0;
  for (const SpacedWord& word : split_words(line)) {
    const CellClass kind = classify_cell(word.text);
    const std::array<std::string, 1> path{word.text};
    known +=
        kind == CellClass::year || kind == CellClass::period || !find_measure(path).measure.empty()
            ? 1
            : 0;
  }
  return known;
}

// Two measures or times on one line: headings of columns.
bool is_heading_line(const std::string& line) { return known_words(line) >= 2; }

class BodyFinder {
 public:
  BodyFinder(const std::vector<std::string>& lines, const BodyOptions& options)
      : lines_(lines), options_(options) {
    for (const std::string& line : lines) figures_.push_back(read_figures(line));
    read_word_columns();
  }

  std::vector<TextBody> find() {
    std::vector<TextBody> bodies;
    for (std::size_t i = 0; i < lines_.size();) {
      if (!figures_[i] || figure_count(figures_[i]->atoms).most < 2) {
        ++i;
        continue;
      }
      TextBody body = body_from(i);
      i = body.last_line + 1;
      std::size_t rows = 0;
      for (const BodyRow& row : body.rows) rows += row.figures.atoms.size() > 1 ? 1U : 0U;
      if (rows >= 2) bodies.push_back(std::move(body));
    }
    return bodies;
  }

 private:
  std::optional<FigureLine> read_figures(const std::string& line) const {
    auto row = parse_figure_line(line);
    if (row && (row->only_years || row->label.size() > options_.max_label_bytes)) row.reset();
    return row;
  }

  // Rows that end in a word, where the same few words end several rows: "Ja", "Nej".
  void read_word_columns() {
    std::map<std::string, std::size_t> seen;
    std::vector<std::optional<FigureLine>> rows(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (figures_[i]) continue;
      auto row = parse_figure_line(lines_[i], true);
      if (!row || row->only_years || row->atoms.size() < 2 || row->label.empty() ||
          row->label.size() > options_.max_label_bytes) {
        if (!row || row->only_years || row->atoms.size() < 3) continue;
      }
      ++seen[row->last_word];
      rows[i] = std::move(row);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!rows[i]) continue;
      // One of its kind, but between rows that end in such words: as good as they.
      const bool repeated = seen[rows[i]->last_word] >= 2;
      if (repeated || has_such_neighbour(rows, seen, i)) figures_[i] = std::move(rows[i]);
    }
  }

  bool has_such_neighbour(const std::vector<std::optional<FigureLine>>& rows,
                          std::map<std::string, std::size_t>& seen, std::size_t i) const {
    for (std::size_t back = i; back-- > 0 && i - back <= 2 * options_.max_label_lines;) {
      if (figures_[back]) return !figures_[back]->last_word.empty();
      if (rows[back]) return seen[rows[back]->last_word] >= 2;
    }
    return false;
  }

  TextBody body_from(std::size_t start) {
    TextBody body;
    BodyRow first = row_at(start);
    body.first_line = start;
    if (first.label.empty()) {
      std::size_t end = start;
      while (end > 0 && is_blank_line(lines_[end - 1]) && start - end < 2) --end;
      take_label_above(end, true, body, first);
    } else {
      take_label_above(start, false, body, first);
    }
    take_group_above(body);
    body.rows.push_back(std::move(first));
    body.last_line = start;
    std::vector<std::size_t> pending;
    int blanks = 0;
    for (std::size_t i = start + 1; i < lines_.size(); ++i) {
      const std::string& line = lines_[i];
      if (is_blank_line(line)) {
        if (++blanks > options_.max_blank_lines) break;
        continue;
      }
      blanks = 0;
      if (!figures_[i]) {
        if (is_prose_line(line, options_)) break;
        pending.push_back(i);
        if (pending.size() > options_.max_label_lines + options_.max_group_lines) break;
        continue;
      }
      if (!add_row(body, pending, i)) break;
      pending.clear();
      body.last_line = i;
    }
    return body;
  }

  BodyRow row_at(std::size_t i) const {
    BodyRow row;
    row.line = i;
    row.label = figures_[i]->label;
    row.figures = *figures_[i];
    return row;
  }

  std::string text(std::size_t i) const { return std::string(trim(lines_[i])); }

  // The lines right above the body's first row that begin its label. `whole`: all lines of the
  // paragraph that ends before `end` are the label.
  void take_label_above(std::size_t end, bool whole, TextBody& body, BodyRow& row) const {
    std::vector<std::string> parts;
    if (!row.label.empty()) parts.push_back(row.label);
    std::size_t begin = end;
    while (begin > 0 && end - begin < options_.max_label_lines) {
      const std::string line = text(begin - 1);
      if (line.empty() || figures_[begin - 1] || is_prose_line(line, options_)) break;
      if (known_words(line) > 0 || (!whole && !goes_on(line, parts.front()))) break;
      parts.insert(parts.begin(), line);
      --begin;
    }
    if (begin == end) return;
    body.first_line = begin;
    row.label = join_label_lines(parts);
  }

  // A label alone above the first row, its empty cells after it.
  void take_group_above(TextBody& body) const {
    std::size_t at = body.first_line;
    while (at > 0 && is_blank_line(lines_[at - 1]) && body.first_line - at < 2) --at;
    if (at < 2 || !is_blank_line(lines_[at - 2]) || figures_[at - 1]) return;
    const std::string& line = lines_[at - 1];
    const std::string label = text(at - 1);
    if (label.empty() || is_spread_line(line) || !ends_in_empty_cells(line) ||
        label.size() > options_.max_group_bytes || is_heading_line(label)) {
      return;
    }
    BodyRow group;
    group.line = at - 1;
    group.label = label;
    body.first_line = at - 1;
    body.rows.push_back(std::move(group));
  }

  // False when the lines in between show that the body has ended.
  bool add_row(TextBody& body, std::vector<std::size_t>& pending, std::size_t i) const {
    BodyRow row = row_at(i);
    std::vector<std::string> parts;
    if (!row.label.empty()) {
      parts.push_back(row.label);
      std::size_t next = i;
      while (!pending.empty() && pending.back() + 1 == next &&
             parts.size() <= options_.max_label_lines &&
             goes_on(text(pending.back()), parts.front())) {
        next = pending.back();
        parts.insert(parts.begin(), text(next));
        pending.pop_back();
      }
    } else {
      if (pending.empty()) return false;
      std::size_t next = pending.back();
      do {
        next = pending.back();
        parts.insert(parts.begin(), text(next));
        pending.pop_back();
      } while (!pending.empty() && pending.back() + 1 == next &&
               parts.size() < options_.max_label_lines);
    }
    if (pending.size() > options_.max_group_lines) return false;
    for (const std::size_t line : pending) {
      const std::string label = text(line);
      if (label.size() > options_.max_group_bytes || begins_small(label) ||
          is_heading_line(label)) {
        return false;
      }
    }
    for (const std::size_t line : pending) {
      BodyRow group;
      group.line = line;
      group.label = text(line);
      body.rows.push_back(std::move(group));
    }
    row.label = join_label_lines(parts);
    body.rows.push_back(std::move(row));
    return true;
  }

  const std::vector<std::string>& lines_;
  const BodyOptions& options_;
  std::vector<std::optional<FigureLine>> figures_;
};

}  // namespace

std::vector<TextBody> find_bodies(const std::vector<std::string>& lines,
                                  const BodyOptions& options) {
  return BodyFinder(lines, options).find();
}

bool is_blank_line(const std::string& line) { return trim(line).empty(); }

bool is_prose_line(const std::string& line, const BodyOptions& options) {
  const std::vector<SpacedWord> words = split_words(line);
  if (words.size() >= options.prose_words) return true;
  return words.size() >= options.prose_stop_words && words.back().text.ends_with('.');
}

bool is_spread_line(const std::string& line) {
  const std::vector<SpacedWord> words = split_words(line);
  if (words.empty()) return false;
  for (std::size_t w = 1; w < words.size(); ++w) {
    if (words[w].spaces >= kSpreadGap) return true;
  }
  return words[0].spaces >= 2 && ends_in_empty_cells(line);
}

bool ends_in_empty_cells(const std::string& line) {
  const std::size_t last = line.find_last_not_of(' ');
  return last != std::string::npos &&
         line.size() - 1 - last >= static_cast<std::size_t>(kSpreadGap);
}

}  // namespace parsers
