#pragma once
// The façade of parsers/: pages of a report in, its tables, figures and what it says of itself out.

#include <string>
#include <vector>

#include "extract/diagnostics.h"
#include "extract/document.h"
#include "extract/page.h"
#include "parsers/identity.h"
#include "parsers/reading.h"
#include "parsers/table.h"

namespace parsers {

// A line of running text with its place: for headings, prose figures, full-text search and for
// finding the municipality.
struct TextPassage {
  int page = 0;
  extract::Rect box;
  std::string text;
  double font_size = 0;
  bool bold = false;
  bool furniture = false;  // page header or footer
};

struct Report {
  extract::DocumentInfo info;
  int pages = 0;
  std::string title;             // as printed on the first page, else metadata, else ""
  std::string board;             // as printed: "Socialnämnden"; "" unknown
  std::optional<Period> period;  // of the report as a whole
  std::vector<Table> tables;
  // Table by table, then prose. Those with `missing` set are no figures: `read` lists them apart from
  // its observations.
  std::vector<Reading> readings;
  std::vector<Identity> identities;  // of the tables' figures: those that hold and those that fail
  std::vector<TextPassage> passages;  // all text outside tables, in reading order
};

// What the caller knows of the report from elsewhere (a manifest, the command line).
struct ReportHints {
  std::string board;
  std::optional<Period> period;
  std::string title;
};

// Reads the whole document page by page. Throws what Document::page throws; what is doubtful goes
// to `diagnostics`.
Report read_report(extract::Document& document, const ReportHints& hints,
                   extract::Diagnostics& diagnostics);

}  // namespace parsers
