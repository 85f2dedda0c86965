#pragma once
// The plan as `work` and `merge` get it: a file, its digest and what it says.

#include <string>

#include "schema/plan.h"
#include "schema/shard_mark.h"

namespace app {

struct PlanFile {
  std::string sha256;  // of its bytes: what shards are marked with
  int shard = 0;       // the one that was chosen
  schema::Plan plan;   // with the files of that shard

  schema::ShardMark mark() const { return {shard, plan.shards, sha256, plan.tool_version}; }
};

// `choose` as for parse_plan. Throws extract::Error(file_access) when it cannot be read,
// extract::Error(bad_argument), naming the line, when it is no plan or was made by another version
// of this program.
PlanFile read_plan_file(const std::string& path, const schema::ShardChoice& choose);

}  // namespace app
