#include "schema/shard_mark.h"

#include <re2/re2.h>

#include <filesystem>

#include "extract/error.h"
#include "schema/open_database.h"

namespace schema {

namespace {

[[noreturn]] void refuse(const std::string& path, const std::string& message) {
  throw extract::Error(extract::ErrorCode::database, path, message);
}

std::string number(int value) {
  std::string text = std::to_string(value);
  return text.size() < 4 ? std::string(4 - text.size(), '0') + text : text;
}

}  // namespace

std::string shard_file_name(int shard, int shards) {
  return "shard-" + number(shard) + "-of-" + number(shards) + ".db";
}

bool is_shard_file_name(std::string_view name) {
  static const RE2 kPattern("shard-[0-9]{4,}-of-[0-9]{4,}\\.db");
  return RE2::FullMatch(name, kPattern);
}

void write_mark(Database& database, const ShardMark& mark) {
  Transaction transaction(database);
  Statement insert = database.prepare("INSERT OR REPLACE INTO setting VALUES (?1, ?2)");
  insert.bind(1, "shard").bind(2, std::to_string(mark.shard)).run();
  insert.bind(1, "shards").bind(2, std::to_string(mark.shards)).run();
  insert.bind(1, "plan").bind(2, mark.plan).run();
  insert.bind(1, "tool_version").bind(2, mark.tool_version).run();
  transaction.commit();
}

ShardMark read_mark(const std::string& path) {
  if (!std::filesystem::exists(path)) refuse(path, "there is no such shard");
  Database database = open_database(path, Access::read_only);
  Statement select = database.prepare("SELECT value FROM setting WHERE key = ?1");
  const auto value = [&](const char* key) {
    select.bind(1, key);
    if (!select.step()) refuse(path, "is not a finished shard of `namndata work`");
    std::string text(select.text(0));
    select.run();
    return text;
  };
  ShardMark mark{0, 0, value("plan"), value("tool_version")};
  if (!RE2::FullMatch(value("shard"), "([0-9]{1,7})", &mark.shard) ||
      !RE2::FullMatch(value("shards"), "([0-9]{1,7})", &mark.shards) || mark.shard < 1 ||
      mark.shard > mark.shards) {
    refuse(path, "says of itself that it is shard " + value("shard") + " of " + value("shards"));
  }
  return mark;
}

void check_mark(const std::string& path, const ShardMark& mark, const ShardMark& expected) {
  if (mark.plan != expected.plan || mark.shards != expected.shards) {
    refuse(path,
           "is a shard of another plan; give the plan that it was made with, or remove it and run "
           "namndata work again");
  }
  if (mark.tool_version != expected.tool_version) {
    refuse(path, "was read by namndata " + mark.tool_version + ", this is " +
                     expected.tool_version +
                     "; use one version for plan, work and merge, or make plan and shards anew");
  }
}

}  // namespace schema
