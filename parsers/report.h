#pragma once
// The façade of parsers/: pages of a report in, its tables, figures and what it says of itself out.

#include <functional>
#include <memory>
#include <optional>
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
  // Table by table, then prose. Those with `missing` set are no figures: `read` lists them apart
  // from its observations.
  std::vector<Reading> readings;
  std::vector<Identity> identities;   // of the tables' figures: those that hold and those that fail
  std::vector<TextPassage> passages;  // all text outside tables, in reading order
};

// What the caller knows of the report from elsewhere (a manifest, the command line).
struct ReportHints {
  std::string board;
  std::optional<Period> period;
  std::string title;
};

struct ReportReaderOptions {
  // Pages. A longer report is read in parts of about so many, cut where no table goes on, so that
  // memory does not grow with its length. Verification and prose figures look within a part. Longer
  // than the reports of boards, which have 5 to 60 pages.
  int part_pages = 128;
  // A table that goes on over more than this ends a part all the same.
  int longest_part = 256;
  // Asked before each page is read; false leaves it out. The page is then as if it were blank.
  std::function<bool(int page)> wanted;
};

// Reads a document page by page, and gives what it found in parts.
//
//   ReportReader reader(*document, hints, diagnostics, {});
//   while (std::optional<Report> part = reader.next()) use(*part);
//
// Throws what Document::page throws; what is doubtful goes to `diagnostics`. Title, board and
// period are those of the first part in all.
class ReportReader {
 public:
  ReportReader(extract::Document& document, ReportHints hints, extract::Diagnostics& diagnostics,
               ReportReaderOptions options);
  ~ReportReader();
  ReportReader(const ReportReader&) = delete;
  ReportReader& operator=(const ReportReader&) = delete;

  // The next part, with indices of its own; at least one, then nothing after the last.
  std::optional<Report> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The whole report in one piece.
Report read_report(extract::Document& document, const ReportHints& hints,
                   extract::Diagnostics& diagnostics);

}  // namespace parsers
