// namndata work --plan CSV --out FOLDER: one shard of a plan into a database of its own.

#include <fmt/format.h>

#include <cstdlib>

#include "app/commands.h"
#include "app/shard_number.h"
#include "app/shard_work.h"

namespace app {

ExitStatus run_work(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  ShardWork work;
  std::string plan_path, shard;
  const char* temporary = std::getenv("TMPDIR");
  work.scratch = temporary == nullptr || *temporary == '\0' ? "/tmp" : temporary;
  line.cli.add_option("--plan", plan_path, "the plan, as namndata plan made it")
      ->required()
      ->type_name("CSV");
  line.cli
      .add_option("--shard", shard,
                  "which, from 1: 3 or 3/12; else from SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX "
                  "(which counts from 0) or PARALLEL_SEQ")
      ->type_name("I/N");
  line.cli.add_option("--out", work.folder, "the folder of finished shards; made when missing")
      ->required()
      ->type_name("FOLDER");
  line.cli
      .add_option("--scratch", work.scratch,
                  "a folder on a local disk for the unfinished shard; else $TMPDIR or /tmp")
      ->type_name("FOLDER");
  line.cli.add_option("--jobs", work.ingest.jobs, "reports read at the same time")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  add_reading_limits(line.cli, work.ingest.limits);
  if (auto over = line.parse(arguments, console)) return *over;

  const PlanFile plan = read_plan_file(plan_path, [&](int shards) {
    return shard_number(shard, shards, [](const char* name) { return std::getenv(name); });
  });
  const ShardResult result = work_on_shard(plan, work, console);
  const std::string what =
      fmt::format("shard {}/{}: {}", plan.shard, plan.plan.shards, result.file);
  if (result.summary.interrupted) {
    console.note(what + " was interrupted; the same again begins it anew");
    return ExitStatus::interrupted;
  }
  if (result.done_before) {
    console.note(what + " is there already");
  } else {
    console.note(fmt::format("{}: {} reports: {} stored, {} failed", what, result.summary.inputs(),
                             result.summary.inputs() - result.summary.failed,
                             result.summary.failed));
  }
  // Also when reports failed: their status is in the shard, and a task that is tried again would
  // give no more.
  return ExitStatus::done;
}

}  // namespace app
