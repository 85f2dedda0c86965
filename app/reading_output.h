#pragma once
// The formats of `namndata read`: a report and its observations. docs/cli.md tells the JSON.

#include <string>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/report.h"

namespace app {

// One line: the report with all its observations and diagnostics.
std::string report_json(const parsers::Report& report,
                        const std::vector<extract::Diagnostic>& diagnostics);
// One observation per line, each with its "document".
std::string report_jsonl(const parsers::Report& report);
// One record per observation, after csv_header().
std::string report_csv(const parsers::Report& report);
std::string report_csv_header();
// For a terminal: the report's line and its observations in columns.
std::string report_text(const parsers::Report& report);

}  // namespace app
