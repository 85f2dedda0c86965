#include "schema/merge.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "extract/error.h"
#include "schema/corrections.h"
#include "tests/schema/sample_report.h"
#include "tests/support/temp_dir.h"

using sample::reading;
using sample::rows;
using schema::Access;
using schema::Database;
using support::TempDir;

namespace {

const std::string kFigure = "Barn och Unga / Anmälningar Unga";

// A monthly report: January is in all of them.
parsers::Report monthly(const std::string& name, const std::string& when,
                        const std::string& january) {
  parsers::Report report = sample::report(
      name, when,
      {reading({"jan"}, {"Barn och Unga", "Anmälningar Unga"}, "2023-01", "utfall", january,
               "antal"),
       reading({"total"}, {"Okänt mått " + name}, "2023", "utfall", "7.5", "procent")});
  report.readings[0].checks = {"sum"};
  parsers::TextPassage text;
  text.page = 1;
  text.text = "Orosanmälningar i " + name;
  report.passages.push_back(text);
  return report;
}

schema::Correction correction(const std::string& name, const std::string& read) {
  return {{sample::sha(name), 1, "", "jan", kFigure, read, read},
          schema::CorrectionAction::set,
          "54",
          "Ada",
          "2024-02-01",
          "looked at the page",
          ""};
}

// The rows of all tables that are not the text index's own, and what the index finds.
std::vector<std::string> logical_dump(Database& database) {
  std::vector<std::string> dump;
  for (const std::string& table :
       rows(database,
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'page_text%' "
            "ORDER BY name")) {
    dump.push_back("-- " + table);
    std::vector<std::string> all = rows(database, "SELECT * FROM " + table);
    std::sort(all.begin(), all.end());
    dump.insert(dump.end(), all.begin(), all.end());
  }
  const std::vector<std::string> found =
      rows(database, "SELECT rowid FROM page_text ('orosanmälningar') ORDER BY rowid");
  dump.insert(dump.end(), found.begin(), found.end());
  database.run("INSERT INTO page_text (page_text) VALUES ('integrity-check')");
  return dump;
}

class Shards {
 public:
  std::string add(const std::vector<parsers::Report>& reports,
                  const std::string& tool_version = "0.1.0") {
    const std::string path = dir_.path("shard-" + std::to_string(++number_) + "?#%20.db");
    Database database = schema::open_database(path, Access::read_write);
    for (const parsers::Report& report : reports) {
      sample::load(database, report, "1461", tool_version);
    }
    return path;
  }
  const TempDir& dir() const { return dir_; }

 private:
  TempDir dir_;
  int number_ = 0;
};

}  // namespace

TEST_CASE("Shards in any order hold what one database would", "[merge][issue-6]") {
  const parsers::Report feb = monthly("feb", "2023-02", "45");
  const parsers::Report mars = monthly("mars", "2023-03", "45");
  const parsers::Report dec = monthly("dec", "2023-12", "46");
  Database plain = schema::open_database_in_memory();
  for (const parsers::Report& report : {dec, feb, mars}) sample::load(plain, report);
  schema::record_failure(plain, "bad.pdf", "damaged", "no trailer");
  const std::vector<std::string> wanted = logical_dump(plain);
  CHECK(rows(plain, "SELECT newest, revised FROM observation WHERE newest = 1 AND revised = 1")
            .size() == 1);

  Shards shards;
  std::vector<std::string> paths = {shards.add({mars}), shards.add({feb}), shards.add({dec})};
  {
    Database second = schema::open_database(paths[1], Access::read_write);
    schema::record_failure(second, "bad.pdf", "damaged", "no trailer");
  }
  std::sort(paths.begin(), paths.end());
  do {
    Database merged = schema::open_database_in_memory();
    for (const std::string& path : paths) CHECK(schema::merge_shard(merged, path).added == 1);
    CHECK(logical_dump(merged) == wanted);
    // Once more: nothing changes.
    for (const std::string& path : paths) CHECK(schema::merge_shard(merged, path).unchanged == 1);
    CHECK(logical_dump(merged) == wanted);
    Database at_once = schema::open_database_in_memory();
    for (const std::string& path : paths) {
      schema::merge_shard(at_once, path, schema::Newest::at_the_end);
    }
    schema::finish_merge(at_once);
    CHECK(logical_dump(at_once) == wanted);
  } while (std::next_permutation(paths.begin(), paths.end()));
}

