#include "parsers/measure.h"

#include <algorithm>
#include <array>
#include <vector>

#include "parsers/codepoint.h"
#include "parsers/months.h"
#include "parsers/unit.h"

namespace parsers {

namespace {

enum class Match { whole, begins, ends, holds };

struct Word {
  std::string_view text;
  Match match;
  std::string_view measure;
};

constexpr std::string_view kDeviation = "avvikelse";

// In the order of precedence within one heading: "Prognosavvikelse" is a deviation, "Budgetprognos"
// a forecast.
constexpr auto kWords = std::to_array<Word>({
    {"avvikelse", Match::holds, kDeviation},
    {"differens", Match::holds, kDeviation},
    {"diff", Match::whole, kDeviation},
    {"avvik", Match::whole, kDeviation},
    {"avv", Match::whole, kDeviation},
    {"förändring", Match::ends, "förändring"},
    {"omdisponering", Match::holds, "omdisponering"},
    {"ombudgetering", Match::holds, "ombudgetering"},
    {"tilläggsanslag", Match::holds, "tilläggsbudget"},
    {"tilläggsbudget", Match::holds, "tilläggsbudget"},
    {"prognos", Match::begins, "prognos"},
    {"prognos", Match::ends, "prognos"},
    {"målvärde", Match::begins, "målvärde"},
    {"målnivå", Match::begins, "målvärde"},
    {"måltal", Match::begins, "målvärde"},
    {"mål", Match::whole, "målvärde"},
    {"budget", Match::begins, "budget"},
    {"budget", Match::ends, "budget"},
    {"ram", Match::whole, "budget"},
    {"budgetram", Match::ends, "budget"},
    {"investeringsram", Match::ends, "budget"},
    {"kommunbidrag", Match::whole, "budget"},
    {"utfall", Match::begins, "utfall"},
    {"utfall", Match::ends, "utfall"},
    {"redovisat", Match::whole, "utfall"},
    {"bokslut", Match::begins, "utfall"},
    {"bokslut", Match::ends, "utfall"},
    {"verkligt", Match::whole, "utfall"},
});

// Weak words name an outcome only where no heading above says something else.
constexpr auto kOutcomeWords = std::to_array<std::string_view>({"resultat", "redovisning", "ack"});

// "Mål uppnått", "Mål och aktiviteter" are columns of words.
constexpr auto kAfterGoal =
    std::to_array<std::string_view>({"uppnått", "uppfyllt", "och", "för", "uppfyllelse"});

bool fits(const Word& word, std::string_view text) {
  switch (word.match) {
    case Match::whole:
      return text == word.text;
    case Match::begins:
      return text.starts_with(word.text);
    case Match::ends:
      return text.ends_with(word.text);
    case Match::holds:
      return text.find(word.text) != std::string_view::npos;
  }
  return false;
}

std::vector<std::string_view> words_of(std::string_view plain) {
  std::vector<std::string_view> words;
  std::size_t at = 0;
  while (at < plain.size()) {
    std::size_t end = plain.find_first_of(" -/(),.:*", at);
    if (end == std::string_view::npos) end = plain.size();
    if (end > at) words.push_back(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string_view measure_in(std::string_view plain) {
  const std::vector<std::string_view> words = words_of(plain);
  for (const Word& word : kWords) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!fits(word, words[i])) continue;
      const bool goal =
          word.text == "mål" && i + 1 < words.size() &&
          std::find(kAfterGoal.begin(), kAfterGoal.end(), words[i + 1]) != kAfterGoal.end();
      if (!goal) return word.measure;
    }
  }
  return {};
}

// Takes "(…)" out of `plain` when it names a measure; gives that measure.
std::string_view take_parenthesised(std::string& plain) {
  const std::size_t open = plain.find('(');
  const std::size_t close = open == std::string::npos ? open : plain.find(')', open);
  if (close == std::string::npos || open == 0) return {};
  const std::string_view measure =
      measure_in(std::string_view(plain).substr(open + 1, close - open - 1));
  if (measure.empty()) return {};
  plain.erase(open, close - open + 1);
  return measure;
}

}  // namespace

MeasureWords find_measure(std::span<const std::string> path) {
  MeasureWords found;
  bool outcome = false;
  for (std::size_t i = path.size(); i-- > 0;) {
    std::string plain = plain_lower(path[i]);
    const std::string_view second = take_parenthesised(plain);
    const std::string_view measure = measure_in(plain);
    if (found.measure.empty() || (measure == kDeviation && found.measure != kDeviation)) {
      found.measure = measure.empty() ? second : measure;
      if (!measure.empty() && !second.empty() && second != measure) found.in_parentheses = second;
    }
    const std::vector<std::string_view> words = words_of(plain);
    outcome |= std::find_first_of(words.begin(), words.end(), kOutcomeWords.begin(),
                                  kOutcomeWords.end()) != words.end();
  }
  if (found.measure.empty() && outcome) found.measure = "utfall";
  return found;
}

bool is_measure_label(std::string_view label) {
  const std::string plain = plain_lower(label);
  bool named = false;
  for (const std::string_view word : words_of(plain)) {
    const bool digits = word.find_first_not_of("0123456789") == std::string_view::npos;
    if (digits || is_period_word(word) || is_period_filler(word) || !unit_word(word).empty() ||
        word == "i" || word == "mot" || word == "netto") {
      continue;
    }
    if (measure_in(word).empty()) return false;
    named = true;
  }
  return named && !measure_in(plain).empty();  // "Mål och" begins a heading of words
}

}  // namespace parsers
