#include "schema/load.h"

#include <filesystem>
#include <optional>

#include "extract/error.h"
#include "schema/csv.h"
#include "schema/version_order.h"

namespace schema {

namespace {

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

std::string stem(const std::string& path) { return std::filesystem::path(path).stem().string(); }

// The fingerprint of StoredState::manifest.
std::string effective_manifest(Database& database, const LoadRequest& request) {
  const std::string given = request.manifest == nullptr ? "" : request.manifest->fingerprint();
  Statement select = database.prepare(
      "SELECT path, manifest FROM file WHERE report_id = ?1 AND manifest <> '' "
      "AND (path <> ?2 OR ?3 = '') ORDER BY path LIMIT 1");
  select.bind(1, report_id(request.sha256)).bind(2, request.path).bind(3, given);
  if (!select.step()) return given;
  return given.empty() || select.text(0) < request.path ? std::string(select.text(1)) : given;
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

// The report's row; its status waits for the rows.
void insert_report(Database& database, const Catalogue& catalogue, const LoadRequest& request,
                   const ReportHead& head, const ManifestEntry& known) {
  Identity identity = head.identity;
  if (!known.municipality_code.empty()) {
    identity = {known.municipality_code, IdentitySource::manifest, "manifest"};
  }
  const std::string& board = known.board.empty() ? head.board : known.board;
  const std::optional<parsers::Period>& period = known.period ? known.period : head.period;

  Statement insert = database.prepare(
      "INSERT OR REPLACE INTO report (id, sha256, document, municipality_code, "
      "municipality_source, "
      "municipality_evidence, board, title, period, period_start, period_end, source_url, "
      "creation_date, producer, tagged, pages, status, tool_version, manifest) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
      "?19)");
  insert.bind(1, report_id(request.sha256)).bind(2, request.sha256).bind(3, stem(request.path));
  insert.bind_or_null(4, identity.municipality_code).bind(5, name(identity.source));
  insert.bind(6, identity.evidence).bind_or_null(7, catalogue.board_name(board));
  insert.bind_or_null(8, known.title.empty() ? head.title : known.title);
  insert.bind_or_null(9, period ? period->text : "").bind_or_null(10, period ? period->start : "");
  insert.bind_or_null(11, period ? period->end : "").bind_or_null(12, known.source_url);
  insert.bind_or_null(13, head.creation_date).bind_or_null(14, head.producer);
  insert.bind(15, head.tagged ? 1 : 0).bind(16, head.pages).bind(17, kOk);
  insert.bind(18, request.tool_version).bind(19, known.fingerprint()).run();
}

// From what was stored of the report.
std::string report_status(Database& database, std::int64_t id, bool complete) {
  if (!complete) return kPartial;
  const auto count = [&](std::string_view sql) {
    Statement select = database.prepare(sql);
    select.bind(1, id);
    return select.step() ? select.integer(0) : 0;
  };
  const auto pages = count("SELECT count(*) FROM page WHERE report_id = ?1");
  const auto garbled = count(
      "SELECT count(DISTINCT page) FROM diagnostic WHERE report_id = ?1 AND code = 'garbled-text'");
  if (garbled > 0 && 2 * garbled >= pages) return kGarbled;
  if (pages == 0) return kScanned;
  const bool warned = count(
                          "SELECT count(*) FROM diagnostic WHERE report_id = ?1 AND (severity <> "
                          "'info' OR code = 'pdf-syntax')") > 0;
  return warned ? kOkWithErrors : kOk;
}

// The report's warnings in one line, for `files`; the worst first.
std::string summary(Database& database, std::int64_t id) {
  Statement select = database.prepare(
      "SELECT code || ': ' || message, count(*) OVER () FROM diagnostic "
      "WHERE report_id = ?1 AND severity <> 'info' ORDER BY severity <> 'error', number LIMIT 1");
  select.bind(1, id);
  if (!select.step()) {
    return database.integer("SELECT NOT EXISTS (SELECT 1 FROM observation WHERE report_id = " +
                            std::to_string(id) + " AND digits IS NOT NULL)") != 0
               ? "no figures"
               : "";
  }
  std::string text(select.text(0));
  if (const std::int64_t more = select.integer(1) - 1; more > 0) {
    text += " (and " + std::to_string(more) + " more)";
  }
  return text;
}

void upsert_file(Database& database, const LoadRequest& request) {
  const std::int64_t id = report_id(request.sha256);
  const std::string given = request.manifest == nullptr ? "" : request.manifest->fingerprint();
  // A manifest's words are kept when the file is given again without one.
  database
      .prepare(
          "INSERT INTO file (path, report_id, status, message, manifest) "
          "SELECT ?1, id, status, ?3, ?4 FROM report WHERE id = ?2 "
          "ON CONFLICT (path) DO UPDATE SET status = excluded.status, message = excluded.message, "
          "manifest = CASE WHEN excluded.manifest = '' AND report_id IS excluded.report_id "
          "THEN manifest ELSE excluded.manifest END, report_id = excluded.report_id")
      .bind(1, request.path)
      .bind(2, id)
      .bind(3, summary(database, id))
      .bind(4, given)
      .run();
  // All copies of a content tell the same of it, and the first of them names it.
  database
      .prepare(
          "UPDATE file SET status = f.status, message = f.message FROM file AS f "
          "WHERE f.path = ?1 AND file.report_id = ?2 "
          "AND (file.status <> f.status OR file.message <> f.message)")
      .bind(1, request.path)
      .bind(2, id)
      .run();
  Statement first = database.prepare("SELECT min(path) FROM file WHERE report_id = ?1");
  first.bind(1, id);
  if (!first.step()) return;
  database.prepare("UPDATE report SET document = ?2 WHERE id = ?1 AND document <> ?2")
      .bind(1, id)
      .bind(2, stem(std::string(first.text(0))))
      .run();
}

}  // namespace

StoredState stored_state(Database& database, const LoadRequest& request) {
  const std::optional<Stored> stored = find_stored(database, request.sha256);
  const std::string manifest = effective_manifest(database, request);
  std::string reason;
  if (stored && older_version(stored->tool_version, request.tool_version)) {
    reason = "was read by the older version " + stored->tool_version;
  } else if (stored && stored->manifest != manifest) {
    reason = "the manifest says something else of it";
  } else if (stored && stored->status == kPartial) {
    reason = "was read in part";
  }
  const bool current = stored && reason.empty();
  return {stored.has_value(), current, manifest_entry(manifest), reason};
}

void record_unchanged(Database& database, const LoadRequest& request) {
  Transaction transaction(database);
  upsert_file(database, request);
  transaction.commit();
}

ReportLoad::ReportLoad(Database& database, const Catalogue& catalogue, const LoadRequest& request,
                       const ReportHead& head)
    : database_(database),
      request_(request),
      transaction_(std::in_place, database),
      store_(database, report_id(request.sha256), head.pages) {
  const StoredState stored = stored_state(database, request);
  replaces_ = stored.present;
  stored_whole_ = stored.current;
  if (replaces_) delete_report_rows(database, report_id(request.sha256));
  insert_report(database, catalogue, request, head, stored.manifest);
}

void ReportLoad::add(const Row& row) { store_.insert(row); }

void ReportLoad::commit(bool complete) {
  if (!complete && stored_whole_) {
    transaction_.reset();
    return record_unchanged(database_, request_);
  }
  store_.finish();
  const std::int64_t id = report_id(request_.sha256);
  database_.prepare("UPDATE report SET status = ?2 WHERE id = ?1")
      .bind(1, id)
      .bind(2, report_status(database_, id, complete))
      .run();
  upsert_file(database_, request_);
  transaction_->commit();
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
