#pragma once
// Files that are written under a name of their own and take their place when they are whole. The
// name says who writes: a task of a cluster may run twice, even at the same time, and may be ended
// at any moment, so the next one must see what is left of it.
//
//   namndata-tmp-shard-0003-of-0012.HOST.PID.job4711_1

#include <string>

namespace app {

// The name for what `what` will become, as written by this process. The last part is that of
// Slurm's job and restart, for people to read.
std::string try_name(const std::string& what);

// Removes from `folder` what tries left that are no more: those of this host whose process is gone,
// those of other hosts that are older than a week, longer than any scheduler lets a task run.
// Never fails. REQUIRES: this process has no files of its own there yet.
void sweep_dead_tries(const std::string& folder);

// Copies `from` to `to`, which is there whole or not at all, also after a power cut; an older `to`
// is replaced. Throws extract::Error(file_access) naming `to`.
void publish_copy(const std::string& from, const std::string& to);

// Gives the finished file `from`, in the same folder as `to`, its name; as above, but throws when
// there is a `to` already.
void publish_new(const std::string& from, const std::string& to);

}  // namespace app
