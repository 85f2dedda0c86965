#pragma once
// Which shard a task of a cluster is: as the command line says, else as the scheduler does.

#include <functional>
#include <string>

namespace app {

// The value of an environment variable; nullptr when it is not set.
using Environment = std::function<const char*(const char* name)>;

// `option` is "3" or "3/12" or, when not given, "". Then one of these says it:
//   SLURM_ARRAY_TASK_ID    counts as the array does, which must start at 1: --array=1-12
//   JOB_COMPLETION_INDEX   of a Kubernetes Indexed Job, counts from 0
//   PARALLEL_SEQ           of GNU parallel, counts from 1
// Returns a number from 1 to `shards`. Throws extract::Error(bad_argument) for a number that is
// none of the plan's, another count of shards, no variable, or more than one.
int shard_number(const std::string& option, int shards, const Environment& environment);

}  // namespace app
