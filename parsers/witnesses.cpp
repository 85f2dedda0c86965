#include "parsers/witnesses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>

#include "parsers/fold.h"
#include "parsers/label_meaning.h"

namespace parsers {

namespace {

constexpr std::int64_t kLeastDigits = 10;  // 10, 1.2: two digits
constexpr std::size_t kLeastWord = 4;      // bytes: "i", "och", "för" tell nothing
// A word of the text and one of a label are the same up to an ending: "sjukfrånvaron".
constexpr std::size_t kLongestEnding = 3;

// What two figures must have in common, but for the label.
using Meaning = std::tuple<std::string, std::string, std::string, std::string>;

Decimal without_trailing_zeros(Decimal value) {
  while (value.scale > 0 && value.digits % 10 == 0) {
    value.digits /= 10;
    --value.scale;
  }
  return value;
}

Meaning meaning_of_figure(const Reading& reading) {
  return {reading.period ? reading.period->text : "", reading.measure, reading.unit,
          without_trailing_zeros(*reading.value).to_string()};
}

// The labels that say what is told, without those that say when or by what measure.
std::vector<std::string> subject_of(const Reading& reading) {
  std::vector<std::string> subject;
  for (const std::vector<std::string>* path : {&reading.row_path, &reading.column_path}) {
    if (path->empty()) continue;
    const LabelMeaning meaning = meaning_of({&path->back(), 1});
    if (meaning.is_time || meaning.is_measure) continue;
    subject.push_back(match_key(split_marks(path->back()).text));
  }
  return subject;
}

bool counts(const Reading& reading) {
  return reading.value && std::abs(without_trailing_zeros(*reading.value).digits) >= kLeastDigits &&
         reading.period && reading.qualifier.empty() && !reading.row_path.empty();
}

std::vector<std::string> words_of(const std::vector<std::string>& path) {
  std::vector<std::string> words;
  for (const std::string& label : path) {
    const std::string key = match_key(label);
    for (std::size_t at = 0; at < key.size();) {
      std::size_t end = key.find_first_of(" ,.:;()/-", at);
      if (end == std::string::npos) end = key.size();
      if (end - at >= kLeastWord) words.push_back(key.substr(at, end - at));
      at = end + 1;
    }
  }
  return words;
}

bool is_same_word(const std::string& a, const std::string& b) {
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  return longer.starts_with(shorter) && longer.size() - shorter.size() <= kLongestEnding;
}

// Every word of the table's labels stands in the text's label.
bool names_the_same(const Reading& table, const Reading& prose) {
  const std::vector<std::string> said = words_of(prose.row_path);
  const std::vector<std::string> labels = words_of(subject_of(table));
  return !labels.empty() && std::all_of(labels.begin(), labels.end(), [&](const std::string& word) {
    return std::any_of(said.begin(), said.end(),
                       [&](const std::string& other) { return is_same_word(word, other); });
  });
}

bool agree(const Reading& a, const Reading& b) {
  if (a.source == Source::prose && b.source == Source::prose) return false;
  if (a.source == Source::prose) return names_the_same(b, a);
  if (b.source == Source::prose) return names_the_same(a, b);
  if (a.table == b.table) return false;
  const std::vector<std::string> subject = subject_of(a);
  return !subject.empty() && subject == subject_of(b);
}

std::string place_of(const Reading& reading) {
  if (reading.source == Source::prose) return fmt::format("in the text of page {}", reading.page);
  return fmt::format("in \"{}\", page {}", reading.table_title, reading.page);
}

void confirm(Reading& reading, const Reading& by) {
  reading.checks.push_back("the same " + place_of(by));
  if (reading.status == Status::unverified) reading.status = Status::verified;
}

// Tags and lines read the same glyphs: what the figures of a table say of each other weighs more.
void confirm_by_tags(Reading& reading) {
  if (!reading.tags_agree || !reading.value) return;
  const bool has_identity = !reading.checks.empty();
  reading.checks.push_back("read alike from the tags of the file");
  if (!has_identity) reading.status = Status::verified;
}

}  // namespace

void confirm_by_witnesses(std::vector<Reading>& readings) {
  for (Reading& reading : readings) confirm_by_tags(reading);
  std::map<Meaning, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (counts(readings[i])) alike[meaning_of_figure(readings[i])].push_back(i);
  }
  for (const auto& [meaning, group] : alike) {
    for (const std::size_t i : group) {
      // One witness is enough, and keeps a figure on every page from being told a thousand times.
      const auto by = std::find_if(group.begin(), group.end(), [&](std::size_t j) {
        return j != i && agree(readings[i], readings[j]);
      });
      if (by != group.end()) confirm(readings[i], readings[*by]);
    }
  }
}

}  // namespace parsers
