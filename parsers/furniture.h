#pragma once
// Furniture: page headers and footers. A line in the margins that stands at the same place with the
// same text, digits masked, on several pages.

#include <map>
#include <string>
#include <vector>

#include "extract/page.h"
#include "parsers/text_lines.h"

namespace parsers {

struct FurnitureOptions {
  double margin = 0.12;  // of the page's height, above and below
  int min_pages = 3;     // pages that must show the line
  int min_numbered_pages = 2;  // the same for a line with a number in it
  double place = 4.0;    // points: same place
};

class Furniture {
 public:
  explicit Furniture(FurnitureOptions options = {}) : options_(options) {}
  // Takes note of a page's margins. Pages should be noted before they and the ones after are judged.
  void note(const extract::Page& page, const std::vector<TextLine>& lines);
  bool is_furniture(const extract::Page& page, const TextLine& line) const;

 private:
  using Key = std::pair<long, std::string>;
  bool in_margin(const extract::Page& page, const TextLine& line) const;
  static std::string masked(const TextLine& line);
  long place(const TextLine& line) const;

  FurnitureOptions options_;
  std::map<Key, int> seen_;
};

}  // namespace parsers
