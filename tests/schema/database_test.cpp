#include "schema/database.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <optional>

#include "extract/error.h"
#include "schema/open_database.h"
#include "tests/schema/sample_report.h"
#include "tests/support/temp_dir.h"

using schema::Access;
using schema::Database;
using schema::open_database;

namespace {

void write(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

// The message of the error that `action` throws; "" when it throws none.
template <typename Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const extract::Error& error) {
    CHECK(error.code() == extract::ErrorCode::database);
    return error.message();
  }
  return "";
}

}  // namespace

TEST_CASE("A missing or 0-byte file becomes a fresh database", "[database]") {
  const support::TempDir folder;
  write(folder.path("empty.db"), "");
  for (const char* name : {"missing.db", "empty.db"}) {
    Database database = open_database(folder.path(name), Access::read_write);
    CHECK(database.integer("PRAGMA application_id") == schema::kApplicationId);
    CHECK(database.integer("SELECT count(*) FROM municipality") == 290);
    CHECK(database.integer("SELECT count(*) FROM reports") == 0);
  }
}

TEST_CASE("Databases that cannot be used are told apart", "[database]") {
  const support::TempDir folder;
  const auto opening = [](const std::string& path, Access access = Access::read_write) {
    return message_of([&] { open_database(path, access); });
  };

  write(folder.path("text.db"), std::string(2000, 'x'));
  CHECK(opening(folder.path("text.db")) ==
        "is not an SQLite database; give the name of a new file or of a namndata database");

  Database::open(folder.path("other.db"), Access::read_write).run("CREATE TABLE t (a)");
  CHECK(opening(folder.path("other.db")) ==
        "is a database of another program; give the name of a new file");

  Database::open(folder.path("marked.db"), Access::read_write).run("PRAGMA application_id = 7");
  CHECK(opening(folder.path("marked.db")) ==
        "is a database of another program; give the name of a new file");

  open_database(folder.path("newer.db"), Access::read_write).run("PRAGMA user_version = 999");
  CHECK_THAT(opening(folder.path("newer.db")), Catch::Contains("made by a newer namndata"));

  CHECK_THAT(opening(folder.path("none.db"), Access::read_only),
             Catch::Contains("no such database"));
  CHECK_FALSE(std::filesystem::exists(folder.path("none.db")));
  CHECK_THAT(opening(folder.path("no/folder/x.db")), Catch::Contains("cannot be opened"));
}

TEST_CASE("A read-only file is refused for writing and read for reading", "[database]") {
  const support::TempDir folder;
  const std::string path = folder.path("r.db");
  open_database(path, Access::read_write);
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  CHECK(open_database(path, Access::read_only).integer("SELECT count(*) FROM municipality") == 290);
  CHECK_THAT(message_of([&] { open_database(path, Access::read_write); }),
             Catch::Contains("cannot be written"));
}

TEST_CASE("A locked database says so", "[database]") {
  const support::TempDir folder;
  const std::string path = folder.path("l.db");
  Database holder = open_database(path, Access::read_write);
  holder.run("BEGIN IMMEDIATE");
  // Attached databases wait as long as opened ones: cut the wait for the test.
  Database other = Database::in_memory();
  other.run("PRAGMA busy_timeout = 10; ATTACH '" + path + "' AS l");
  CHECK_THAT(message_of([&] { other.run("DELETE FROM l.file"); }),
             Catch::Contains("is locked by another program"));
  // Readers are not kept waiting.
  CHECK(other.integer("SELECT count(*) FROM l.report") == 0);
}

