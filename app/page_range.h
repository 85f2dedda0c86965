#pragma once
// PageRange: the pages meant by --pages, written as in tabula: "1-3,5", "4-", "all".

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

class PageRange {
 public:
  PageRange() = default;  // every page
  // Nothing when the text is no such list or holds a page below 1 or a backward range.
  static std::optional<PageRange> from_string(std::string_view text);
  bool contains(int page) const;

 private:
  std::vector<std::pair<int, int>> ranges_;  // inclusive; none: every page
};

}  // namespace app
