#include "parsers/line_cues.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/measure.h"

namespace parsers {

namespace {

constexpr auto kTotalWords = std::to_array<std::string_view>(
    {"summa", "totalt", "total", "totala", "totalsumma", "delsumma", "sa", "s:a", "netto",
     "nettokostnad", "nettokostnader", "resultat", "samtliga"});
// A deviation counts as good what is more for revenue and result, and less for costs.
constexpr auto kGainWords = std::to_array<std::string_view>(
    {"intäkt", "inkomst", "avgift", "bidrag", "ersättning", "resultat", "överskott"});
constexpr auto kPartWords = std::to_array<std::string_view>({"varav", "därav", "var"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

LineCue cue_of(const std::vector<std::string>& path) {
  LineCue cue;
  if (path.empty()) return cue;
  const std::string plain = plain_lower(split_marks(path.back()).text);
  bool first = true;
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = plain.find_first_of(" -,()/", at);
    if (end == std::string::npos) end = plain.size();
    if (end > at) {
      const std::string_view word = std::string_view(plain).substr(at, end - at);
      cue.total |= is_one_of(kTotalWords, word);
      cue.part |= first && is_one_of(kPartWords, word);
      first = false;
    }
    at = end + 1;
  }
  const std::string measure = find_measure(path).measure;
  cue.deviation = measure == "avvikelse";
  cue.amount = measure == "budget" || measure == "utfall" || measure == "prognos";
  return cue;
}

bool is_gain(const std::vector<std::string>& path) {
  if (path.empty()) return false;
  const std::string plain = plain_lower(path.back());
  return std::any_of(kGainWords.begin(), kGainWords.end(),
                     [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

}  // namespace parsers
