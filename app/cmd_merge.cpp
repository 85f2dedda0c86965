// namndata merge SHARD… --plan CSV --db FILE: the shards of a plan into one database.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "app/commands.h"
#include "app/number_ranges.h"
#include "app/plan_file.h"
#include "app/row_set.h"
#include "app/try_files.h"
#include "extract/error.h"
#include "schema/merge.h"
#include "schema/open_database.h"

namespace app {

namespace fs = std::filesystem;
using extract::Error;
using extract::ErrorCode;

namespace {

// Files as they are; of folders, what is named as a shard.
std::vector<std::string> find_shards(const std::vector<std::string>& arguments) {
  std::vector<std::string> paths;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (!fs::is_directory(argument, error)) {
      paths.push_back(argument);
      continue;
    }
    for (fs::directory_iterator entry(argument, error), end; !error && entry != end;
         entry.increment(error)) {
      if (schema::is_shard_file_name(entry->path().filename().string())) {
        paths.push_back(entry->path().string());
      }
    }
    if (error) throw Error(ErrorCode::file_access, argument, error.message());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

using Shards = std::multimap<int, std::string>;  // files by their number

// Nothing when a shard cannot be used or is missing, which has been said on the console.
std::optional<ExitStatus> check_shards(const std::vector<std::string>& paths, const PlanFile& plan,
                                       Shards& shards, Console& console) {
  bool refused = false;
  for (const std::string& path : paths) {
    try {
      const schema::ShardMark mark = schema::read_mark(path);
      schema::check_mark(path, mark, plan.mark());
      shards.emplace(mark.shard, path);
    } catch (const Error& error) {
      console.error(error);
      refused = true;
    }
  }
  if (refused) return ExitStatus::file_access;
  std::vector<int> missing;
  for (int shard = 1; shard <= plan.plan.shards; ++shard) {
    if (!shards.contains(shard)) missing.push_back(shard);
  }
  if (missing.empty()) return std::nullopt;
  console.error(
      fmt::format("{} of {} shards are missing: {} (nothing was merged; run namndata work "
                  "for them and merge again)",
                  missing.size(), plan.plan.shards, number_ranges(missing)));
  return ExitStatus::no_input;
}

schema::MergedShard merge_into(const std::string& file, const Shards& shards, schema::Newest newest,
                               Console& console) {
  schema::Database database = schema::open_database(file, schema::Access::read_write);
  schema::MergedShard total;
  std::size_t number = 0;
  for (const auto& [shard, path] : shards) {
    console.progress(fmt::format("{}/{} {}", ++number, shards.size(), path));
    const schema::MergedShard merged = schema::merge_shard(database, path, newest);
    total.added += merged.added;
    total.replaced += merged.replaced;
    total.unchanged += merged.unchanged;
    total.failed += merged.failed;
  }
  if (newest == schema::Newest::at_the_end) schema::finish_merge(database);
  console.progress("");
  database.close();
  return total;
}

// A database that is not there yet: whole or not at all.
schema::MergedShard merge_into_new(const std::string& file, const Shards& shards,
                                   Console& console) {
  const fs::path path(file);
  const std::string folder = path.has_parent_path() ? path.parent_path().string() : ".";
  sweep_dead_tries(folder);
  const std::string unfinished = (fs::path(folder) / try_name(path.filename().string())).string();
  try {
    const schema::MergedShard total =
        merge_into(unfinished, shards, schema::Newest::at_the_end, console);
    publish_new(unfinished, file);
    return total;
  } catch (const Error&) {
    for (const char* part : {"", "-wal", "-shm", "-journal"}) ::unlink((unfinished + part).c_str());
    throw;
  }
}

}  // namespace

ExitStatus run_merge(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::vector<std::string> arguments_given;
  std::string plan_path, database;
  line.cli.add_option("SHARD", arguments_given, "finished shards, or folders of them")->required();
  line.cli.add_option("--plan", plan_path, "the plan that they were made with")
      ->required()
      ->type_name("CSV");
  add_database(line.cli, database);
  if (auto over = line.parse(arguments, console)) return *over;

  // Of the files one shard's are enough: the digest tells whether shards are of this plan.
  const PlanFile plan = read_plan_file(plan_path, [](int) { return 1; });
  Shards shards;
  if (auto over = check_shards(find_shards(arguments_given), plan, shards, console)) return *over;
  const schema::MergedShard total =
      fs::exists(database) ? merge_into(database, shards, schema::Newest::with_each_shard, console)
                           : merge_into_new(database, shards, console);
  console.note(
      fmt::format("{} shards: {} reports added, {} replaced, {} unchanged; {} files failed",
                  shards.size(), total.added, total.replaced, total.unchanged, total.failed));
  return total.failed == 0 ? ExitStatus::done : ExitStatus::some_failed;
}

}  // namespace app
