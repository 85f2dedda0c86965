#pragma once
// Reports drawn by hand for the tests of the schema layer.

#include <string>
#include <vector>

#include "parsers/report.h"
#include "schema/load.h"
#include "schema/open_database.h"

namespace sample {

// A digest that begins with `name`'s letters in hexadecimal, so that reports sort as they are
// named.
inline std::string sha(const std::string& name) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const char c : name) {
    text += kDigits[(static_cast<unsigned char>(c) >> 4) & 15];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  text.resize(64, '0');
  return text;
}

inline parsers::Period period(const std::string& text) {
  return parsers::canonical_period(text).value();
}

inline parsers::Reading reading(std::vector<std::string> rows, std::vector<std::string> columns,
                                const std::string& when, const std::string& measure,
                                const std::string& value, const std::string& unit) {
  parsers::Reading r;
  r.row_path = std::move(rows);
  r.column_path = std::move(columns);
  r.table = 0;
  r.kind = "verksamhetsstatistik";
  if (!when.empty()) r.period = period(when);
  r.measure = measure;
  r.value = parsers::Decimal::from_string(value);
  r.raw = value;
  if (!r.value) r.missing = parsers::Missing::nothing_to_report;
  r.unit = unit;
  r.page = 1;
  r.box = {10, 20, 30, 40};
  return r;
}

inline parsers::Report report(const std::string& name, const std::string& when,
                              std::vector<parsers::Reading> readings) {
  parsers::Report r;
  r.info.name = name;
  r.info.sha256 = sha(name);
  r.pages = 2;
  r.title = "Rapport " + name;
  r.board = "Socialnämnden";
  r.period = period(when);
  r.readings = std::move(readings);
  return r;
}

enum class Loaded { added, replaced, unchanged };

struct LoadOptions {
  std::string path;  // "": the report's name
  std::string municipality_code = "1461";
  std::string tool_version = "0.1.0";
  const schema::ManifestEntry* manifest = nullptr;
  std::vector<extract::Diagnostic> diagnostics;
  bool complete = true;
};

// As ingest does, in one process.
inline Loaded load(schema::Database& database, const parsers::Report& report,
                   const LoadOptions& options) {
  schema::Identity identity;
  if (!options.municipality_code.empty()) {
    identity = {options.municipality_code, schema::IdentitySource::document, "test"};
  }
  const std::string path = options.path.empty() ? report.info.name + ".pdf" : options.path;
  const schema::LoadRequest request{path, report.info.sha256, options.manifest,
                                    options.tool_version};
  if (schema::stored_state(database, request).current) {
    schema::record_unchanged(database, request);
    return Loaded::unchanged;
  }
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  schema::ReportLoad load(database, catalogue, request, schema::report_head(report, identity));
  schema::ReportRows rows(catalogue, [&](const schema::Row& row) { load.add(row); });
  rows.add(report);
  rows.finish(options.diagnostics);
  load.commit(options.complete);
  return load.replaces() ? Loaded::replaced : Loaded::added;
}

inline Loaded load(schema::Database& database, const parsers::Report& report,
                   const std::string& municipality_code = "1461",
                   const std::string& tool_version = "0.1.0") {
  return load(database, report,
              LoadOptions{.path = "",
                          .municipality_code = municipality_code,
                          .tool_version = tool_version,
                          .manifest = nullptr,
                          .diagnostics = {}});
}

// All rows of a query, columns joined by "|", NULL as "-".
inline std::vector<std::string> rows(schema::Database& database, const std::string& sql) {
  std::vector<std::string> result;
  schema::Statement select = database.prepare(sql);
  while (select.step()) {
    std::string row;
    for (int i = 0; i < select.column_count(); ++i) {
      if (i > 0) row += '|';
      row += select.is_null(i) ? "-" : std::string(select.text(i));
    }
    result.push_back(row);
  }
  return result;
}

}  // namespace sample
