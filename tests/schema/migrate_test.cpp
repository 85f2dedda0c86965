#include "schema/migrate.h"

#include <catch2/catch.hpp>

#include "schema/open_database.h"
#include "tests/schema/sample_report.h"
#include "tests/support/temp_dir.h"

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

// SQLite 3.40.0 to 3.41.0 tell of NULLs where there are none in other tables.
TEST_CASE("The key of a table without rowid is its first columns", "[migrate][issue-6]") {
  schema::Database database = schema::open_database_in_memory();
  CHECK(sample::rows(database,
                     "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) "
                     "AS c WHERE t.schema = 'main' AND t.wr AND t.type = 'table' AND c.pk > 0 AND "
                     "c.pk <> c.cid + 1")
            .empty());
}

namespace {

// A database of an older version with one report, a figure, its check and an identity.
schema::Database old_database(int version) {
  const std::string number = std::to_string(version);
  schema::Database database = schema::Database::in_memory();
  database.run(support::read_file(NAMNDATA_SOURCE_DIR "/tests/schema/version_" + number + ".sql"));
  database.run("PRAGMA application_id = " + std::to_string(schema::kApplicationId));
  database.run("PRAGMA user_version = " + number);
  database.run(
      "INSERT INTO setting VALUES ('catalogue', 'kept');"
      "INSERT INTO county VALUES ('14', 'Västra Götalands län', 'Västra Götalandsregionen');"
      "INSERT INTO municipality VALUES ('1461', 'Mellerud', 'Melleruds kommun', '14');"
      "INSERT INTO population VALUES ('1461', 2019, 9287);"
      "INSERT INTO report (id, sha256, document, municipality_code, municipality_source, "
      "municipality_evidence, tagged, pages, status, tool_version, manifest) VALUES "
      "(7, printf('%064d', 7), 'a', '1461', 'document', '', 0, 1, 'read', '0.1.0', '');"
      "INSERT INTO place VALUES (7, 1, '', 'Drift', 'driftredovisning');"
      "INSERT INTO observation (report_id, position, place, page, row_label, column_label, "
      "municipality_code, match_reason, series_label, series, measure, period, period_start, "
      "period_end, digits, scale, unit, base_digits, base_scale, base_unit, raw, qualifier, "
      "source, "
      "method, status, newest) VALUES (7, 1, 1, 1, 'Summa', 'Utfall', '1461', '', 'Summa', 5, "
      "'utfall', '2023', '2023-01-01', '2023-12-31', -451, 1, 'tkr', 45100, 0, 'kr', '-45,1', '', "
      "'table', 'stream', 'verified', 1);"
      "INSERT INTO observation_check VALUES (7, 1, 1, 'Summa = 45,1');");
  if (version >= 2) {
    database.run(
        "INSERT INTO identity VALUES (7, 1, 1, 'holds', '-45.1', '0.1', 'Summa', '');"
        "INSERT INTO identity_term VALUES (7, 1, 1, 1, 1);");
  }
  return database;
}

}  // namespace

TEST_CASE("A database of an older version keeps its rows and gets what it lacks", "[migrate]") {
  for (const int version : {1, 2}) {
    INFO("version " << version);
    schema::Database database = old_database(version);
    CHECK_FALSE(schema::check_version(database));
    schema::migrate(database);
    CHECK(schema::check_version(database));
    CHECK(database.integer("PRAGMA foreign_keys") == 1);
    CHECK(sample::rows(database, "SELECT value FROM setting") == std::vector<std::string>{"kept"});
    CHECK(sample::rows(database,
                       "SELECT value_text, base_value, corrected, report FROM observations") ==
          std::vector<std::string>{"-45.1|45100.0|0|a"});
    CHECK(sample::rows(database,
                       "SELECT base_sign, newest, comparable, judgement FROM observation") ==
          std::vector<std::string>{"-1|1|1|"});
    CHECK(database.integer("SELECT count(*) FROM observation_check") == 1);
    CHECK(database.integer("SELECT count(*) FROM identity") == (version >= 2 ? 1 : 0));
    CHECK(database.integer("SELECT count(*) FROM identity_term") == (version >= 2 ? 1 : 0));
    CHECK(sample::rows(database, "SELECT persons, source FROM population") ==
          std::vector<std::string>{"9287|catalogue"});
    CHECK(sample::rows(database, "PRAGMA foreign_key_check").empty());

    // The same columns as in a fresh database, whatever their order.
    schema::Database fresh = schema::Database::in_memory();
    schema::migrate(fresh);
    const char* kColumns =
        "SELECT t.name, c.name, c.type, c.\"notnull\", c.hidden FROM pragma_table_list AS t "
        "JOIN pragma_table_xinfo(t.name) AS c WHERE t.schema = 'main' ORDER BY 1, 2";
    CHECK(sample::rows(database, kColumns) == sample::rows(fresh, kColumns));
    const char* kIndexes =
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1";
    CHECK(sample::rows(database, kIndexes) == sample::rows(fresh, kIndexes));
    // What is made anew by the last migration is made as in a fresh database.
    for (const char* table : {"observation", "correction", "kolada", "sign_convention", "alias"}) {
      const std::string sql =
          "SELECT replace(substr(sql, instr(sql, '(')), '\"observation\"', 'observation') "
          "FROM sqlite_schema WHERE name = '" +
          std::string(table) + "'";
      CHECK(sample::rows(database, sql) == sample::rows(fresh, sql));
    }
  }
}

TEST_CASE("SQLite finds nothing amiss in a database, fresh or migrated", "[migrate][issue-6]") {
  // 3.40 finds NULLs in tables without rowid whose key is not their first columns.
  schema::Database fresh = schema::open_database_in_memory();
  sample::load(fresh, sample::report("a", "2023", {}));
  for (const char* check : {"PRAGMA integrity_check", "PRAGMA quick_check"}) {
    CHECK(sample::rows(fresh, check) == std::vector<std::string>{"ok"});
  }
  for (const char* without : {"SELECT t.name FROM pragma_table_list AS t WHERE t.schema = 'main' "
                              "AND t.wr = 1 AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) "
                              "AS c WHERE c.pk > 0 AND c.pk <> c.cid + 1)"}) {
    CHECK(sample::rows(fresh, without).empty());
    for (const int version : {1, 2}) {
      schema::Database old = old_database(version);
      schema::migrate(old);
      CHECK(sample::rows(old, without).empty());
      CHECK(sample::rows(old, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    }
  }
}
