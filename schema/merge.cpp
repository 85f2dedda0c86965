#include "schema/merge.h"

#include <array>
#include <optional>
#include <vector>

#include "extract/error.h"
#include "schema/corrections.h"
#include "schema/load.h"
#include "schema/newest.h"
#include "schema/open_database.h"
#include "schema/report_store.h"
#include "schema/version_order.h"

namespace schema {

namespace {

// What hangs on a report, in an order in which each table refers to those before it only.
constexpr std::array kReportTables = {"place",           "observation", "observation_check",
                                      "sign_convention", "identity",    "identity_term",
                                      "diagnostic",      "page"};

[[noreturn]] void refuse(const std::string& path, const std::string& message) {
  throw extract::Error(extract::ErrorCode::database, path, message);
}

// The definition of all tables, indexes, triggers and views.
std::string definition(Database& database, const std::string& name) {
  Statement select = database.prepare(
      "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') "
      "FROM " +
      name + ".sqlite_schema ORDER BY type, name");
  std::string text;
  while (select.step()) text += std::string(select.text(0)) + '\n';
  return text;
}

void check_shard(Database& database, const std::string& path) {
  if (database.integer("PRAGMA shard.application_id") != kApplicationId ||
      database.integer("PRAGMA shard.user_version") != database.integer("PRAGMA user_version")) {
    refuse(path, "is no database of this version of namndata; run namndata work with this one");
  }
  // No view or trigger of a stranger runs here, and no check of ours is missing there.
  static const std::string ours = [] {
    Database fresh = open_database_in_memory();
    return definition(fresh, "main");
  }();
  if (definition(database, "shard") != ours) {
    refuse(path, "has other tables than this program makes; run namndata work again");
  }
  Statement check = database.prepare("PRAGMA shard.quick_check(1000000)");
  while (check.step()) {
    const std::string_view fault = check.text(0);
    if (fault == "ok") continue;
    refuse(path, "is damaged (" + std::string(fault) + "); remove it and run namndata work again");
  }
}

// The columns that are copied, by name: in a database that was migrated they stand in another
// order. Left out is what the reports beside it and the corrections of this database decide.
std::string copied_columns(Database& database, std::string_view table) {
  Statement select = database.prepare(
      "SELECT group_concat(name, ', ') FROM pragma_table_xinfo(?1) WHERE hidden = 0 AND NOT "
      "(?1 = 'observation' AND name IN ('newest', 'revised', 'confirmed', 'correction', "
      "'judgement', 'set_digits', 'set_scale', 'set_base_digits', 'set_base_scale'))");
  select.bind(1, table);
  select.step();
  return std::string(select.text(0));
}

struct ReportRow {
  std::int64_t id = 0;
  std::string sha256, tool_version, manifest, status;
};

std::vector<ReportRow> shard_reports(Database& database, const std::string& path) {
  Statement select = database.prepare(
      "SELECT id, sha256, tool_version, manifest, status FROM shard.report ORDER BY id");
  std::vector<ReportRow> reports;
  while (select.step()) {
    ReportRow report{select.integer(0), std::string(select.text(1)), std::string(select.text(2)),
                     std::string(select.text(3)), std::string(select.text(4))};
    if (report.sha256.find_first_not_of("0123456789abcdef") != std::string::npos ||
        report_id(report.sha256) != report.id) {
      refuse(path, "has a report whose id is not of its content: " + report.sha256);
    }
    reports.push_back(std::move(report));
  }
  return reports;
}

class Merge {
 public:
  Merge(Database& database, const std::string& path, Newest newest)
      : database_(database), path_(path), newest_(newest) {
    for (const char* table : kReportTables) {
      copies_.push_back(
          database.prepare("INSERT INTO main." + copied(table) + " WHERE report_id = ?1"));
    }
  }

  MergedShard run() {
    const std::vector<ReportRow> reports = shard_reports(database_, path_);
    take_corrections();
    for (const ReportRow& report : reports) take_report(report);
    take_files();
    return result_;
  }

 private:
  // "TABLE (columns) SELECT columns FROM shard.TABLE"
  std::string copied(const std::string& table) {
    const std::string columns = copied_columns(database_, table);
    return table + " (" + columns + ") SELECT " + columns + " FROM shard." + table;
  }

  void take_corrections() {
    Statement select = database_.prepare(
        "SELECT report_sha256, page, table_title, row_label, column_label, raw, value_read, "
        "action, value, made_by, made_at, reason, replaces, id FROM shard.correction ORDER BY id");
    while (select.step()) {
      const auto text = [&](int column) { return std::string(select.text(column)); };
      const Correction correction{{text(0), static_cast<int>(select.integer(1)), text(2), text(3),
                                   text(4), text(5), text(6)},
                                  correction_action(text(7)).value_or(CorrectionAction::confirm),
                                  text(8),
                                  text(9),
                                  text(10),
                                  text(11),
                                  text(12)};
      if (!fault(correction).empty() || correction_id(correction) != text(13)) {
        refuse(path_, "has a correction that is none: " + text(13) + ' ' + fault(correction));
      }
    }
    database_.run("INSERT OR IGNORE INTO main." + copied("correction"));
  }

