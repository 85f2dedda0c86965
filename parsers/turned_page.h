#pragma once
// Pages whose text stands on its side: a wide table is often set across an upright page. Such a
// page is turned so that its text reads from left to right, and what was found there is turned
// back, so that boxes stay those of the page as drawn.
//
//   text_turn(page) == 270        the text reads upwards
//   turned_page(page, 270)        height and width exchanged, words with rotation 0
//   turned_back(box, page, 270)   from the turned page to `page`

#include "extract/page.h"

namespace parsers {

struct TurnOptions {
  double turned_share = 0.7;   // of the visible words must stand on the same side
  std::size_t min_words = 20;  // fewer are labels along an axis
};

// 90 or 270 where the page's text reads downwards or upwards, else 0. O(words).
int text_turn(const extract::Page& page, const TurnOptions& options);

// The page turned by `turn`, one that text_turn() gave. Tagged tables and plain text stay as they
// are.
extract::Page turned_page(const extract::Page& page, int turn);

// A box of turned_page(page, turn) on `page`.
extract::Rect turned_back(const extract::Rect& box, const extract::Page& page, int turn);

}  // namespace parsers
