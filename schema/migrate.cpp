#include "schema/migrate.h"

#include <string>
#include <string_view>

#include "extract/error.h"
#include "schema/embedded.h"

namespace schema {

namespace {

struct Migration {
  int to;  // the version after it
  std::string_view sql;
};

constexpr int kSchemaVersion = 5;

[[noreturn]] void refuse(const Database& database, const std::string& message) {
  throw extract::Error(extract::ErrorCode::database, database.file(), message);
}

// While tables are made anew: dropping one would delete the rows that hang on it. SQLite changes
// this outside transactions only.
class ForeignKeysOff {
 public:
  explicit ForeignKeysOff(Database& database) : database_(database) {
    database_.run("PRAGMA foreign_keys = OFF");
  }
  ~ForeignKeysOff() { database_.run("PRAGMA foreign_keys = ON"); }
  ForeignKeysOff(const ForeignKeysOff&) = delete;
  ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

 private:
  Database& database_;
};

}  // namespace

int schema_version() { return kSchemaVersion; }

bool check_version(Database& database) {
  const std::int64_t application = database.integer("PRAGMA application_id");
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (application != kApplicationId) {
    const bool empty = application == 0 && version == 0 &&
                       database.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (!empty) {
      refuse(database, "is a database of another program; give the name of a new file");
    }
    return false;
  }
  if (version > kSchemaVersion) {
    refuse(database, "was made by a newer namndata (database version " + std::to_string(version) +
                         ", this program knows " + std::to_string(kSchemaVersion) +
                         "); use the newer program");
  }
  return version == kSchemaVersion;
}

void migrate(Database& database) {
  const ForeignKeysOff off(database);
  Transaction transaction(database);
  // Asked inside the transaction: another process may have been first.
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (version == kSchemaVersion) return;
  if (version == 0) {
    database.run(embedded::schema_sql);
    database.run("PRAGMA application_id = " + std::to_string(kApplicationId));
  }
  // In order; each file brings a database from the version before to its own.
  for (const Migration& migration :
       {Migration{2, embedded::n0002_identities_sql}, Migration{3, embedded::n0003_corrections_sql},
        Migration{5, embedded::n0005_statuses_sql}}) {
    if (version > 0 && migration.to > version) database.run(migration.sql);
  }
  database.run(embedded::views_sql);
  if (database.integer("SELECT count(*) FROM pragma_foreign_key_check") != 0) {
    refuse(database, "has rows that lead nowhere; it was left as it is");
  }
  database.run("PRAGMA user_version = " + std::to_string(kSchemaVersion));
  transaction.commit();
}

}  // namespace schema
