#include "parsers/text_figures.h"

#include <algorithm>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/missing.h"
#include "parsers/number.h"

namespace parsers {
namespace {

using Kind = FigureAtom::Kind;

bool digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digit_run(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && digit(text[n])) ++n;
  return n;
}

// Takes a leading sign off `text`.
bool take_sign(std::string_view& text) {
  std::string_view rest = text;
  const char32_t first = take_codepoint(rest);
  if (!is_dash(first) && first != U'+') return false;
  text = rest;
  return true;
}

bool all_of(std::string_view text, char c) {
  return !text.empty() && text.find_first_not_of(c) == std::string_view::npos;
}

bool is_figure(std::string_view text) { return !parse_figures(text).figures.empty(); }

std::optional<FigureAtom> parse_atom(const SpacedWord& word) {
  FigureAtom atom;
  atom.text = word.text;
  atom.spaces = word.spaces;
  std::string_view rest = word.text;
  if (rest == "%" || all_of(rest, '*')) {
    atom.kind = Kind::suffix;
    return atom;
  }
  const bool sign = take_sign(rest);
  if (sign && rest.empty()) {
    atom.kind = Kind::dash;
    return atom;
  }
  if (missing_mark(word.text)) {
    atom.kind = Kind::missing;
    return atom;
  }
  const std::size_t digits = digit_run(rest);
  if (digits == 0) {
    if (!is_figure(word.text)) return std::nullopt;
    if (rest.starts_with('(')) atom.kind = Kind::in_parentheses;
    return atom;
  }
  const std::string_view after = rest.substr(digits);
  const bool whole = after.empty();
  const bool leading_zero = digits > 1 && rest.front() == '0';
  atom.opens = whole && digits <= 3 && rest.front() != '0';
  atom.continues = !sign && digits == 3 && (whole || is_figure("1 " + word.text));
  atom.starts = !leading_zero && (whole || is_figure(word.text));
  if (leading_zero && digits != 3) return std::nullopt;  // a code
  if (!atom.starts && !atom.continues) return std::nullopt;
  return atom;
}

bool is_year_atom(const FigureAtom& atom) { return classify_cell(atom.text) == CellClass::year; }

bool has_letters(std::string_view text) {
  while (!text.empty()) {
    if (is_letter(take_codepoint(text))) return true;
  }
  return false;
}

// "ung", "minst", "Topp": part of the first cell, not of the label.
bool goes_with_figure(const std::string& word) {
  if (plain_lower(word) == "topp") return true;
  const Figures figures = parse_figures(word + " 1");
  return has_letters(word) && !figures.figures.empty() && !figures.figures[0].qualifier.empty();
}

std::string join(const std::vector<SpacedWord>& words, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    text += words[i].text;
  }
  return text;
}

// Walks through the readings of a row of atoms.
class Splitter {
 public:
  Splitter(const std::vector<FigureAtom>& atoms, std::size_t max_readings)
      : atoms_(atoms), max_readings_(max_readings), counts_(atoms.size() + 1) {
    counts_[atoms.size()] = {.possible = true, .fewest = 0, .most = 0};
    for (std::size_t i = atoms.size(); i-- > 0;) {
      for (const std::size_t end : ends(i)) {
        const Count& rest = counts_[end];
        if (!rest.possible) continue;
        Count& count = counts_[i];
        count.fewest = count.possible ? std::min(count.fewest, rest.fewest + 1) : rest.fewest + 1;
        count.most = std::max(count.most, rest.most + 1);
        count.possible = true;
      }
    }
  }

  FigureCount count() const { return {counts_[0].fewest, counts_[0].most}; }

  std::vector<FigureCells> readings(std::size_t columns) {
    walk(0, columns);
    if (found_.size() > max_readings_ || steps_ > max_steps()) found_.clear();
    return std::move(found_);
  }

 private:
  struct Count {
    bool possible = false;
    std::size_t fewest = 0, most = 0;
  };

  // Where a figure that begins at `i` may end.
  std::vector<std::size_t> ends(std::size_t i) const {
    std::vector<std::size_t> found;
    std::size_t at = i;
    if (atoms_[at].kind == Kind::suffix || !atoms_[at].starts) return found;
    if (atoms_[at].kind == Kind::dash) {
      found.push_back(at + 1);
      ++at;
      const bool sign = at < atoms_.size() && atoms_[at].kind == Kind::digits &&
                        atoms_[at].spaces == 1 && atoms_[at].starts && digit(atoms_[at].text[0]);
      if (!sign) return found;
    }
    while (true) {
      const bool more = atoms_[at].opens || atoms_[at].continues;
      ++at;
      std::size_t end = at;
      while (end < atoms_.size() && atoms_[end].kind == Kind::suffix) ++end;
      found.push_back(end);
      if (end < atoms_.size() && atoms_[end].kind == Kind::in_parentheses) found.push_back(end + 1);
      const bool grouped = more && end == at && at < atoms_.size() && atoms_[at].continues &&
                           atoms_[at].spaces == 1 && open_so_far(at);
      if (!grouped) return found;
    }
  }

