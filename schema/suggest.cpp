#include "schema/suggest.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "schema/label_key.h"
#include "schema/label_matcher.h"

namespace schema {

namespace {

// Words that say nothing of what is counted.
const std::set<std::string_view> kEmptyWords = {
    "antal", "andel", "totalt", "total",  "summa", "och", "i",   "på", "med", "av", "för", "per",
    "till",  "under", "inom",   "enligt", "alla",  "den", "som", "/",  "-",   "&",  "%"};

std::vector<std::string> words_of(std::string_view label) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    while (!word.empty() && std::string_view(".,:;").find(word.back()) != std::string_view::npos) {
      word.pop_back();
    }
    if (!word.empty() && !kEmptyWords.contains(word)) words.push_back(word);
    word.clear();
  };
  for (const char c : label_key(label)) {
    if (c == ' ' || c == '/' || c == '(' || c == ')' || c == '"') {
      end_word();
    } else {
      word += c;
    }
  }
  end_word();
  return words;
}

// Letters, so that å is one change away from a and not two.
std::u32string letters(std::string_view word) {
  std::u32string text;
  for (std::size_t i = 0; i < word.size();) {
    const auto lead = static_cast<unsigned char>(word[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t letter = lead;
    for (std::size_t k = 1; k < length && i + k < word.size(); ++k) {
      letter = letter * 256 + static_cast<unsigned char>(word[i + k]);
    }
    text += letter;
    i += length;
  }
  return text;
}

// Levenshtein's distance.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// The changed letters between two spellings of a word; nothing for two words.
std::optional<std::size_t> changed(const std::string& a, const std::string& b, int per_4) {
  if (a == b) return 0;
  const std::u32string x = letters(a);
  const std::u32string y = letters(b);
  const std::size_t allowed = std::max(x.size(), y.size()) / 4 * static_cast<std::size_t>(per_4);
  if (x.size() > y.size() + allowed || y.size() > x.size() + allowed) return std::nullopt;
  const std::size_t found = distance(x, y);
  return found <= allowed ? std::optional(found) : std::nullopt;
}

std::string list(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// The letters of the words, as their weight: long words tell more.
std::size_t weight(const std::vector<std::string>& words) {
  std::size_t sum = 0;
  for (const std::string& word : words) sum += letters(word).size();
  return sum;
}

struct Likeness {
  int percent = 0;
  std::vector<std::string> common, spelled_otherwise, only_label, only_alias;
};

Likeness compare_words(const std::vector<std::string>& label, std::vector<std::string> alias,
                       int per_4) {
  Likeness likeness;
  std::size_t shared = 0, all = 0;
  for (const std::string& word : label) {
    auto best = alias.end();
    std::size_t best_changed = 0;
    for (auto other = alias.begin(); other != alias.end(); ++other) {
      const auto letters_changed = changed(word, *other, per_4);
      if (!letters_changed || (best != alias.end() && *letters_changed >= best_changed)) continue;
      best = other;
      best_changed = *letters_changed;
    }
    if (best == alias.end()) {
      likeness.only_label.push_back(word);
      continue;
    }
    (best_changed == 0 ? likeness.common : likeness.spelled_otherwise)
        .push_back(best_changed == 0 ? word : word + " for " + *best);
    const std::size_t both = letters(word).size() + letters(*best).size();
    shared += both - 2 * std::min(best_changed, both / 2);
    all += both;
    alias.erase(best);
  }
  likeness.only_alias = std::move(alias);
  all += weight(likeness.only_label) + weight(likeness.only_alias);
  likeness.percent = all == 0 ? 0 : static_cast<int>(shared * 100 / all);
  return likeness;
}

std::string reason_of(const Likeness& likeness, const Alias& alias) {
  std::string reason;
  const auto tell = [&](const char* what, const std::vector<std::string>& words) {
    if (!words.empty()) reason += (reason.empty() ? "" : "; ") + std::string(what) + list(words);
  };
  tell("in common: ", likeness.common);
  tell("spelled otherwise: ", likeness.spelled_otherwise);
  tell("only here: ", likeness.only_label);
  tell("only in the alias: ", likeness.only_alias);
  if (!alias.required.empty()) reason += "; the alias needs around it: " + alias.required;
  if (!alias.board.empty()) reason += "; only of the board: " + alias.board;
  return reason;
}

bool is_pattern(const std::string& label) { return label.size() > 2 && label.front() == '/'; }

}  // namespace

std::optional<Suggestion> suggest(const Catalogue& catalogue, const UnmatchedLabel& label,
                                  const SuggestOptions& options) {
  std::vector<std::string> words;
  for (const std::string& part : label.parts) {
    for (std::string& word : words_of(part)) words.push_back(std::move(word));
  }
  if (words.empty()) return std::nullopt;
  std::optional<Suggestion> best;
  std::tuple<int, bool, std::string, std::string> best_rank;
  const auto consider = [&](const std::string& indicator, const std::string& text,
                            const Alias& alias) {
    const Indicator* known = catalogue.indicator(indicator);
    if (known == nullptr || !units_agree(known->unit, label.unit)) return;
    if (!alias.unit.empty() && alias.unit != label.unit) return;
    const Likeness likeness = compare_words(words, words_of(text), options.changed_letters_per_4);
    if (likeness.percent < options.least_percent) return;
    // Of equals the one that needs nothing around it, then the first by id.
    const std::tuple rank(-likeness.percent, !alias.required.empty() || !alias.board.empty(),
                          indicator, text);
    if (best && best_rank <= rank) return;
    best_rank = rank;
    best = Suggestion{indicator, text, likeness.percent, reason_of(likeness, alias)};
  };
  for (const Alias& alias : catalogue.aliases()) {
    if (!is_pattern(alias.label)) consider(alias.indicator, alias.label, alias);
  }
  for (const Indicator& indicator : catalogue.indicators()) {
    consider(indicator.id, indicator.name, {});
  }
  return best;
}

}  // namespace schema
