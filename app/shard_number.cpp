#include "app/shard_number.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>

#include "extract/error.h"

namespace app {

namespace {

struct Scheduler {
  const char* variable;
  int first;  // the number of its first task
};

constexpr std::array kSchedulers = {Scheduler{"SLURM_ARRAY_TASK_ID", 1},
                                    Scheduler{"JOB_COMPLETION_INDEX", 0},
                                    Scheduler{"PARALLEL_SEQ", 1}};

[[noreturn]] void fail(const std::string& place, const std::string& message) {
  throw extract::Error(extract::ErrorCode::bad_argument, place, message);
}

int from_option(const std::string& option, int shards) {
  int shard = 0;
  int count = shards;
  if (!RE2::FullMatch(option, "([0-9]{1,7})", &shard) &&
      !RE2::FullMatch(option, "([0-9]{1,7})/([0-9]{1,7})", &shard, &count)) {
    fail("--shard " + option, "is no shard such as 3 or 3/12");
  }
  if (count != shards) fail("--shard " + option, fmt::format("the plan has {} shards", shards));
  if (shard < 1 || shard > shards) {
    fail("--shard " + option, fmt::format("shards are 1 to {}", shards));
  }
  return shard;
}

}  // namespace

int shard_number(const std::string& option, int shards, const Environment& environment) {
  if (!option.empty()) return from_option(option, shards);
  const Scheduler* said_by = nullptr;
  for (const Scheduler& scheduler : kSchedulers) {
    if (environment(scheduler.variable) == nullptr) continue;
    if (said_by != nullptr) {
      fail("--shard", fmt::format("must be given: both {} and {} are set", said_by->variable,
                                  scheduler.variable));
    }
    said_by = &scheduler;
  }
  if (said_by == nullptr) {
    fail("--shard",
         "must be given, or one of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX and "
         "PARALLEL_SEQ be set");
  }
  const std::string text = environment(said_by->variable);
  int number = 0;
  if (!RE2::FullMatch(text, "([0-9]{1,7})", &number)) {
    fail(said_by->variable, "\"" + text + "\" is no number");
  }
  const int last = shards - 1 + said_by->first;
  if (number < said_by->first || number > last) {
    fail(said_by->variable, fmt::format("is {}; the plan's {} shards are the tasks {} to {}",
                                        number, shards, said_by->first, last));
  }
  return number - said_by->first + 1;
}

}  // namespace app
