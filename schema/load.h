#pragma once
// Loading: one report, one transaction. The same report again changes nothing; a newer version of
// the tool, or a manifest that says more, replaces what was stored.

#include <span>
#include <string>
#include <string_view>

#include "extract/diagnostics.h"
#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/database.h"
#include "schema/identify.h"
#include "schema/manifest.h"

namespace schema {

struct LoadRequest {
  std::string path;  // as given to ingest
  const parsers::Report& report;
  Identity identity;  // of identify_municipality; the manifest's goes before it
  const ManifestEntry* manifest = nullptr;  // nullptr: the manifest says nothing of this file
  std::string tool_version;                 // "0.1.0"
  std::span<const extract::Diagnostic> diagnostics;
};

enum class LoadResult { added, replaced, unchanged };

// True when the database has this content, read by this tool version or a newer one and with what
// this manifest says: then `record_unchanged` is all there is to do and the file need not be read.
bool is_current(Database& database, std::string_view sha256, const std::string& path,
                const ManifestEntry* manifest, std::string_view tool_version);

// Records that `path` has a content that is stored already. REQUIRES: is_current.
void record_unchanged(Database& database, std::string_view sha256, const std::string& path,
                      const ManifestEntry* manifest);

// Matches, stores and records the report. Throws extract::Error(database); then nothing is stored.
LoadResult load_report(Database& database, const Catalogue& catalogue, const LoadRequest& request);

// Records a file that could not be read: `status` is extract::name(ErrorCode) or the caller's word
// ("timeout", "crashed"), `message` one line. What an earlier content of the path gave stays
// stored.
void record_failure(Database& database, const std::string& path, std::string_view status,
                    std::string_view message);

}  // namespace schema