  // The atom before `at` ends in bare digits, so that a group may follow.
  bool open_so_far(std::size_t at) const {
    const FigureAtom& before = atoms_[at - 1];
    return before.opens ||
           (before.continues && digit(before.text.back()) && before.text.size() == 3);
  }

  void walk(std::size_t i, std::size_t columns) {
    if (++steps_ > max_steps() || found_.size() > max_readings_ || !counts_[i].possible ||
        columns < counts_[i].fewest || columns > counts_[i].most) {
      return;
    }
    if (i == atoms_.size()) {
      found_.push_back(cells_);
      return;
    }
    for (const std::size_t end : ends(i)) {
      std::string text;
      for (std::size_t k = i; k < end; ++k) {
        if (k > i) text += ' ';
        text += atoms_[k].text;
      }
      if (!is_data(classify_cell(text)) && !is_year_atom(atoms_[i])) continue;
      cells_.push_back(std::move(text));
      walk(end, columns - 1);
      cells_.pop_back();
    }
  }

  // Readings that lead nowhere cost time too.
  std::size_t max_steps() const { return 10 * max_readings_ + atoms_.size(); }

  const std::vector<FigureAtom>& atoms_;
  std::size_t max_readings_;
  std::size_t steps_ = 0;
  std::vector<Count> counts_;
  FigureCells cells_;
  std::vector<FigureCells> found_;
};

}  // namespace

std::vector<SpacedWord> split_words(std::string_view line) {
  std::vector<SpacedWord> words;
  int spaces = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ' || line[at] == '\t') {
      ++spaces;
      ++at;
      continue;
    }
    std::size_t end = line.find_first_of(" \t", at);
    if (end == std::string_view::npos) end = line.size();
    const std::string_view text = trim(line.substr(at, end - at));
    if (!text.empty()) {
      words.push_back({std::string(text), spaces});
      spaces = 0;
    }
    at = end;
  }
  return words;
}

std::optional<FigureLine> parse_figure_line(std::string_view line, bool word_follows) {
  const std::vector<SpacedWord> words = split_words(line);
  FigureLine row;
  std::size_t begin = words.size();
  if (word_follows) {
    if (words.empty() || !has_letters(words.back().text)) return std::nullopt;
    row.last_word = words.back().text;
    --begin;
  }
  while (begin > 0) {
    // "i u", "Ej aktuellt": two words of one mark.
    if (begin > 1 && words[begin - 1].spaces == 1 && has_letters(words[begin - 1].text)) {
      const std::string pair = words[begin - 2].text + " " + words[begin - 1].text;
      if (missing_mark(pair)) {
        row.atoms.push_back({Kind::missing, pair, words[begin - 2].spaces});
        begin -= 2;
        continue;
      }
    }
    std::optional<FigureAtom> atom = parse_atom(words[begin - 1]);
    if (!atom) break;
    row.atoms.push_back(std::move(*atom));
    --begin;
  }
  std::reverse(row.atoms.begin(), row.atoms.end());
  // What cannot begin a figure belongs to the label: "Sjukfrånvaro totalt % * 6,78".
  std::size_t skipped = 0;
  while (skipped < row.atoms.size() &&
         (row.atoms[skipped].kind == Kind::suffix || !row.atoms[skipped].starts)) {
    ++skipped;
  }
  row.atoms.erase(row.atoms.begin(), row.atoms.begin() + static_cast<std::ptrdiff_t>(skipped));
  if (row.atoms.empty()) return std::nullopt;
  row.label = join(words, begin + skipped);
  if (begin + skipped > 0) row.doubtful = goes_with_figure(words[begin + skipped - 1].text);
  row.only_years = std::all_of(row.atoms.begin(), row.atoms.end(), is_year_atom);
  // A row that begins with its year: "2018 67 440 15,20%".
  if (row.label.empty() && row.atoms.size() > 1 && is_year_atom(row.atoms[0]) && !row.only_years) {
    row.label = row.atoms[0].text;
    row.atoms.erase(row.atoms.begin());
  }
  const bool figures = std::any_of(row.atoms.begin(), row.atoms.end(), [](const FigureAtom& atom) {
    return atom.kind == Kind::digits || atom.kind == Kind::missing;
  });
  if (!figures) return std::nullopt;
  const std::size_t last = line.find_last_not_of(' ');
  row.trailing_spaces = static_cast<int>(line.size() - 1 - last);
  return row;
}

std::vector<FigureCells> readings_of(const std::vector<FigureAtom>& atoms, std::size_t columns,
                                     const SplitOptions& options) {
  return Splitter(atoms, options.max_readings).readings(columns);
}

FigureCount figure_count(const std::vector<FigureAtom>& atoms) {
  return Splitter(atoms, 0).count();
}

}  // namespace parsers
