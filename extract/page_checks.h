#pragma once
// Says when a page's text cannot be trusted or is not there: a scan, or fonts without a usable
// character table.

#include <optional>

#include "extract/diagnostics.h"
#include "extract/page.h"

namespace extract {

struct PageCheckOptions {
  // Share of a page that images cover on a scanned page.
  double scanned_share = 0.6;
  // A page without text but with at least this many curves may have its letters drawn as shapes. A
  // line of text has about 200; logos and charts alone stay below.
  int outlined_curves = 500;
  // A page with fewer characters is not judged.
  int least_characters = 20;
  // Share of characters unknown (U+FFFD, private use) from which on the text is unreadable. Single
  // symbols of other fonts stay far below.
  double unknown_share = 0.2;
  // Share of characters that running text and tables hardly use ("! ; < = @ [ ~"): in text whose
  // letters are exchanged by the font they are a quarter and more, in tables below 0.02.
  double odd_share = 0.15;
};

// "scanned-page" or "outlined-text" (info), "garbled-text" (warning), or nothing. A page of plain
// text lines has nothing to check.
std::optional<Diagnostic> check_page(const Page& page, const PageCheckOptions& options = {});

}  // namespace extract
