#pragma once
// The mark of a finished shard: which part of which plan it is, and which tool read it. Stands in
// the table `setting` of the shard's database, from the moment that it is complete.

#include <optional>
#include <string>

#include "schema/database.h"

namespace schema {

struct ShardMark {
  int shard = 0;  // from 1
  int shards = 0;
  std::string plan;  // SHA-256 of the plan's bytes
  std::string tool_version;
  bool operator==(const ShardMark&) const = default;
};

// "shard-0003-of-0012.db": so they sort by number.
std::string shard_file_name(int shard, int shards);
bool is_shard_file_name(std::string_view name);

void write_mark(Database& database, const ShardMark& mark);

// The mark of a finished shard. Throws extract::Error(database), naming the file and what to do,
// when it cannot be opened, is no namndata database of this version, or is not marked.
ShardMark read_mark(const std::string& path);

// Throws extract::Error(database) when the shard is not of this plan or was read by another tool.
// `expected.shard` is not looked at.
void check_mark(const std::string& path, const ShardMark& mark, const ShardMark& expected);

}  // namespace schema
