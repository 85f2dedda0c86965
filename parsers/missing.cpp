#include "parsers/missing.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/codepoint.h"

namespace parsers {

namespace {

struct Mark {
  std::string_view text;  // as plain_lower writes it, without white space
  Missing reason;
};

// SCB's marks (".." not available, "." cannot occur, "-" nothing) and the words reports use for
// them.
constexpr auto kMarks = std::to_array<Mark>({
    {"-", Missing::nothing_to_report},
    {"--", Missing::nothing_to_report},
    {"---", Missing::nothing_to_report},
    {"..", Missing::not_available},
    {"...", Missing::not_available},
    {"…", Missing::not_available},
    {"na", Missing::not_available},
    {"n.a", Missing::not_available},
    {"n.a.", Missing::not_available},
    {"(na)", Missing::not_available},
    {"(x)", Missing::not_applicable},
    {"iu", Missing::not_available},
    {"i.u", Missing::not_available},
    {"i.u.", Missing::not_available},
    {"us", Missing::not_available},
    {"ejmätt", Missing::not_available},
    {"mätsej", Missing::not_available},
    {"ejpublicerat", Missing::not_available},
    {"ejuppmätt", Missing::not_available},
    {"ejtillgängligt", Missing::not_available},
    {"ingenuppgift", Missing::not_available},
    {"ingenmätning", Missing::not_available},
    {"uppgiftsaknas", Missing::not_available},
    {"uppgifterasaknas", Missing::not_available},
    {"uppgifternasaknas", Missing::not_available},
    {"saknas", Missing::not_available},
    {".", Missing::not_applicable},
    {"x", Missing::not_applicable},
    {"e/t", Missing::not_applicable},
    {"n/a", Missing::not_applicable},
    {"ejaktuell", Missing::not_applicable},
    {"ejaktuellt", Missing::not_applicable},
    {"ejrelevant", Missing::not_applicable},
    {"ejtillämpligt", Missing::not_applicable},
    {"stängt", Missing::closed},
    {"stängd", Missing::closed},
    {"stängda", Missing::closed},
});

constexpr std::size_t kLongestMark = 24;  // bytes; longer texts are not looked at

// "<5", "färre än 5": disclosure control hides counts below a small limit.
constexpr int kLargestLimit = 10;

bool suppressed(std::string_view text) {
  for (const std::string_view less : {"<", "färreän", "mindreän"}) {
    if (!text.starts_with(less)) continue;
    text.remove_prefix(less.size());
    if (text.empty() || text.size() > 2) return false;
    int limit = 0;
    for (const char c : text) {
      if (!is_digit(static_cast<unsigned char>(c))) return false;
      limit = limit * 10 + (c - '0');
    }
    return limit >= 2 && limit <= kLargestLimit;
  }
  return false;
}

}  // namespace

std::optional<Missing> missing_mark(std::string_view text) {
  text = trim(text);
  if (text.empty()) return Missing::blank;
  if (text.size() > 2 * kLongestMark && text.find_first_not_of(". ") != std::string_view::npos)
    return std::nullopt;
  std::string plain = plain_lower(text);
  std::erase(plain, ' ');
  while (plain.size() > 1 && plain.back() == '*') plain.pop_back();
  if (plain.empty()) return Missing::blank;
  // Leader dots all through a cell.
  if (plain.find_first_not_of('.') == std::string::npos && plain.size() > 3)
    return Missing::not_available;
  const auto found = std::find_if(kMarks.begin(), kMarks.end(),
                                  [&](const Mark& mark) { return mark.text == plain; });
  if (found != kMarks.end()) return found->reason;
  if (suppressed(plain)) return Missing::suppressed;
  return std::nullopt;
}

}  // namespace parsers
