#include "schema/load.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "extract/error.h"
#include "schema/csv.h"
#include "schema/report_rows.h"

namespace schema {

namespace {

// "0.10.2" is newer than "0.9": compared number by number.
bool older(std::string_view a, std::string_view b) {
  while (!a.empty() || !b.empty()) {
    const auto take = [](std::string_view& version) {
      const std::string_view part = version.substr(0, version.find('.'));
      version.remove_prefix(std::min(part.size() + 1, version.size()));
      int number = 0;
      std::from_chars(part.data(), part.data() + part.size(), number);
      return number;
    };
    const int x = take(a);
    const int y = take(b);
    if (x != y) return x < y;
  }
  return false;
}

struct Stored {
  std::string sha256, tool_version, manifest, status;
};

std::optional<Stored> find_stored(Database& database, std::string_view sha256) {
  Statement select =
      database.prepare("SELECT sha256, tool_version, manifest, status FROM report WHERE id = ?1");
  select.bind(1, report_id(sha256));
  if (!select.step()) return std::nullopt;
  Stored stored{std::string(select.text(0)), std::string(select.text(1)),
                std::string(select.text(2)), std::string(select.text(3))};
  if (stored.sha256 != sha256) {
    throw extract::Error(extract::ErrorCode::database, database.file(),
                         "two reports have the same first 63 bits of SHA-256: " + stored.sha256 +
                             " and " + std::string(sha256));
  }
  return stored;
}

// What manifests say of a content: copies of a file may have lines of their own, then the one with
// the first path counts, whatever the order of loading.
std::string effective_manifest(Database& database, std::string_view sha256, const std::string& path,
                               const ManifestEntry* manifest) {
  const std::string given = manifest == nullptr ? "" : manifest->fingerprint();
  Statement select = database.prepare(
      "SELECT path, manifest FROM file WHERE report_id = ?1 AND manifest <> '' "
      "AND (path <> ?2 OR ?3 = '') ORDER BY path LIMIT 1");
  select.bind(1, report_id(sha256)).bind(2, path).bind(3, given);
  if (!select.step()) return given;
  return given.empty() || select.text(0) < path ? std::string(select.text(1)) : given;
}

// ManifestEntry::fingerprint, read back.
ManifestEntry manifest_entry(const std::string& fingerprint) {
  ManifestEntry entry;
  if (fingerprint.empty()) return entry;
  const std::vector<std::string> fields = parse_csv(fingerprint, "manifest").front().fields;
  entry.municipality_code = fields.at(0);
  entry.board = fields.at(1);
  entry.period = parsers::canonical_period(fields.at(2));
  entry.title = fields.at(3);
  entry.source_url = fields.at(4);
  return entry;
}

std::string report_status(const LoadRequest& request) {
  const bool figures =
      std::any_of(request.report.readings.begin(), request.report.readings.end(),
                  [](const parsers::Reading& reading) { return reading.value.has_value(); });
  if (!figures) return "no_figures";
  const bool warned = std::any_of(
      request.diagnostics.begin(), request.diagnostics.end(),
      [](const extract::Diagnostic& d) { return d.severity != extract::Severity::info; });
  return warned ? "read_with_warnings" : "read";
}

void upsert_report(Database& database, const Catalogue& catalogue, const LoadRequest& request,
                   const std::string& manifest) {
  const parsers::Report& report = request.report;
  const extract::DocumentInfo& info = report.info;
  const ManifestEntry known = manifest_entry(manifest);
  Identity identity = request.identity;
  if (!known.municipality_code.empty()) {
    identity = {known.municipality_code, IdentitySource::manifest, "manifest"};
  }
  const std::string& board = known.board.empty() ? report.board : known.board;
  const std::optional<parsers::Period>& period = known.period ? known.period : report.period;

  Statement insert = database.prepare(
      "INSERT OR REPLACE INTO report (id, sha256, document, municipality_code, "
      "municipality_source, "
      "municipality_evidence, board, title, period, period_start, period_end, source_url, "
      "creation_date, producer, tagged, pages, status, tool_version, manifest) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
      "?19)");
  insert.bind(1, report_id(info.sha256)).bind(2, info.sha256).bind(3, info.name);
  insert.bind_or_null(4, identity.municipality_code).bind(5, name(identity.source));
  insert.bind(6, identity.evidence).bind_or_null(7, catalogue.board_name(board));
  insert.bind_or_null(8, known.title.empty() ? report.title : known.title);
  insert.bind_or_null(9, period ? period->text : "").bind_or_null(10, period ? period->start : "");
  insert.bind_or_null(11, period ? period->end : "").bind_or_null(12, known.source_url);
  insert.bind_or_null(13, info.creation_date).bind_or_null(14, info.producer);
  insert.bind(15, info.tagged ? 1 : 0).bind(16, report.pages).bind(17, report_status(request));
  insert.bind(18, request.tool_version).bind(19, manifest).run();
}

// The report's warnings in one line, for `files`.
std::string summary(Database& database, std::int64_t id) {
  Statement select = database.prepare(
      "SELECT code || ': ' || message, count(*) OVER () FROM diagnostic "
      "WHERE report_id = ?1 AND severity <> 'info' ORDER BY number LIMIT 1");
  select.bind(1, id);
  if (!select.step()) return "";
  std::string text(select.text(0));
  if (const std::int64_t more = select.integer(1) - 1; more > 0) {
    text += " (and " + std::to_string(more) + " more)";
  }
  return text;
}

void upsert_file(Database& database, std::string_view sha256, const std::string& path,
                 const ManifestEntry* manifest) {
  const std::int64_t id = report_id(sha256);
  const std::string given = manifest == nullptr ? "" : manifest->fingerprint();
  // A manifest's words are kept when the file is given again without one.
  database
      .prepare(
          "INSERT INTO file (path, report_id, status, message, manifest) "
          "SELECT ?1, id, status, ?3, ?4 FROM report WHERE id = ?2 "
          "ON CONFLICT (path) DO UPDATE SET status = excluded.status, message = excluded.message, "
          "manifest = CASE WHEN excluded.manifest = '' AND report_id IS excluded.report_id "
          "THEN manifest ELSE excluded.manifest END, report_id = excluded.report_id")
      .bind(1, path)
      .bind(2, id)
      .bind(3, summary(database, id))
      .bind(4, given)
      .run();
}

}  // namespace

bool is_current(Database& database, std::string_view sha256, const std::string& path,
                const ManifestEntry* manifest, std::string_view tool_version) {
  const std::optional<Stored> stored = find_stored(database, sha256);
  return stored && !older(stored->tool_version, tool_version) &&
         stored->manifest == effective_manifest(database, sha256, path, manifest);
}

void record_unchanged(Database& database, std::string_view sha256, const std::string& path,
                      const ManifestEntry* manifest) {
  Transaction transaction(database);
  upsert_file(database, sha256, path, manifest);
  transaction.commit();
}

LoadResult load_report(Database& database, const Catalogue& catalogue, const LoadRequest& request) {
  const std::string& sha256 = request.report.info.sha256;
  if (is_current(database, sha256, request.path, request.manifest, request.tool_version)) {
    record_unchanged(database, sha256, request.path, request.manifest);
    return LoadResult::unchanged;
  }
  Transaction transaction(database);
  const std::int64_t id = report_id(sha256);
  const bool replaces = find_stored(database, sha256).has_value();
  if (replaces) delete_report_rows(database, id);
  const std::string manifest = effective_manifest(database, sha256, request.path, request.manifest);
  upsert_report(database, catalogue, request, manifest);
  insert_report_rows(database, catalogue, id, request.report, request.diagnostics);
  upsert_file(database, sha256, request.path, request.manifest);
  transaction.commit();
  return replaces ? LoadResult::replaced : LoadResult::added;
}

void record_failure(Database& database, const std::string& path, std::string_view status,
                    std::string_view message) {
  Transaction transaction(database);
  database
      .prepare(
          "INSERT INTO file (path, status, message, manifest) VALUES (?1, ?2, ?3, '') "
          "ON CONFLICT (path) DO UPDATE SET status = excluded.status, "
          "message = excluded.message, report_id = NULL")
      .bind(1, path)
      .bind(2, status)
      .bind(3, message)
      .run();
  transaction.commit();
}

}  // namespace schema
