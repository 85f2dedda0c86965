#pragma once
// Database, Statement, Transaction: SQLite behind three small owners. The only file pair that knows
// sqlite3.h. Every failure is an extract::Error(database) whose place is the database's file and
// whose message says what to do. A connection belongs to one thread.
//
//   Database database = Database::open("namndata.db", Access::read_write);
//   Statement insert = database.prepare("INSERT INTO region VALUES (?1, ?2)");
//   insert.bind(1, "01").bind(2, "Region Stockholm").run();

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extract/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace schema {

enum class Access { read_only, read_write };

// What every database of this program carries in its header: "namn" in ASCII.
constexpr std::int64_t kApplicationId = 0x6E616D6E;
// How long a writer waits for another program's lock before it gives up.
constexpr int kBusyTimeoutMilliseconds = 10'000;

// Pages kept in memory. For reading: a comparison over all municipalities and twenty years fits.
// For writing: sorting takes as much again and more, and a report of 5,000 pages must not take more
// memory than others.
constexpr int kReadCacheKibibytes = 32 * 1024;
constexpr int kWriteCacheKibibytes = 2 * 1024;
// The write-ahead log is brought into the file when it has so many pages (31 MiB): pages that are
// written again and again go there once. Storing took a tenth longer with SQLite's own 1,000.
constexpr int kLogPages = 8000;
// Statements kept by a connection: storing a report takes about thirty different ones, and
// compiling them anew for each report took a quarter of the time.
constexpr std::size_t kStatementsKept = 64;

// A row that its table does not take: a check, key or type says no. The database is as before.
class RowRefused : public extract::Error {
 public:
  RowRefused(const std::string& file, const std::string& message)
      : Error(extract::ErrorCode::database, file, message) {}
};

class Database;
class StatementCache;

// A prepared statement. Parameters count from 1, columns from 0. At its end the connection keeps
// what was compiled, for the next that is prepared with the same words.
class Statement {
 public:
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, const char* text) {
    return bind(parameter, std::string_view(text));
  }
  Statement& bind(int parameter, const std::string& text) {
    return bind(parameter, std::string_view(text));
  }
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind(int parameter, int number) { return bind(parameter, std::int64_t{number}); }
  Statement& bind(int parameter, double number);
  Statement& bind(int parameter, std::nullopt_t);
  template <typename T>
  Statement& bind(int parameter, const std::optional<T>& value) {
    return value ? bind(parameter, *value) : bind(parameter, std::nullopt);
  }
  // NULL for an empty text: "" means "not known" in our structs, NULL does in the tables.
  Statement& bind_or_null(int parameter, std::string_view text);

  // Goes to the next row; false when there is none (the statement is then reset for reuse).
  bool step();
  // Runs a statement that gives no rows (or whose rows are not wanted) and resets it.
  void run();

  // Of the present row. The text of a NULL is "", its number 0; a view holds until the next step().
  bool is_null(int column) const;
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  int column_count() const;
  std::string_view column_name(int column) const;

 private:
  friend class Database;
  // Gives the statement back to the cache; ends it where that is gone.
  struct Release {
    std::weak_ptr<StatementCache> cache;
    void operator()(sqlite3_stmt* statement) const;
  };
  using Handle = std::unique_ptr<sqlite3_stmt, Release>;
  Statement(Handle handle, const std::string& file);
  void check(int result);
  Handle handle_;
  std::string file_;
};

class Database {
 public:
  // Opens the file; with read_write a missing or 0-byte file becomes an empty database. Throws when
  // it cannot be opened, is not an SQLite database, is locked for longer than the timeout, or when
  // read_write is asked for a file or folder that cannot be written.
  static Database open(const std::string& path, Access access);
  static Database in_memory();

  const std::string& file() const { return file_; }
  // Writes from here on go through a write-ahead log, so that a transaction per report costs no
  // wait for the disk: after a power cut the last reports may be missing, the rest is whole.
  // Closing turns the file back into a single one.
  void write_ahead();
  // From here on asked now and then while a statement runs or waits for a lock: when it says true
  // that ends at once, as an error, and with it the transaction.
  void end_when(std::function<bool()> asked);
  // Closes, and throws when what was written could not be brought into the one file: it is in the
  // log beside it then, and the next program that opens the file goes on with that. Where another
  // connection is open, the last to close does this. The destructor does the same and tells
  // nothing. Nothing may be asked of the database after it. REQUIRES: no open transaction, no
  // statement amid its rows.
  void close();
  // Makes a file's tables readable as `name`.TABLE, until detach(). It must be a database that
  // nobody writes any more: it is opened without locks, which network file systems often lack.
  // Throws as open() does. REQUIRES: no open transaction.
  void attach_finished(const std::string& path, std::string_view name);
  void detach(std::string_view name);
  Statement prepare(std::string_view sql);
  // Runs one or more statements without parameters.
  void run(std::string_view sql);
  // The first column of the first row of `sql`; 0 without rows.
  std::int64_t integer(std::string_view sql);
  // Rows changed by the last INSERT, UPDATE or DELETE.
  std::int64_t changes() const;
  bool in_transaction() const;
  // The version of the SQLite library.
  static std::string library_version();

 private:
  Database(sqlite3* handle, std::string file);
  struct Close {
    bool write_ahead;
    Close() : write_ahead(false) {}  // no default initialiser: it would wait for Database's end
    int leave_write_ahead(sqlite3* handle) const;
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<std::function<bool()>> ends_;  // goes after the handle, which asks it
  std::unique_ptr<sqlite3, Close> handle_;
  std::shared_ptr<StatementCache> statements_;
  std::string file_;
};

// Begins a write transaction at once; rolls back unless commit() was called.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

// Until its end, all that is read is of one moment, whatever other programs write. Within a
// transaction it changes nothing. Nothing can be written by the connection meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Database* begun_in_;  // none: within another transaction
};

}  // namespace schema
