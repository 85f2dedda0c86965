#include "parsers/text_lines.h"

#include <catch2/catch.hpp>
#include <string>

#include "parsers/ruling_lines.h"
#include "tests/support/page_drawing.h"

namespace {

using parsers::PageWords;
using parsers::TextLine;
using support::draw_page;

std::vector<TextLine> lines_of(const extract::Page& page) {
  const PageWords words(page, {});
  return parsers::find_lines(words, parsers::join_rulings(words, {}).vertical, {});
}

// Pieces between bars, lines one below the other.
std::string pieces(const extract::Page& page) {
  std::string text;
  for (const TextLine& line : lines_of(page)) {
    if (!text.empty()) text += '\n';
    for (const parsers::TextPiece& piece : line.pieces) {
      text += (&piece == &line.pieces.front() ? "" : "|") + piece.text;
    }
  }
  return text;
}

struct Case {
  const char* picture;
  const char* pieces;
};

// One space is 0.28 of the font size, two are 0.78.
const Case kCases[] = {
    {"Total sjukfrånvaro     5,5    6 031", "Total sjukfrånvaro|5,5|6 031"},
    {"1 654 006  12", "1 654 006|12"},
    // Groups have three digits, their first one to three.
    {"12 34", "12|34"},
    {"1234 567", "1234|567"},
    {"81 726 -1 000", "81 726|-1 000"},
    {"0 25 200", "0|25 200"},
    {"5,5 300", "5,5|300"},
    // Signs stand before their number.
    {"12  - 281", "12|- 281"},
    {"12  -  281", "12|-  281"},
    {"+1 037 tkr", "+1 037 tkr"},
    // A second value in parentheses and a unit belong to the number.
    {"345 (28)  96", "345 (28)|96"},
    {"92 %  6,0 %", "92 %|6,0 %"},
    // A currency's sign stands with its figure, in a place of its own or not.
    {"Total  $   25,300   $ (36,480)", "Total|$ 25,300|$ (36,480)"},
    {"Total  $ -   $ Other", "Total|$ -|$ Other"},
    {"Population, July 1, 2009", "Population, July 1, 2009"},
    // Leader dots end before the figure they lead to.
    {"Total...... 25,300", "Total......|25,300"},
    {"Total . . . . 25,300", "Total . . . .|25,300"},
    // A label may hold numbers.
    {"Elever i årskurs 7  12", "Elever i årskurs 7|12"},
    {"100 - 7 klasser", "100 - 7 klasser"},
    // Raised marks never enter a number.
    {"471,5^1   12", "471,5¹|12"},
    {"Timmar^2)  12", "Timmar²⁾|12"},
};

}  // namespace

TEST_CASE("A line is split in pieces at gaps", "[text_lines]") {
  for (const Case& c : kCases) {
    INFO(c.picture);
    std::string expected = c.pieces;
    // Spaces drawn twice are still one space of text.
    while (expected.find("  ") != std::string::npos) expected.erase(expected.find("  "), 1);
    CHECK(pieces(draw_page(c.picture)) == expected);
  }
}

TEST_CASE("A rule parts what a space would join", "[text_lines]") {
  CHECK(pieces(draw_page("Larm|Besök")) == "Larm|Besök");
  support::Drawing drawing;
  drawing.rules = false;
  CHECK(pieces(draw_page("Larm Besök", drawing)) == "Larm Besök");
}

TEST_CASE("Words on one baseline make a line, in whatever order they are drawn", "[text_lines]") {
  extract::Page page = draw_page("  Larm    12    13\n  Besök   20    21");
  const std::string expected = "Larm|12|13\nBesök|20|21";
  CHECK(pieces(page) == expected);
  std::reverse(page.words.begin(), page.words.end());
  CHECK(pieces(page) == expected);
  // A baseline that differs by rounding.
  page.words.front().baseline += 0.8;
  CHECK(pieces(page) == expected);
  // One that differs by a third of the size.
  page.words.front().baseline += 4;
  CHECK(pieces(page) != expected);
}

TEST_CASE("Invisible words count for nothing, turned words stand aside", "[text_lines]") {
  extract::Page page = draw_page("Larm   12");
  page.words.front().invisible = true;
  support::add_turned_word(page, "Personal", 200, 200, 270);
  const PageWords words(page, {});
  CHECK(words.upright() == std::vector<std::size_t>{1});
  CHECK(words.rotated() == std::vector<std::size_t>{2});
  CHECK(pieces(page) == "12");
}

TEST_CASE("Pieces know their class, place and weight", "[text_lines]") {
  extract::Page page = draw_page("Summa drift    1 204");
  support::make_bold(page, "Summa drift");
  const std::vector<TextLine> lines = lines_of(page);
  REQUIRE(lines.size() == 1);
  REQUIRE(lines[0].pieces.size() == 2);
  const parsers::TextPiece& label = lines[0].pieces[0];
  const parsers::TextPiece& figure = lines[0].pieces[1];
  CHECK(label.bold);
  CHECK_FALSE(figure.bold);
  CHECK(label.cell_class == parsers::CellClass::text);
  CHECK(figure.cell_class == parsers::CellClass::number);
  CHECK(label.box.x1 < figure.box.x0);
  CHECK(label.baseline == Approx(figure.baseline));
  CHECK(label.font_size == Approx(10));
}

TEST_CASE("The unit of a page is its median font size", "[text_lines]") {
  support::Drawing large;
  large.font_size = 18;
  extract::Page page = draw_page("Rubrik", large);
  support::draw_onto(page, "\n\n\nett två tre fyra fem", {.top = 200, .font_size = 9});
  CHECK(PageWords(page, {}).unit() == Approx(9));
  CHECK(PageWords(extract::Page{}, {}).unit() == Approx(10));
}

TEST_CASE("A page without words has no lines", "[text_lines]") {
  CHECK(lines_of(extract::Page{}).empty());
}
