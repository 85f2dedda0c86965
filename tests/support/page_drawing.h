#pragma once
// Drawn pages: an ASCII picture becomes an extract::Page, so that a test shows its table.
//
//   +-----------+-----+      rules: runs of '-' or '+'; '=' is a double rule
//   | Antal     | 345 |      '|' is a vertical rule, '+' a crossing
//   +-----------+-----+
//   # Hemvård     471,5^1    '#' first on a line: the line is shaded; '^' raises what follows
//
// A word is a run of other characters. One space is a word space, two are a gutter: words reach a
// little into the cells beside them, so that a single space is narrower than its cell. A line of
// rules alone is lower than a line of text, as tables are set. Lengths in points.

#include <string>
#include <string_view>
#include <vector>

#include "extract/page.h"

namespace support {

struct Drawing {
  double left = 60, top = 100;  // of the picture's upper left corner
  double column = 5;            // width of one character
  double space = 2.8;           // what a single space leaves free
  double pitch = 12;            // height of a line of text
  double rule_pitch = 6;        // height of a line of rules alone
  double font_size = 10;
  bool rules = true;    // false: the same page with its rules left out
  bool pieces = false;  // rules cut at each crossing, as thin fills with separate corner squares
  double width = 595, height = 842;
  int number = 1;
};

extract::Page draw_page(std::string_view picture, const Drawing& drawing = {});

// Draws a picture on a page that has something on it already.
void draw_onto(extract::Page& page, std::string_view picture, const Drawing& drawing);

// Makes the words that make up `text` bold, wherever they follow each other.
void make_bold(extract::Page& page, std::string_view text);

// A word that reads upwards (270) or downwards (90), its middle at (x, y).
void add_turned_word(extract::Page& page, std::string_view text, double x, double y, int rotation,
                     double font_size = 10);

// Tags the page's words as one table: a line per row, cells between '|', each the words as drawn.
// '!' first: a TH; '>2' last: it spans two columns. Each word is taken once, in drawing order.
void tag_table(extract::Page& page, std::string_view rows, int id = 1);

}  // namespace support