TEST_CASE("A report that two shards have is one report", "[merge][issue-6]") {
  const parsers::Report feb = monthly("feb", "2023-02", "45");
  Shards shards;
  Database merged = schema::open_database_in_memory();
  schema::merge_shard(merged, shards.add({feb}));
  const std::vector<std::string> once = logical_dump(merged);
  const schema::MergedShard second = schema::merge_shard(merged, shards.add({feb}));
  CHECK(second.unchanged == 1);
  CHECK(second.added + second.replaced == 0);
  CHECK(logical_dump(merged) == once);
}

TEST_CASE("Corrections are brought along, and hold for reports that come later",
          "[merge][issue-6]") {
  const parsers::Report feb = monthly("feb", "2023-02", "45");
  const parsers::Report dec = monthly("dec", "2023-12", "46");
  Database plain = schema::open_database_in_memory();
  for (const parsers::Report& report : {feb, dec}) sample::load(plain, report);
  schema::add_correction(plain, correction("feb", "45"));
  schema::add_correction(plain, correction("dec", "46"));
  const std::vector<std::string> wanted = logical_dump(plain);

  Shards shards;
  const std::vector<std::string> paths = {shards.add({feb}), shards.add({dec})};
  {
    Database shard = schema::open_database(paths[1], Access::read_write);
    schema::add_correction(shard, correction("dec", "46"));
  }
  Database merged = schema::open_database_in_memory();
  schema::add_correction(merged, correction("feb", "45"));
  for (const std::string& path : paths) schema::merge_shard(merged, path);
  CHECK(logical_dump(merged) == wanted);
}

TEST_CASE("A reading of another tool version or manifest takes the place of what is there",
          "[merge][issue-6]") {
  Shards shards;
  Database merged = schema::open_database_in_memory();
  sample::load(merged, monthly("feb", "2023-02", "45"), "1461", "0.1.0");
  const schema::MergedShard newer =
      schema::merge_shard(merged, shards.add({monthly("feb", "2023-02", "46")}, "0.2.0"));
  CHECK(newer.replaced == 1);
  CHECK(rows(merged, "SELECT value_text FROM observations WHERE row_label = 'jan'") ==
        std::vector<std::string>{"46"});
  CHECK(rows(merged, "SELECT count(*) FROM page_text ('orosanmälningar')") ==
        std::vector<std::string>{"1"});

  const schema::MergedShard older =
      schema::merge_shard(merged, shards.add({monthly("feb", "2023-02", "47")}, "0.1.0+9"));
  CHECK(older.unchanged == 1);

  const std::string with_manifest = shards.add({monthly("feb", "2023-02", "46")}, "0.2.0");
  {
    Database shard = schema::open_database(with_manifest, Access::read_write);
    shard.run(
        "UPDATE report SET manifest = '1461,,,Titel,', title = 'Titel'; "
        "UPDATE file SET manifest = '1461,,,Titel,'");
  }
  CHECK(schema::merge_shard(merged, with_manifest).replaced == 1);
  CHECK(rows(merged, "SELECT title FROM reports") == std::vector<std::string>{"Titel"});
  // The one without says nothing against it.
  CHECK(schema::merge_shard(merged, shards.add({monthly("feb", "2023-02", "46")}, "0.2.0"))
            .unchanged == 1);
  CHECK(rows(merged, "SELECT title FROM reports") == std::vector<std::string>{"Titel"});
}

