#include "app/shard_number.h"

#include <catch2/catch.hpp>
#include <map>

#include "extract/error.h"

namespace {

using Variables = std::map<std::string, std::string>;

int shard(const std::string& option, const Variables& variables) {
  return app::shard_number(option, 12, [&](const char* name) -> const char* {
    const auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

}  // namespace

TEST_CASE("The shard is said by the command line, else by the scheduler",
          "[shard_number][issue-6]") {
  CHECK(shard("3", {}) == 3);
  CHECK(shard("3/12", {}) == 3);
  CHECK(shard("", {{"SLURM_ARRAY_TASK_ID", "1"}}) == 1);
  CHECK(shard("", {{"SLURM_ARRAY_TASK_ID", "12"}}) == 12);
  CHECK(shard("", {{"JOB_COMPLETION_INDEX", "0"}}) == 1);
  CHECK(shard("", {{"JOB_COMPLETION_INDEX", "11"}}) == 12);
  CHECK(shard("", {{"PARALLEL_SEQ", "7"}}) == 7);
  CHECK(shard("5", {{"SLURM_ARRAY_TASK_ID", "1"}, {"PARALLEL_SEQ", "7"}}) == 5);
}

TEST_CASE("A shard that is none is refused", "[shard_number][issue-6]") {
  struct Case {
    std::string option;
    Variables variables;
    std::string message;
  };
  for (const Case& c : {
           Case{"0", {}, "--shard 0: shards are 1 to 12"},
           Case{"13/12", {}, "--shard 13/12: shards are 1 to 12"},
           Case{"3/11", {}, "--shard 3/11: the plan has 12 shards"},
           Case{"x", {}, "--shard x: is no shard such as 3 or 3/12"},
           Case{"-1", {}, "--shard -1: is no shard such as 3 or 3/12"},
           Case{"99999999999", {}, "--shard 99999999999: is no shard such as 3 or 3/12"},
           Case{"",
                {},
                "--shard: must be given, or one of SLURM_ARRAY_TASK_ID, "
                "JOB_COMPLETION_INDEX and PARALLEL_SEQ be set"},
           Case{"",
                {{"SLURM_ARRAY_TASK_ID", "0"}},
                "SLURM_ARRAY_TASK_ID: is 0; the plan's 12 shards are the tasks 1 to 12"},
           Case{"",
                {{"SLURM_ARRAY_TASK_ID", "13"}},
                "SLURM_ARRAY_TASK_ID: is 13; the plan's 12 shards are the tasks 1 to 12"},
           Case{"",
                {{"JOB_COMPLETION_INDEX", "12"}},
                "JOB_COMPLETION_INDEX: is 12; the plan's 12 shards are the tasks 0 to 11"},
           Case{"", {{"PARALLEL_SEQ", "x"}}, "PARALLEL_SEQ: \"x\" is no number"},
           Case{"", {{"SLURM_ARRAY_TASK_ID", ""}}, "SLURM_ARRAY_TASK_ID: \"\" is no number"},
           Case{"",
                {{"SLURM_ARRAY_TASK_ID", "1"}, {"PARALLEL_SEQ", "7"}},
                "--shard: must be given: both SLURM_ARRAY_TASK_ID and PARALLEL_SEQ are set"},
       }) {
    INFO(c.message);
    CHECK_THROWS_WITH(shard(c.option, c.variables), c.message);
  }
}
