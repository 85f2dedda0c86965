#include "parsers/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <vector>

#include "parsers/codepoint.h"

namespace parsers {

namespace {

// After these a hyphen at a line's end stands for the rest of a word to come.
constexpr auto kSuspenders = std::to_array<std::string_view>(
    {"och", "eller", "samt", "resp", "resp.", "respektive", "alternativt", "m.m.", "mm", "&", "/"});

// Heading words that narrow columns break without a hyphen: "Motsvaran/de", "Avvikels/e".
constexpr auto kHeadingWords = std::to_array<std::string_view>({
    "ackumulerat",     "avvikelse",     "avvikelser",     "bokslut",          "budget",
    "budgetavvikelse", "differens",     "föregående",     "förändring",       "inkomster",
    "intäkter",        "investeringar", "kommunbidrag",   "kostnader",        "motsvarande",
    "målvärde",        "nettokostnad",  "nettokostnader", "nettoutgifter",    "omdisponering",
    "ombudgetering",   "perioden",      "prognos",        "prognosavvikelse", "redovisat",
    "resultat",        "slutredovisas", "utfall",         "utgifter",         "verksamhet",
});

bool is_heading_word(std::string_view word) {
  return std::find(kHeadingWords.begin(), kHeadingWords.end(), word) != kHeadingWords.end();
}

std::vector<char32_t> codepoints(std::string_view text) {
  std::vector<char32_t> all;
  all.reserve(text.size());
  while (!text.empty()) all.push_back(take_codepoint(text));
  return all;
}

// One line without soft hyphens inside, white space folded; tells if a soft hyphen ends it.
std::string cleaned(std::string_view line, bool& soft_end) {
  std::string out;
  bool space = false;
  soft_end = false;
  while (!line.empty()) {
    const char32_t c = take_codepoint(line);
    if (is_space(c)) {
      space = !out.empty();
      continue;
    }
    soft_end = c == 0xAD;
    if (is_invisible(c)) continue;
    if (space) out += ' ';
    space = false;
    append_utf8(out, c);
  }
  return out;
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(" /(");
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" (/,"));
}

// What stands between two lines of a label.
enum class Joint { space, nothing, drop_hyphen };

Joint joint(std::string_view left, std::string_view right) {
  if (left.ends_with('/')) return Joint::nothing;
  const std::vector<char32_t> before = codepoints(last_word(left));
  const std::vector<char32_t> after = codepoints(first_word(right));
  if (before.empty() || after.empty()) return Joint::space;
  const bool hyphen = before.back() == U'-' || before.back() == 0x2010 || before.back() == 0x2011;
  if (hyphen) {
    if (before.size() < 2) return Joint::space;  // a dash of its own
    if (std::find(kSuspenders.begin(), kSuspenders.end(), plain_lower(first_word(right))) !=
        kSuspenders.end()) {
      return Joint::space;
    }
    const char32_t stem = before[before.size() - 2];
    const bool small_stem = is_letter(stem) && lower(stem) == stem;
    const bool small_start = is_letter(after.front()) && lower(after.front()) == after.front();
    // "e-tjänst", "HVB-placering" and "Upplands-Bro" have a hyphen of their own.
    return small_stem && small_start && before.size() > 2 ? Joint::drop_hyphen : Joint::nothing;
  }
  const std::string left_word = plain_lower(last_word(left));
  const std::string right_word = plain_lower(first_word(right));
  const bool broken = !is_heading_word(left_word) && is_heading_word(left_word + right_word);
  return broken ? Joint::nothing : Joint::space;
}

bool is_mark(char32_t c) {
  return c == U'*' || superscript_digit(c) >= 0 || c == U'⁾' || c == U'⁽';
}

}  // namespace

std::string match_key(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool space = false;
  while (!text.empty()) {
    const char32_t c = take_codepoint(text);
    if (is_invisible(c)) continue;
    if (is_space(c)) {
      space = !plain.empty();
      continue;
    }
    if (space) plain += ' ';
    space = false;
    append_utf8(plain, is_dash(c) ? U'-' : c);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(plain);
  unicode.foldCase();
  if (U_SUCCESS(status)) {
    icu::UnicodeString normal = nfc->normalize(unicode, status);
    if (U_SUCCESS(status)) unicode = std::move(normal);
  }
  std::string key;
  unicode.toUTF8String(key);
  return key;
}

std::string join_label_lines(std::span<const std::string> lines) {
  std::string label;
  bool soft_end = false;
  for (const std::string& line : lines) {
    bool soft = false;
    const std::string next = cleaned(line, soft);
    if (next.empty()) continue;
    if (!label.empty() && !soft_end) {
      switch (joint(label, next)) {
        case Joint::space:
          label += ' ';
          break;
        case Joint::drop_hyphen:
          label.erase(label.size() -
                       (label.ends_with('-') ? 1 : 3));  // U+2010 and 2011: three bytes
          break;
        case Joint::nothing:
          break;
      }
    }
    label += next;
    soft_end = soft;
  }
  return label;
}

MarkedLabel split_marks(std::string_view label) {
  label = trim(label);
  const std::vector<char32_t> all = codepoints(label);
  std::size_t end = all.size();
  std::size_t found = 0;  // marks taken off
  for (;;) {
    std::size_t at = end;
    while (at > 0 && is_mark(all[at - 1])) --at;
    const bool unit = at < end && at > 0 && all[at] != U'*' && lower(all[at - 1]) == U'm' &&
                      (at < 2 || !is_letter(all[at - 2]));
    if (unit) ++at;  // a star may follow: "m²*"
    if (at == end && end >= 2 && all[end - 1] == U')' && is_digit(all[end - 2])) {
      // "Hemtjänst 1)", not "(2018)", "f(1)" or "(åk 9)".
      std::size_t digits = end - 1;
      while (digits > 0 && is_digit(all[digits - 1])) --digits;
      const bool open = std::find(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(digits),
                                  U'(') != all.begin() + static_cast<std::ptrdiff_t>(digits);
      if (end - 1 - digits <= 2 && digits > 0 && !open) at = digits;
    }
    if (at == end || at == 0) break;
    found += end - at;
    end = at;
    while (end > 0 && is_space(all[end - 1])) --end;
  }
  MarkedLabel result;
  for (std::size_t i = 0; i < end; ++i) append_utf8(result.text, all[i]);
  for (std::size_t i = end; i < all.size() && found > 0; ++i) {
    if (!is_space(all[i])) append_utf8(result.marks, all[i]);
  }
  return result;
}

}  // namespace parsers
