#pragma once
// Merging: the shards of a cluster's ingestion into one database. Reports and corrections have ids
// made from their content, so rows are copied as they are; what depends on other reports (newest,
// revised, confirmed, applied corrections) is found anew. Merging is repeatable: a shard that was
// merged before changes nothing, the order of shards does not matter, and the result holds what one
// `ingest` of all files would.
//
// A shard is foreign input: its tables must be this program's to the letter, whole and consistent.

#include <cstddef>
#include <string>

#include "schema/database.h"

namespace schema {

struct MergedShard {
  std::size_t added = 0, replaced = 0, unchanged = 0;  // reports
  std::size_t failed = 0;                              // files that could not be read
};

// When to find what depends on other reports: with each shard, so that the database is right after
// each; or by finish_merge, which is faster, for a database that nobody sees before.
enum class Newest { with_each_shard, at_the_end };

// Merges one shard in one transaction. The mark is the caller's to check. Throws
// extract::Error(database), naming the shard, when it is damaged, was made by another version of
// the database, or says what it cannot know; then nothing is stored.
MergedShard merge_shard(Database& database, const std::string& path,
                        Newest newest = Newest::with_each_shard);

// After the last shard that was merged with Newest::at_the_end. REQUIRES: no reports that were
// stored otherwise.
void finish_merge(Database& database);

}  // namespace schema
