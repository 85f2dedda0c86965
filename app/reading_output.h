#pragma once
// The formats of `namndata read`: a report and its observations. docs/cli.md tells the JSON.

#include <string>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/observation.h"

namespace app {

// A report with what the catalogue makes of it.
struct UnderstoodReport {
  parsers::Report report;
  const schema::Municipality* municipality = nullptr;  // nullptr: unknown
  std::vector<schema::Observation> observations;       // one per reading, in their order
  std::vector<extract::Diagnostic> diagnostics;
};

// One line: the report with its observations, those without a value apart, and its diagnostics.
std::string report_json(const UnderstoodReport& understood);
// One observation per line, each with its "document".
std::string report_jsonl(const UnderstoodReport& understood);
// One record per observation, after report_csv_header().
std::string report_csv(const UnderstoodReport& understood);
std::string report_csv_header();
// For a terminal: the report's line and its observations in columns.
std::string report_text(const UnderstoodReport& understood);

}  // namespace app