TEST_CASE("What takes long ends when it is asked to", "[database][issue-6]") {
  const support::TempDir folder;
  Database holder = Database::open(folder.path("a.db"), Access::read_write);
  holder.run("CREATE TABLE t (a)");
  Database database = Database::open(folder.path("a.db"), Access::read_write);
  int asked = 0;
  database.end_when([&asked] { return ++asked > 3; });
  SECTION("waiting for a lock") {
    holder.run("BEGIN IMMEDIATE");
    CHECK(message_of([&] { database.run("INSERT INTO t VALUES (1)"); }).starts_with("is locked"));
    CHECK(asked == 4);
    holder.run("ROLLBACK");
  }
  SECTION("a statement") {
    CHECK(message_of([&] {
            database.run(
                "INSERT INTO t WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                "SELECT i FROM n");
          }) == "interrupted");
  }
  CHECK(holder.integer("SELECT count(*) FROM t") == 0);
}

TEST_CASE("A closed database is one file", "[database]") {
  const support::TempDir folder;
  const std::string path = folder.path("one.db");
  open_database(path, Access::read_write);
  CHECK_FALSE(std::filesystem::exists(path + "-wal"));
  CHECK_FALSE(std::filesystem::exists(path + "-shm"));
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  Database database = open_database(path, Access::read_only);
  CHECK(sample::rows(database, "PRAGMA journal_mode") == std::vector<std::string>{"delete"});
}

TEST_CASE("A transaction that is not committed leaves nothing", "[database]") {
  Database database = Database::in_memory();
  database.run("CREATE TABLE u (a INTEGER) STRICT");
  {
    schema::Transaction transaction(database);
    database.run("INSERT INTO u VALUES (1)");
  }
  CHECK(database.integer("SELECT count(*) FROM u") == 0);
  schema::Transaction transaction(database);
  database.run("INSERT INTO u VALUES (1)");
  transaction.commit();
  CHECK(database.integer("SELECT count(*) FROM u") == 1);
}

TEST_CASE("A statement prepared again knows nothing of the time before", "[database][issue-6]") {
  Database database = Database::in_memory();
  database.run("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2), (3, 4)");
  const std::string all = "SELECT a, ?1 FROM t ORDER BY a";
  {
    schema::Statement first = database.prepare(all);
    first.bind(1, "bound");
    REQUIRE(first.step());  // and left amid its rows
  }
  {
    schema::Statement again = database.prepare(all);
    REQUIRE(again.step());
    CHECK(again.integer(0) == 1);
    CHECK(again.is_null(1));
    // Two at a time with the same words go each their own way.
    schema::Statement beside = database.prepare(all);
    REQUIRE(again.step());
    REQUIRE(beside.step());
    CHECK(again.integer(0) == 3);
    CHECK(beside.integer(0) == 1);
  }

  const std::string star = "SELECT * FROM t";
  CHECK(database.prepare(star).column_count() == 2);
  database.run("DROP TABLE t; CREATE TABLE t (a, b, c); INSERT INTO t VALUES (1, 2, 3)");
  schema::Statement of_new_table = database.prepare(star);
  REQUIRE(of_new_table.step());
  CHECK(of_new_table.column_count() == 3);
  CHECK(of_new_table.integer(2) == 3);
}

TEST_CASE("More statements than are kept, and one that outlives its database",
          "[database][issue-6]") {
  std::optional<Database> database = Database::in_memory();
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 2 * static_cast<int>(schema::kStatementsKept); ++i) {
      CHECK(database->integer("SELECT " + std::to_string(i)) == i);
    }
  }
  schema::Statement last = database->prepare("SELECT 7");
  database.reset();
  REQUIRE(last.step());
  CHECK(last.integer(0) == 7);
}

TEST_CASE("Texts come back byte for byte", "[database]") {
  Database database = Database::in_memory();
  database.run("CREATE TABLE t (a TEXT) STRICT");
  for (const std::string& text : {std::string("a\0b", 3), std::string("'; DROP TABLE t; --"),
                                  std::string("\u202Eåäö\U0001F600"), std::string()}) {
    database.run("DELETE FROM t");
    database.prepare("INSERT INTO t VALUES (?1)").bind(1, text).run();
    schema::Statement select = database.prepare("SELECT a FROM t");
    REQUIRE(select.step());
    CHECK_FALSE(select.is_null(0));
    CHECK(select.text(0) == text);
  }
}
