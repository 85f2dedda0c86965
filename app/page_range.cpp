#include "app/page_range.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace app {

namespace {

std::optional<int> page_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

}  // namespace

std::optional<PageRange> PageRange::from_string(std::string_view text) {
  PageRange result;
  if (text == "all") return result;
  while (true) {
    const auto comma = std::min(text.find(','), text.size());
    const std::string_view part = text.substr(0, comma);
    const auto dash = part.find('-');
    const auto first = page_number(part.substr(0, dash));
    if (!first) return std::nullopt;
    int last = *first;
    if (dash != std::string_view::npos) {
      const std::string_view end = part.substr(dash + 1);
      const std::optional<int> number =
          end.empty() ? std::numeric_limits<int>::max() : page_number(end);
      if (!number || *number < *first) return std::nullopt;
      last = *number;
    }
    result.ranges_.emplace_back(*first, last);
    if (comma == text.size()) return result;
    text.remove_prefix(comma + 1);
  }
}

bool PageRange::contains(int page) const {
  return ranges_.empty() || std::any_of(ranges_.begin(), ranges_.end(), [&](const auto& range) {
           return page >= range.first && page <= range.second;
         });
}

}  // namespace app