TEST_CASE("Columns of a database that was migrated may stand in another order",
          "[merge][issue-6]") {
  Shards shards;
  const std::string path = shards.add({monthly("feb", "2023-02", "45")});
  {
    Database shard = schema::open_database(path, Access::read_write);
    schema::record_failure(shard, "bad.pdf", "damaged", "no trailer");
  }
  Database merged = schema::open_database_in_memory();
  merged.run(
      "DROP VIEW files; ALTER TABLE file DROP COLUMN message; "
      "ALTER TABLE file ADD COLUMN message TEXT NOT NULL DEFAULT ''; "
      "ALTER TABLE report DROP COLUMN producer; ALTER TABLE report ADD COLUMN producer TEXT;");
  schema::merge_shard(merged, path);
  CHECK(rows(merged, "SELECT path, message, manifest FROM file WHERE status = 'damaged'") ==
        std::vector<std::string>{"bad.pdf|no trailer|"});
  CHECK(rows(merged, "SELECT producer, tool_version FROM report") ==
        std::vector<std::string>{"-|0.1.0"});
}

TEST_CASE("A shard that is not what it should be is refused, and nothing stored",
          "[merge][issue-6]") {
  struct Case {
    const char* sql;
    const char* message;
  };
  for (const Case& c : {
           Case{"PRAGMA application_id = 1", "is no database of this version"},
           Case{"PRAGMA user_version = 1", "is no database of this version"},
           Case{"CREATE VIEW more AS SELECT 1", "has other tables"},
           Case{"CREATE TRIGGER t AFTER INSERT ON page BEGIN DELETE FROM page; END",
                "has other tables"},
           Case{"DROP VIEW observations; CREATE TABLE observations (a)", "has other tables"},
           Case{"PRAGMA foreign_keys = OFF; UPDATE report SET id = 1", "whose id is not of its"},
           Case{"UPDATE page SET id = 1", "has a page whose id"},
           Case{"PRAGMA foreign_keys = OFF; UPDATE observation SET place = 99",
                "cannot be merged into"},
           Case{"PRAGMA ignore_check_constraints = ON; UPDATE observation SET scale = 99",
                "cannot be merged into"},
           Case{"INSERT INTO correction VALUES ('"
                "0123456789abcdef0123456789abcdef"
                "', "
                "'0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', 1, '', 'a', "
                "'b', '1', '1', 'confirm', '', 'Ada', '2024-01-01', 'x', '')",
                "has a correction that is none"},
       }) {
    INFO(c.sql);
    Shards shards;
    const std::string path = shards.add({monthly("feb", "2023-02", "45")});
    Database::open(path, Access::read_write).run(c.sql);
    Database merged = schema::open_database_in_memory();
    const std::vector<std::string> before = logical_dump(merged);
    CHECK_THROWS_WITH(schema::merge_shard(merged, path),
                      Catch::StartsWith(path + ": ") && Catch::Contains(c.message));
    CHECK(logical_dump(merged) == before);
    // And the connection can still be used.
    CHECK(schema::merge_shard(merged, shards.add({monthly("dec", "2023-12", "45")})).added == 1);
  }
}

TEST_CASE("A damaged shard is refused", "[merge][issue-6]") {
  Shards shards;
  const std::string path = shards.add({monthly("feb", "2023-02", "45")});
  const auto size = std::filesystem::file_size(path);
  Database merged = schema::open_database_in_memory();
  SECTION("cut short") { std::filesystem::resize_file(path, size / 2); }
  SECTION("overwritten") {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    for (std::streamoff at = 4096 * 8; at < static_cast<std::streamoff>(size); at += 4096) {
      file.seekp(at);
      file << "this is no page of a database";
    }
  }
  SECTION("no database") { std::ofstream(path) << "no database at all, but long enough for one"; }
  SECTION("not there") { std::filesystem::remove(path); }
  CHECK_THROWS_AS(schema::merge_shard(merged, path), extract::Error);
  CHECK(rows(merged, "SELECT count(*) FROM report") == std::vector<std::string>{"0"});
  CHECK_FALSE(std::filesystem::exists(path + "-journal"));
}
