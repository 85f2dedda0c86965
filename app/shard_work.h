#pragma once
// The work of one task of a cluster: the files of a shard into a database of their own, which is
// there whole or not at all. The same task may run twice, also at the same time.

#include <string>

#include "app/console.h"
#include "app/ingest.h"
#include "app/plan_file.h"

namespace app {

struct ShardWork {
  std::string folder;    // where finished shards go; may be on a network file system
  std::string scratch;   // where the database grows; a local disk
  IngestOptions ingest;  // without the database
};

struct ShardResult {
  bool done_before = false;  // there was a finished shard of this plan
  IngestSummary summary;
  std::string file;  // the finished shard
};

// Throws extract::Error(database) when a shard of another plan or version stands in the way;
// extract::Error(file_access) when files cannot be written, or when a file of the plan is gone,
// cannot be read or has another content than it had: then there is no shard, and the task can be
// tried again.
ShardResult work_on_shard(const PlanFile& plan, const ShardWork& work, Console& console);

}  // namespace app
