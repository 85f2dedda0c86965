#include "schema/concept_label.h"

#include <algorithm>
#include <array>

#include "parsers/months.h"
#include "parsers/unit.h"
#include "schema/label_key.h"
#include "schema/label_matcher.h"

namespace schema {

namespace {

constexpr auto kMeasureWords = std::to_array<std::string_view>({
    "utfall",        "budget",           "prognos",      "avvikelse",     "redovisat",
    "redovisning",   "bokslut",          "mål",          "målvärde",      "målnivå",
    "diff",          "differens",        "avv",          "ack",           "ackumulerat",
    "årsbudget",     "årsprognos",       "helårsbudget", "helårsprognos", "budgetavvikelse",
    "periodbudget",  "prognosavvikelse", "periodutfall", "månadsutfall",  "årsbokslut",
    "omdisponering", "periodens",        "aktuell",      "period",
});

// Words that belong to a period or measure beside them, and mean nothing of the sort alone.
constexpr auto kFillers = std::to_array<std::string_view>({
    "jämfört",
    "mot",
    "förslag",
    "sedan",
    "årets",
    "början",
    "i",
    "av",
    "för",
    "budgeterat",
});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool digits_only(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool year_or_date_piece(std::string_view text) {
  return digits_only(text) &&
         (text.size() == 2 || ((text.size() == 4 || text.size() == 6 || text.size() == 8) &&
                               (text.starts_with("19") || text.starts_with("20"))));
}

// "2022", "jan-mars", "jan-23", "2022/2023", "2022-03-31": pieces that all name a time, one of them
// by itself.
bool names_time(std::string_view word) {
  bool certain = false;
  std::size_t at = 0;
  while (at <= word.size()) {
    const std::size_t end = std::min(word.find_first_of("-/", at), word.size());
    std::string_view piece = word.substr(at, end - at);
    const bool time_word = parsers::is_period_word(piece);
    if (!time_word && !year_or_date_piece(piece)) return false;
    certain = certain || time_word || piece.size() >= 4;
    at = end + 1;
  }
  return certain;
}

// "(tkr)", "tkr", "%": but "Antal utförda timmar" is about hours.
bool tells_unit_only(std::string_view printed, std::string_view word) {
  const std::string_view unit = parsers::unit_word(word);
  return unit == "procent" || is_money(unit) || (!unit.empty() && printed.starts_with('('));
}

enum class WordRole { label, definite, filler, unit };

WordRole role_of(std::string_view printed) {
  std::string word = label_key(printed);
  std::erase_if(word, [](char c) { return c == '(' || c == ')' || c == '*'; });
  if (word.empty() || word == "-") return WordRole::filler;
  if (names_time(word) || contains(kMeasureWords, word)) return WordRole::definite;
  if (parsers::is_period_filler(word) || contains(kFillers, word)) return WordRole::filler;
  return tells_unit_only(printed, word) ? WordRole::unit : WordRole::label;
}

struct Word {
  std::string_view text;
  WordRole role;
};

// "Kv 1", "Tertial 2": the number names a period together with the word before it.
void pair_up(Word& word, Word& number) {
  if (number.text.size() != 1 || number.text < "1" || number.text > "4") return;
  const std::string key = label_key(word.text);
  if (key == "kv" || key == "q" || key == "t" || parsers::is_period_word(key)) {
    word.role = number.role = WordRole::definite;
  }
}

std::vector<Word> split(std::string_view label) {
  std::vector<Word> words;
  std::size_t at = 0;
  while (at < label.size()) {
    const std::size_t end = std::min(label.find(' ', at), label.size());
    if (end > at) {
      const std::string_view text = label.substr(at, end - at);
      words.push_back({text, role_of(text)});
      if (words.size() > 1) pair_up(words[words.size() - 2], words.back());
    }
    at = end + 1;
  }
  return words;
}

// How many words of the run from `begin` say only when, as what or (at the end) in which unit.
// Fillers go with such words and stay without them: "andra insatser", "kostnader för året".
template <typename Iterator>
std::size_t removable(Iterator begin, Iterator end, bool units) {
  std::size_t run = 0;
  bool certain = false;
  for (; begin != end; ++begin, ++run) {
    if (begin->role == WordRole::label || (begin->role == WordRole::unit && !units)) break;
    certain = certain || begin->role != WordRole::filler;
  }
  return certain ? run : 0;
}

}  // namespace

std::string strip_period_and_measure(std::string_view label) {
  const std::vector<Word> words = split(label);
  const std::size_t front = removable(words.begin(), words.end(), false);
  const std::size_t back = removable(words.rbegin(), words.rend(), true);
  std::string result;
  for (std::size_t i = front; i + back < words.size(); ++i) {
    if (!result.empty()) result += ' ';
    result += words[i].text;
  }
  // Footnote marks, and the comma before a unit that is gone: "Summa nettokostnader, tkr".
  while (!result.empty() &&
         std::string_view("* ,;:").find(result.back()) != std::string_view::npos) {
    result.pop_back();
  }
  return result;
}

std::vector<std::string> concept_labels(const parsers::Reading& reading) {
  std::vector<std::string> labels;
  for (const std::vector<std::string>* path : {&reading.row_path, &reading.column_path}) {
    for (const std::string& part : *path) {
      std::string label = strip_period_and_measure(part);
      if (!label.empty()) labels.push_back(std::move(label));
    }
  }
  if (labels.empty()) {
    std::string title = strip_period_and_measure(reading.table_title);
    if (!title.empty()) labels.push_back(std::move(title));
  }
  return labels;
}

}  // namespace schema
