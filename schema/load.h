#pragma once
// Loading: one report, one transaction. The same report again changes nothing; a newer version of
// the tool, or a manifest that says more, replaces what was stored.
//
//   const LoadRequest request{path, sha256, manifest, tool_version};
//   const StoredState stored = stored_state(database, request);
//   if (stored.current) { record_unchanged(database, request); return; }
//   ReportLoad load(database, catalogue, request, head);
//   for (const Row& row : rows) load.add(row);
//   load.commit(true);

#include <optional>
#include <string>
#include <string_view>

#include "schema/catalogue.h"
#include "schema/database.h"
#include "schema/manifest.h"
#include "schema/report_store.h"

namespace schema {

struct LoadRequest {
  std::string path;                         // as given to ingest
  std::string sha256;                       // of the file's bytes
  const ManifestEntry* manifest = nullptr;  // nullptr: the manifest says nothing of this file
  std::string tool_version;                 // "0.1.0"
};

struct StoredState {
  bool present = false;  // this content was read before
  // It was read in full, by this tool version or a newer one and with what the manifest says: then
  // record_unchanged is all there is to do and the file need not be read.
  bool current = false;
  // What manifests say of the content: copies of a file may have lines of their own, then the one
  // with the first path counts, whatever the order of loading.
  ManifestEntry manifest;
  std::string reason;  // why it has to be read again; "" where it was not read or need not be
};

StoredState stored_state(Database& database, const LoadRequest& request);

// Records that a path has a content that is stored already. REQUIRES: stored_state(…).current.
void record_unchanged(Database& database, const LoadRequest& request);

// How a report was read, in the words of the column `status`.
inline constexpr const char* kOk = "ok";
inline constexpr const char* kOkWithErrors = "ok_with_errors";  // a warning or error was told
inline constexpr const char* kPartial = "partial";              // some pages could not be read
inline constexpr const char* kScanned = "scanned";              // no text on any page
inline constexpr const char* kGarbled = "garbled";              // most pages' text is no text

// Stores a report row by row; nothing is stored without commit(). Throws extract::Error(database),
// RowRefused among them.
class ReportLoad {
 public:
  ReportLoad(Database& database, const Catalogue& catalogue, const LoadRequest& request,
             const ReportHead& head);
  void add(const Row& row);
  // `complete` false: pages are missing that could not be read. What another program has stored
  // whole since stored_state() was asked stays then.
  void commit(bool complete);
  bool replaces() const { return replaces_; }  // what was stored before

 private:
  Database& database_;
  const LoadRequest& request_;
  std::optional<Transaction> transaction_;
  bool replaces_ = false;
  bool stored_whole_ = false;  // before, and with nothing to be read anew for
  ReportStore store_;
};

// Records a file that could not be read: `status` is extract::name(ErrorCode) or one of
// docs/schema.md
// ("timeout", "crash"), `message` one line. What an earlier content of the path gave stays stored.
void record_failure(Database& database, const std::string& path, std::string_view status,
                    std::string_view message);

}  // namespace schema
