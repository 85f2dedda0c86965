#include "parsers/page_gutters.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/page_drawing.h"

namespace {

// "first-last" of each gutter and the words beside it on its last line.
std::string gutters_of(const char* picture) {
  const extract::Page page = support::draw_page(picture);
  const parsers::PageWords words(page, {});
  const auto lines = parsers::find_lines(words, {}, {});
  std::string text;
  for (const parsers::Gutter& gutter : parsers::find_gutters(lines, words.unit(), {})) {
    const parsers::TextLine& line = lines[gutter.last];
    const std::size_t after = parsers::piece_after(line, gutter.x1);
    if (!text.empty()) text += "; ";
    text += std::to_string(gutter.first) + '-' + std::to_string(gutter.last);
    text += after > 0 ? ' ' + line.pieces[after - 1].text : " ";
    text += after < line.pieces.size() ? '|' + line.pieces[after].text : "|";
  }
  return text;
}

}  // namespace

TEST_CASE("Gutters run as far as lines leave them free", "[page_gutters][issue-3]") {
  struct Case {
    const char* name;
    const char* picture;
    const char* gutters;
  };
  const Case cases[] = {
      {"one between two columns", "Larm      12\nBesök     20\nMil        7", "0-2 Mil|7"},
      {"each of several", "a     b     c\nd     e     f\ng     h     i", "0-2 g|h; 0-2 h|i"},
      {"a line across ends it",
       "Larm      12\nBesök     20\nMil        7\nEn rad som går över\nDygn      30\nTimmar    40\n"
       "Platser   50",
       "0-2 Mil|7; 4-6 Platser|50"},
      {"lines of one side alone do not", "Larm      12\nBesök\nMil       20\nDygn       7\nKö",
       "0-4 Kö|"},
      {"the longest counts where a line narrows it",
       "Larm                12\nBesök               20\nAntal platser       30\nMil                "
       " 40",
       "0-3 Mil|40"},
      {"two lines are too few", "Larm      12\nBesök     20", ""},
      {"the spaces of a text are none", "en rad\nto ord\nav det", ""},
      {"margins are none", "Larm\nBesök\nMil", ""},
  };
  for (const Case& c : cases) {
    INFO(c.name << '\n' << c.picture);
    CHECK(gutters_of(c.picture) == c.gutters);
  }
}
