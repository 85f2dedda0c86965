#include "schema/migrate.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "schema/open_database.h"
#include "tests/schema/sample_report.h"

TEST_CASE("A fresh database gets the tables once", "[migrate]") {
  schema::Database database = schema::Database::in_memory();
  CHECK_FALSE(schema::check_version(database));
  schema::migrate(database);
  CHECK(schema::check_version(database));
  CHECK(database.integer("PRAGMA user_version") == schema::schema_version());
  schema::migrate(database);
  CHECK(schema::check_version(database));
}

TEST_CASE("All tables are STRICT and declare their foreign keys", "[migrate]") {
  schema::Database database = schema::open_database_in_memory();
  CHECK(sample::rows(database,
                     "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                     "AND strict = 0 AND name NOT LIKE 'sqlite_%'")
            .empty());
  CHECK(database.integer("PRAGMA foreign_keys") == 1);
  CHECK(sample::rows(database, "PRAGMA foreign_key_check").empty());
  CHECK(database.integer("SELECT count(*) FROM pragma_foreign_key_list('observation')") >= 3);
}

TEST_CASE("A database of version 1 keeps its rows and gets what it lacks", "[migrate]") {
  std::ifstream file(NAMNDATA_SOURCE_DIR "/tests/schema/version_1.sql");
  std::ostringstream old_tables;
  old_tables << file.rdbuf();
  schema::Database database = schema::Database::in_memory();
  database.run(old_tables.str());
  database.run("PRAGMA application_id = " + std::to_string(schema::kApplicationId));
  database.run("PRAGMA user_version = 1");
  database.run("INSERT INTO setting VALUES ('catalogue', 'kept')");
  CHECK_FALSE(schema::check_version(database));
  schema::migrate(database);
  CHECK(schema::check_version(database));
  CHECK(sample::rows(database, "SELECT value FROM setting") == std::vector<std::string>{"kept"});

  // The same columns as in a fresh database, whatever their order.
  schema::Database fresh = schema::Database::in_memory();
  schema::migrate(fresh);
  const char* kColumns =
      "SELECT t.name, c.name, c.type, c.\"notnull\" FROM pragma_table_list AS t "
      "JOIN pragma_table_xinfo(t.name) AS c WHERE t.schema = 'main' ORDER BY 1, 2";
  CHECK(sample::rows(database, kColumns) == sample::rows(fresh, kColumns));
  const char* kIndexes =
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1";
  CHECK(sample::rows(database, kIndexes) == sample::rows(fresh, kIndexes));
}
