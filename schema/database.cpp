#include "schema/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <filesystem>
#include <utility>

#include "extract/error.h"

namespace schema {

namespace {

bool is_locked(int result) {
  return (result & 0xFF) == SQLITE_BUSY || (result & 0xFF) == SQLITE_LOCKED;
}

// SQLite's result in the user's words: what is wrong with the file and what to do.
std::string explain(int result, const char* detail) {
  switch (result & 0xFF) {
    case SQLITE_NOTADB:
      return "is not an SQLite database; give the name of a new file or of a namndata database";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is locked by another program; wait until it is done, or close it, and try again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "cannot be written; check the permissions of the file and its folder";
    case SQLITE_CANTOPEN:
      return "cannot be opened; check that the folder exists and that you may use the file";
    case SQLITE_CORRUPT:
      return "is damaged; restore it from a copy or ingest the reports again (" +
             std::string(detail) + ")";
    case SQLITE_FULL:
      return "cannot grow: the disk is full";
    case SQLITE_IOERR:
      return "cannot be read or written; check the disk (" + std::string(detail) + ")";
    default:
      return detail;
  }
}

[[noreturn]] void fail(int result, const char* detail, const std::string& file) {
  const int kind = result & 0xFF;
  if (kind == SQLITE_CONSTRAINT || kind == SQLITE_MISMATCH || kind == SQLITE_TOOBIG) {
    throw RowRefused(file, detail);
  }
  throw extract::Error(extract::ErrorCode::database, file, explain(result, detail));
}

// As a URI that opens the file for reading without locks.
std::string finished_file_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?mode=ro&immutable=1";
}

// A file that nobody may write is meant to stay as it is, also where root could write it.
bool marked_read_only(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  constexpr fs::perms kWrite =
      fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  return !error && fs::is_regular_file(status) &&
         (status.permissions() & kWrite) == fs::perms::none;
}

}  // namespace

// Statements that nobody uses at present; the one that waits longest makes room.
class StatementCache {
 public:
  StatementCache() = default;
  StatementCache(const StatementCache&) = delete;
  StatementCache& operator=(const StatementCache&) = delete;
  ~StatementCache() {
    for (sqlite3_stmt* statement : kept_) sqlite3_finalize(statement);
  }

  // A null pointer where there is none.
  sqlite3_stmt* take(std::string_view sql) {
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](sqlite3_stmt* statement) {
      return sqlite3_sql(statement) == sql;
    });
    if (found == kept_.end()) return nullptr;
    sqlite3_stmt* statement = *found;
    kept_.erase(found);
    return statement;
  }

  void keep(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (kept_.size() == kStatementsKept) {
      sqlite3_finalize(kept_.front());
      kept_.pop_front();
    }
    kept_.push_back(statement);
  }

 private:
  std::deque<sqlite3_stmt*> kept_;
};

void Statement::Release::operator()(sqlite3_stmt* statement) const {
  if (const auto kept = cache.lock()) {
    kept->keep(statement);
  } else {
    sqlite3_finalize(statement);
  }
}

Statement::Statement(Handle handle, const std::string& file)
    : handle_(std::move(handle)), file_(file) {}