  // The manifest that counts for a content: that of its first path, over both databases.
  std::string effective_manifest(std::int64_t id) {
    Statement select = database_.prepare(
        "SELECT path, manifest FROM shard.file WHERE report_id = ?1 AND manifest <> '' "
        "UNION ALL SELECT path, manifest FROM main.file AS f WHERE report_id = ?1 "
        "AND manifest <> '' AND NOT EXISTS (SELECT 1 FROM shard.file AS s WHERE s.path = f.path "
        "AND s.report_id = ?1 AND s.manifest <> '') ORDER BY 1 LIMIT 1");
    select.bind(1, id);
    return select.step() ? std::string(select.text(1)) : "";
  }

  std::optional<ReportRow> stored(std::int64_t id) {
    Statement select = database_.prepare(
        "SELECT id, sha256, tool_version, manifest, status FROM main.report WHERE id = ?1");
    select.bind(1, id);
    if (!select.step()) return std::nullopt;
    return ReportRow{select.integer(0), std::string(select.text(1)), std::string(select.text(2)),
                     std::string(select.text(3)), std::string(select.text(4))};
  }

  // What the report is called: after the first of its paths, over both databases.
  std::string document(std::int64_t id) {
    Statement select = database_.prepare(
        "SELECT document, (SELECT min(path) FROM shard.file WHERE report_id = ?1) AS path "
        "FROM shard.report WHERE id = ?1 UNION ALL "
        "SELECT document, (SELECT min(path) FROM main.file WHERE report_id = ?1) "
        "FROM main.report WHERE id = ?1 ORDER BY path NULLS LAST LIMIT 1");
    select.bind(1, id);
    return select.step() ? std::string(select.text(0)) : "";
  }

  void name_report(std::int64_t id, const std::string& document) {
    database_.prepare("UPDATE main.report SET document = ?2 WHERE id = ?1 AND document <> ?2")
        .bind(1, id)
        .bind(2, document)
        .run();
  }

  void take_report(const ReportRow& report) {
    const std::optional<ReportRow> known = stored(report.id);
    const std::string named = document(report.id);
    if (known) {
      if (known->sha256 != report.sha256) {
        refuse(path_, "has a report with the same first 63 bits of SHA-256 as another: " +
                          report.sha256 + " and " + known->sha256);
      }
      if (!older_version(known->tool_version, report.tool_version) &&
          known->manifest == effective_manifest(report.id) &&
          (known->status != kPartial || report.status == kPartial)) {
        name_report(report.id, named);
        ++result_.unchanged;
        return;
      }
      delete_report_rows(database_, report.id);
    }
    check_pages(report.id);
    copy("INSERT OR REPLACE INTO main." + copied("report") + " WHERE id = ?1", report.id);
    name_report(report.id, named);
    for (Statement& copy : copies_) copy.bind(1, report.id).run();
    copy("INSERT INTO page_text (rowid, text) SELECT id, text FROM shard.page WHERE report_id = ?1",
         report.id);
    apply_corrections(database_, report.id);
    if (newest_ == Newest::with_each_shard) {
      choose_newest(database_, report.id, Presence::stored);
    }
    ++(known ? result_.replaced : result_.added);
  }

  void copy(const std::string& sql, std::int64_t id) { database_.prepare(sql).bind(1, id).run(); }

  // Two reports must not claim one page.
  void check_pages(std::int64_t id) {
    Statement select = database_.prepare("SELECT id, number FROM shard.page WHERE report_id = ?1");
    select.bind(1, id);
    while (select.step()) {
      if (select.integer(0) != page_id(id, select.integer(1))) {
        refuse(path_, "has a page whose id is not of its report");
      }
    }
  }

  void take_files() {
    result_.failed = static_cast<std::size_t>(
        database_.integer("SELECT count(*) FROM shard.file WHERE report_id IS NULL"));
    // As load.cpp stores them.
    database_.run(
        "INSERT INTO main." + copied("file") +
        " WHERE true "
        "ON CONFLICT (path) DO UPDATE SET status = excluded.status, message = excluded.message, "
        "manifest = CASE WHEN excluded.manifest = '' AND (excluded.report_id IS NULL OR "
        "report_id IS excluded.report_id) THEN manifest ELSE excluded.manifest END, "
        "report_id = excluded.report_id");
  }

  Database& database_;
  const std::string& path_;
  Newest newest_;
  std::vector<Statement> copies_;
  MergedShard result_;
};

// Attached as `shard` as long as it lives.
class AttachedShard {
 public:
  AttachedShard(Database& database, const std::string& path) : database_(database) {
    database.attach_finished(path, "shard");
  }
  ~AttachedShard() {
    try {
      database_.detach("shard");
    } catch (const extract::Error&) {
      // The error that made us leave is on its way already.
    }
  }
  AttachedShard(const AttachedShard&) = delete;
  AttachedShard& operator=(const AttachedShard&) = delete;

 private:
  Database& database_;
};

}  // namespace

MergedShard merge_shard(Database& database, const std::string& path, Newest newest) try {
  const AttachedShard attached(database, path);
  check_shard(database, path);
  Transaction transaction(database);
  const MergedShard result = Merge(database, path, newest).run();
  transaction.commit();
  return result;
} catch (const extract::Error& error) {
  if (error.place() == path) throw;
  // SQLite tells of the database that is written, whichever of the two is at fault.
  throw extract::Error(error.code(), path,
                       "cannot be merged into " + error.place() + ": " + error.message());
}

void finish_merge(Database& database) {
  Transaction transaction(database);
  choose_newest_of_all(database);
  transaction.commit();
}

}  // namespace schema
