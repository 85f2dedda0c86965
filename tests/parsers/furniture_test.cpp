#include "parsers/furniture.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/page_drawing.h"

namespace {

using parsers::Furniture;

// A page with one text at `y` from the top.
extract::Page page_with(int number, const std::string& text, double y) {
  support::Drawing drawing;
  drawing.number = number;
  drawing.top = y;
  return support::draw_page(text, drawing);
}

std::vector<parsers::TextLine> lines_of(const extract::Page& page) {
  return parsers::find_lines(parsers::PageWords(page, {}), {}, {});
}

struct Case {
  const char* name;
  const char* text;  // '#' is the page's number
  double top;
  int pages;
  bool furniture;
};

constexpr double kHead = 30, kBody = 400, kFoot = 800;

const Case kCases[] = {
    {"header on three pages", "Socialnämnden i Exempelstad", kHead, 3, true},
    {"header on two pages", "Socialnämnden i Exempelstad", kHead, 2, false},
    {"footer on three pages", "Exempelstads kommun", kFoot, 3, true},
    {"page numbers on two pages", "Sida # av 9", kFoot, 2, true},
    {"a page number alone", "#", kFoot, 2, true},
    {"one page", "Sida # av 9", kFoot, 1, false},
    {"the same line in the middle of pages", "Verksamhetens mått", kBody, 5, false},
    {"rows of figures at the head of pages", "Larm   12   1#", kHead, 5, false},
};

std::string numbered(std::string text, int number) {
  for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#')) {
    text.replace(at, 1, std::to_string(number));
  }
  return text;
}

}  // namespace

TEST_CASE("Page headers and footers are told by their repetition", "[furniture]") {
  for (const Case& c : kCases) {
    INFO(c.name);
    Furniture furniture;
    for (int n = 1; n <= c.pages; ++n) {
      const extract::Page page = page_with(n, numbered(c.text, n), c.top);
      furniture.note(page, lines_of(page));
    }
    const extract::Page page = page_with(1, numbered(c.text, 1), c.top);
    CHECK(furniture.is_furniture(page, lines_of(page).front()) == c.furniture);
  }
}

TEST_CASE("A place that differs by rounding is the same place", "[furniture]") {
  Furniture furniture;
  for (int n = 1; n <= 3; ++n) {
    const extract::Page page = page_with(n, "Exempelstads kommun", kFoot + 0.9 * n);
    furniture.note(page, lines_of(page));
  }
  const extract::Page near = page_with(4, "Exempelstads kommun", kFoot);
  CHECK(furniture.is_furniture(near, lines_of(near).front()));
  const extract::Page far = page_with(4, "Exempelstads kommun", kFoot - 20);
  CHECK_FALSE(furniture.is_furniture(far, lines_of(far).front()));
}