void Statement::check(int result) {
  if (result == SQLITE_OK) return;
  const std::string detail = sqlite3_errmsg(sqlite3_db_handle(handle_.get()));
  sqlite3_reset(handle_.get());
  fail(result, detail.c_str(), file_);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL: an empty text is a text.
  const char* data = text.data() == nullptr ? "" : text.data();
  check(sqlite3_bind_text64(handle_.get(), parameter, data, text.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  check(sqlite3_bind_int64(handle_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind(int parameter, double number) {
  check(sqlite3_bind_double(handle_.get(), parameter, number));
  return *this;
}

Statement& Statement::bind(int parameter, std::nullopt_t) {
  check(sqlite3_bind_null(handle_.get(), parameter));
  return *this;
}

Statement& Statement::bind_or_null(int parameter, std::string_view text) {
  return text.empty() ? bind(parameter, std::nullopt) : bind(parameter, text);
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) check(result);
  check(sqlite3_reset(handle_.get()));
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(handle_.get(), column); }

int Statement::column_count() const { return sqlite3_column_count(handle_.get()); }

std::string_view Statement::column_name(int column) const {
  const char* text = sqlite3_column_name(handle_.get(), column);
  return text == nullptr ? std::string_view{} : text;
}

// One file is left that can be copied and opened on read-only media. Where another connection is
// open still, it stays as it is until that one closes.
int Database::Close::leave_write_ahead(sqlite3* handle) const {
  if (!write_ahead) return SQLITE_OK;
  sqlite3_busy_timeout(handle, 0);
  sqlite3_progress_handler(handle, 0, nullptr, nullptr);
  const int result =
      sqlite3_exec(handle, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
  return is_locked(result) ? SQLITE_OK : result;
}

void Database::Close::operator()(sqlite3* handle) const {
  leave_write_ahead(handle);
  sqlite3_close_v2(handle);
}

Database::Database(sqlite3* handle, std::string file)
    : handle_(handle), statements_(std::make_shared<StatementCache>()), file_(std::move(file)) {}

Database Database::open(const std::string& path, Access access) {
  if (access == Access::read_write && marked_read_only(path)) fail(SQLITE_READONLY, "", path);
  // A connection is used by one thread: without locks around every column that is read.
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI |
                    (access == Access::read_only ? SQLITE_OPEN_READONLY
                                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  sqlite3* handle = nullptr;
  const std::string name = path.starts_with("file:") ? "./" + path : path;  // a file, not a URI
  const int result = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
  Database database(handle, path);
  if (result != SQLITE_OK) fail(result, handle ? sqlite3_errmsg(handle) : "out of memory", path);
  sqlite3_busy_timeout(handle, kBusyTimeoutMilliseconds);
  // SQLite falls back to reading when it may not write: say so before any work is done.
  if (access == Access::read_write && sqlite3_db_readonly(handle, "main") == 1) {
    fail(SQLITE_READONLY, "", path);
  }
  database.run(
      "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -" +
      std::to_string(access == Access::read_only ? kReadCacheKibibytes : kWriteCacheKibibytes));
  // The file is not looked at before the first question: ask one.
  database.integer("SELECT count(*) FROM sqlite_schema");
  return database;
}

Database Database::in_memory() { return open(":memory:", Access::read_write); }

void Database::write_ahead() {
  // For readers SQLite waits here, but not for one who writes: ask to write, for that it waits.
  const auto deadline =
      std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyTimeoutMilliseconds);
  const auto turned = [this] {
    const int result =
        sqlite3_exec(handle_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (result != SQLITE_OK && !is_locked(result))
      fail(result, sqlite3_errmsg(handle_.get()), file_);
    return result == SQLITE_OK;
  };
  while (!turned()) {
    if (std::chrono::steady_clock::now() > deadline) fail(SQLITE_BUSY, "", file_);
    run("BEGIN IMMEDIATE; ROLLBACK");
  }
  run("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = " + std::to_string(kLogPages));
  handle_.get_deleter().write_ahead = true;
}

void Database::end_when(std::function<bool()> asked) {
  constexpr int kSteps = 100'000;  // of SQLite's machine: about a millisecond
  constexpr int kPause = 20;       // milliseconds
  ends_ = std::make_unique<std::function<bool()>>(std::move(asked));
  static constexpr auto kEnds = [](void* question) -> int {
    return (*static_cast<std::function<bool()>*>(question))() ? 1 : 0;
  };
  const auto wait = [](void* question, int times) -> int {
    if (times * kPause > kBusyTimeoutMilliseconds || kEnds(question) != 0) return 0;
    sqlite3_sleep(kPause);
    return 1;
  };
  sqlite3_busy_handler(handle_.get(), wait, ends_.get());
  sqlite3_progress_handler(handle_.get(), kSteps, kEnds, ends_.get());
}

void Database::close() {
  const int result = handle_.get_deleter().leave_write_ahead(handle_.get());
  if (result != SQLITE_OK) fail(result, sqlite3_errmsg(handle_.get()), file_);
  handle_.get_deleter().write_ahead = false;
  statements_.reset();
  handle_.reset();
}

void Database::attach_finished(const std::string& path, std::string_view name) {
  try {
    prepare("ATTACH ?1 AS ?2").bind(1, finished_file_uri(path)).bind(2, name).run();
  } catch (const extract::Error& error) {
    throw extract::Error(error.code(), path, error.message());
  }
}

void Database::detach(std::string_view name) { prepare("DETACH ?1").bind(1, name).run(); }

Statement Database::prepare(std::string_view sql) {
  // A pragma may act while it is compiled: it is never one that was kept.
  const bool is_pragma = sql.starts_with("PRAGMA");
  sqlite3_stmt* statement = is_pragma ? nullptr : statements_->take(sql);
  if (statement == nullptr) {
    const int result = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                          &statement, nullptr);
    if (result != SQLITE_OK) fail(result, sqlite3_errmsg(handle_.get()), file_);
  }
  return {Statement::Handle(statement, {is_pragma ? nullptr : statements_}), file_};
}

void Database::run(std::string_view sql) {
  char* message = nullptr;
  const int result =
      sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, &message);
  if (result == SQLITE_OK) return;
  const std::string detail = message == nullptr ? "" : message;
  sqlite3_free(message);
  fail(result, detail.c_str(), file_);
}

std::int64_t Database::integer(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_.get()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

std::string Database::library_version() { return sqlite3_libversion(); }

Transaction::Transaction(Database& database) : database_(database) {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.run("ROLLBACK");
  } catch (const extract::Error&) {
    // The error that made us roll back is on its way already; SQLite itself rolls back on closing.
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

Snapshot::Snapshot(Database& database)
    : begun_in_(database.in_transaction() ? nullptr : &database) {
  if (begun_in_ != nullptr) begun_in_->run("BEGIN");
}

Snapshot::~Snapshot() {
  if (begun_in_ == nullptr) return;
  try {
    begun_in_->run("COMMIT");
  } catch (const extract::Error&) {
    // Nothing was written that could be lost; closing ends what is open.
  }
}

}  // namespace schema
