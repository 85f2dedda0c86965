#include "schema/shard_mark.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "schema/open_database.h"
#include "tests/support/temp_dir.h"

using schema::Access;
using schema::ShardMark;

TEST_CASE("Shards are named so that they sort by number", "[shard_mark][issue-6]") {
  CHECK(schema::shard_file_name(3, 12) == "shard-0003-of-0012.db");
  CHECK(schema::shard_file_name(62000, 62000) == "shard-62000-of-62000.db");
  CHECK(schema::is_shard_file_name("shard-0003-of-0012.db"));
  CHECK(schema::is_shard_file_name("shard-62000-of-62000.db"));
  for (const char* name : {"shard-0003-of-0012.db-journal", "shard-3-of-12.db", "old.db", "",
                           "namndata-tmp-shard-0003-of-0012.db.n1.12.job4_0"}) {
    INFO(name);
    CHECK_FALSE(schema::is_shard_file_name(name));
  }
}

TEST_CASE("A finished shard is known by its mark", "[shard_mark][issue-6]") {
  const support::TempDir dir;
  const std::string path = dir.path("shard.db");
  const ShardMark mark{3, 12, std::string(64, 'a'), "0.1.0+2"};
  {
    schema::Database database = schema::open_database(path, Access::read_write);
    CHECK_THROWS_WITH(schema::read_mark(path),
                      path + ": is not a finished shard of `namndata work`");
    write_mark(database, mark);
  }
  CHECK(schema::read_mark(path) == mark);
  CHECK_NOTHROW(check_mark(path, mark, {0, 12, mark.plan, mark.tool_version}));
  CHECK_THROWS_WITH(check_mark(path, mark, {0, 12, std::string(64, 'b'), mark.tool_version}),
                    Catch::Contains("a shard of another plan"));
  CHECK_THROWS_WITH(check_mark(path, mark, {0, 13, mark.plan, mark.tool_version}),
                    Catch::Contains("a shard of another plan"));
  CHECK_THROWS_WITH(
      check_mark(path, mark, {0, 12, mark.plan, "0.2.0+1"}),
      Catch::Contains("was read by namndata 0.1.0+2, this is 0.2.0+1; use one version"));
}

TEST_CASE("What is no shard says so", "[shard_mark][issue-6]") {
  const support::TempDir dir;
  CHECK_THROWS_AS(schema::read_mark(dir.path("missing.db")), extract::Error);
  CHECK_THROWS_AS(schema::read_mark(dir.write("text.db", "no database at all, but long enough")),
                  extract::Error);
  CHECK_THROWS_AS(schema::read_mark(dir.write("empty.db", "")), extract::Error);
  for (const auto& [shard, shards] : {std::pair{"0", "12"}, {"13", "12"}, {"x", "12"}, {"1", ""}}) {
    const std::string path = dir.path("odd.db");
    {
      schema::Database database = schema::open_database(path, Access::read_write);
      write_mark(database, {1, 12, "p", "t"});
      database.prepare("UPDATE setting SET value = ?1 WHERE key = 'shard'").bind(1, shard).run();
      database.prepare("UPDATE setting SET value = ?1 WHERE key = 'shards'").bind(1, shards).run();
    }
    CHECK_THROWS_WITH(schema::read_mark(path), Catch::Contains("says of itself that it is shard"));
  }
}
