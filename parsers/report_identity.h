#pragma once
// Report identity: what a report says of itself: its title, its board and the period it is about.
//
// The period is taken from, in this order: what the caller knows, the title on the first page, the
// rest of the first page, page headers and footers, the file's name, the metadata. Metadata comes
// last since templates leave theirs behind. Two of them that name different years are a
// "period-contradiction" that tells both places.

#include <optional>
#include <span>
#include <string>

#include "extract/diagnostics.h"
#include "extract/document.h"
#include "parsers/period.h"
#include "parsers/report.h"

namespace parsers {

struct ReportIdentity {
  std::string title;
  std::string board;
  std::optional<Period> period;
  std::string period_place;  // where the period was read: "title", "file name", …
};

// Never fails: what is not found is empty.
ReportIdentity identify_report(const extract::DocumentInfo& info, const ReportHints& hints,
                               std::span<const TextPassage> passages,
                               extract::Diagnostics& diagnostics);

}  // namespace parsers
