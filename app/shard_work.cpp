#include "app/shard_work.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "app/try_files.h"
#include "extract/error.h"
#include "extract/sha256.h"
#include "schema/open_database.h"

namespace app {

namespace fs = std::filesystem;
using extract::Error;
using extract::ErrorCode;
using schema::Database;
using schema::Statement;

namespace {

void make_folder(const std::string& path, const char* what) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) {
    throw Error(ErrorCode::file_access, path,
                std::string("cannot be made (") + what + "): " + error.message());
  }
}

// A folder of this try, removed at the end.
class ScratchFolder {
 public:
  ScratchFolder(const std::string& parent, const std::string& what)
      : path_((fs::path(parent) / try_name(what)).string()) {
    std::error_code error;
    // Not one that is there: /tmp is everybody's.
    if (!fs::create_directory(path_, error)) {
      throw Error(ErrorCode::file_access, path_,
                  "cannot be made: " + (error ? error.message() : "it exists"));
    }
    fs::permissions(path_, fs::perms::owner_all, error);
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string file(const char* name) const { return (fs::path(path_) / name).string(); }

 private:
  std::string path_;
};

// True when the shard is there, of this plan and version.
bool finished(const std::string& path, const schema::ShardMark& expected) {
  std::error_code unknown;
  if (!fs::exists(path, unknown)) return false;
  const schema::ShardMark mark = schema::read_mark(path);
  schema::check_mark(path, mark, expected);
  if (mark.shard != expected.shard) {
    throw Error(ErrorCode::database, path,
                "is shard " + std::to_string(mark.shard) + "; somebody renamed it");
  }
  return true;
}

// The files of the plan must have been read as the plan knows them: a task whose file system went
// away must not pass as done.
void check_contents(Database& database, const std::map<std::string, std::string>& planned) {
  Statement select = database.prepare(
      "SELECT coalesce(r.sha256, '') FROM file AS f LEFT JOIN report AS r ON r.id = f.report_id "
      "WHERE f.path = ?1");
  for (const auto& [path, sha256] : planned) {
    select.bind(1, path);
    const std::string read = select.step() ? std::string(select.text(0)) : "";
    select.run();
    if (sha256.empty()) continue;  // it could not be read when the plan was made either
    const std::string now = read.empty() ? extract::sha256_of_file(path) : read;
    if (now != sha256) {
      throw Error(ErrorCode::file_access, path,
                  "has another content than when the plan was made; make a new plan");
    }
  }
}

}  // namespace

ShardResult work_on_shard(const PlanFile& plan, const ShardWork& work, Console& console) {
  const schema::ShardMark mark = plan.mark();
  const std::string name = schema::shard_file_name(mark.shard, mark.shards);
  ShardResult result;
  result.file = (fs::path(work.folder) / name).string();
  make_folder(work.folder, "for finished shards");
  make_folder(work.scratch, "for scratch files");
  sweep_dead_tries(work.folder);
  sweep_dead_tries(work.scratch);
  if (finished(result.file, mark)) {
    result.done_before = true;
    return result;
  }

  std::map<std::string, std::string> planned;  // digests by path
  std::vector<schema::ManifestEntry> entries;
  for (const schema::PlannedFile& file : plan.plan.files) {
    planned.emplace(file.entry.path, file.sha256);
    entries.push_back(file.entry);
  }
  InputFiles inputs;
  for (const auto& [path, ignored] : planned) inputs.paths.push_back(path);

  const ScratchFolder scratch(work.scratch, name);
  IngestOptions options = work.ingest;
  options.database = scratch.file("shard.db");
  result.summary = ingest(inputs, schema::Manifest(std::move(entries)), options, console);
  if (result.summary.interrupted) return result;
  {
    Database database = schema::open_database(options.database, schema::Access::read_write);
    check_contents(database, planned);
    schema::write_mark(database, mark);
    database.close();
  }
  publish_copy(options.database, result.file);
  return result;
}

}  // namespace app
