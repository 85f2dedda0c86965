#include "schema/migrate.h"

#include <catch2/catch.hpp>

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
