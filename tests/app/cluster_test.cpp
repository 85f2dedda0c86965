// plan, work and merge by the built program: in the end the database of one plain ingest.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;
using support::ProcessInput;
using support::ProcessResult;
using support::run_namndata;
using support::TempDir;

namespace {

const std::string kReports = std::string(NAMNDATA_SOURCE_DIR) + "/corpus/reports/";

// All rows of all tables but the text index's own, which depend on the order of writing.
std::string logical_dump(const std::string& database) {
  const ProcessResult result =
      support::run_process({"sh", "-c", "sqlite3 \"$0\" .dump | grep -v page_text", database});
  REQUIRE(result.out.size() > 100'000);
  return result.out;
}

// A shelf: reports, a copy under another name, files that cannot be read as reports, and a
// manifest.
class Shelf {
 public:
  Shelf() {
    for (const char* name : {"alingsas-socialnamnden-2023-08", "mellerud-socialnamnden-2023-03",
                             "mellerud-socialnamnden-2023-12", "kalmar-socialnamnden-2022-12"}) {
      fs::create_directories(dir_.path("shelf"));
      fs::copy_file(kReports + name + "/" + name + ".pdf",
                    dir_.path(std::string("shelf/") + name + ".pdf"));
    }
    fs::copy_file(dir_.path("shelf/kalmar-socialnamnden-2022-12.pdf"),
                  dir_.path("shelf/a-copy.pdf"));
    dir_.write("shelf/damaged.pdf", "%PDF-1.4 and no more");
    dir_.write("shelf/empty.pdf", "");
    dir_.write("manifest.csv",
               "path,municipality_code,board\n"
               "shelf/a-copy.pdf,0880,\"Socialnämnden, Kalmar\"\n"
               "shelf/kalmar-socialnamnden-2022-12.pdf,0880,Socialnämnden\n");
  }

  ProcessResult run(const std::vector<std::string>& arguments,
                    const std::vector<std::string>& environment = {}) const {
    ProcessInput input;
    input.folder = dir_.path();
    input.environment = environment;
    input.environment.push_back("TMPDIR=" + dir_.path("scratch"));
    return run_namndata(arguments, input);
  }
  void plan(int shards) const {
    const ProcessResult result = run({"plan", "shelf", "--manifest", "manifest.csv", "--shards",
                                      std::to_string(shards), "-o", "plan.csv"});
    INFO(result.err);
    REQUIRE(result.status == 20);  // one file is empty
    REQUIRE(result.err.find("7 files") != std::string::npos);
  }
  ProcessResult work(const std::string& shard) const {
    return run({"work", "--plan", "plan.csv", "--shard", shard, "--out", "shards"});
  }
  ProcessResult merge(const std::vector<std::string>& shards = {"shards"}) const {
    std::vector<std::string> arguments = {"merge", "--plan", "plan.csv", "--db", "merged.db"};
    arguments.insert(arguments.end(), shards.begin(), shards.end());
    return run(arguments);
  }
  std::string plain_dump() const {
    CHECK(run({"ingest", "shelf", "--manifest", "manifest.csv", "--db", "plain.db"}).status == 20);
    return logical_dump(path("plain.db"));
  }
  std::string path(const std::string& name) const { return dir_.path(name); }
  const TempDir& dir() const { return dir_; }
  std::vector<std::string> files(const std::string& folder) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(dir_.path(folder))) {
      names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  TempDir dir_;
};

}  // namespace

TEST_CASE("shards merged are what one ingest makes", "[cluster][issue-6]") {
  const Shelf shelf;
  const std::string wanted = shelf.plain_dump();
  for (const int shards : {1, 3, 20}) {
    INFO(shards);
    shelf.plan(shards);
    std::vector<std::string> paths;
    for (int shard = shards; shard >= 1; --shard) {
      const ProcessResult result = shelf.work(std::to_string(shard) + "/" + std::to_string(shards));
      INFO(result.err);
      CHECK(result.status == 0);
    }
    for (const std::string& name : shelf.files("shards")) paths.push_back("shards/" + name);
    CHECK(paths.size() == static_cast<std::size_t>(shards));
    CHECK(shelf.files("scratch").empty());

    std::reverse(paths.begin(), paths.end());
    const ProcessResult merged = shelf.merge(paths);
    INFO(merged.err);
    CHECK(merged.status == 20);  // two files could not be read
    CHECK(merged.err.find("4 reports added, 0 replaced, 0 unchanged; 2 files failed") !=
          std::string::npos);
    CHECK((logical_dump(shelf.path("merged.db")) == wanted));

    const ProcessResult again = shelf.merge();
    CHECK(again.err.find("0 reports added, 0 replaced, 4 unchanged") != std::string::npos);
    CHECK((logical_dump(shelf.path("merged.db")) == wanted));
    CHECK(shelf.run({"search", "socialnämnden", "--db", "merged.db"}).status == 0);
    for (const char* made : {"shards", "merged.db", "plan.csv"}) fs::remove_all(shelf.path(made));
  }
}

TEST_CASE("shards are merged into a database that has reports already", "[cluster][issue-6]") {
  const Shelf shelf;
  const std::string wanted = shelf.plain_dump();
  shelf.plan(2);
  for (const char* shard : {"1", "2"}) CHECK(shelf.work(shard).status == 0);
  CHECK(shelf.run({"ingest", "shelf/mellerud-socialnamnden-2023-12.pdf", "--db", "merged.db"})
            .status == 0);
  const ProcessResult merged = shelf.merge();
  CHECK(merged.err.find("3 reports added, 0 replaced, 1 unchanged") != std::string::npos);
  CHECK((logical_dump(shelf.path("merged.db")) == wanted));
}

TEST_CASE("a plan is the same for any order of its files", "[cluster][issue-6]") {
  const Shelf shelf;
  const auto plan = [&](const std::vector<std::string>& paths) {
    std::vector<std::string> arguments = {"plan", "--shards", "3"};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    return shelf.run(arguments).out;
  };
  const std::string some = "shelf/mellerud-socialnamnden-2023-12.pdf";
  const std::string text = plan({"shelf"});
  CHECK(plan({some, "shelf"}) == text);
  CHECK(std::count(text.begin(), text.end(), '\n') == 8);
  CHECK(shelf.run({"plan", "none.pdf", "--shards", "3", "-o", "none.csv"}).status == 2);
}

TEST_CASE("a task knows its shard from the scheduler", "[cluster][issue-6]") {
  const Shelf shelf;
  shelf.plan(2);
  const std::vector<std::string> work = {"work", "--plan", "plan.csv", "--out", "shards"};
  CHECK(shelf.run(work, {"SLURM_ARRAY_TASK_ID=2"}).status == 0);
  CHECK(shelf.files("shards") == std::vector<std::string>{"shard-0002-of-0002.db"});
  CHECK(shelf.run(work, {"JOB_COMPLETION_INDEX=0"}).status == 0);
  CHECK(shelf.files("shards").size() == 2);
  const ProcessResult none = shelf.run(work, {"SLURM_ARRAY_TASK_ID=0"});
  CHECK(none.status == 1);
  CHECK(none.err.find("the plan's 2 shards are the tasks 1 to 2") != std::string::npos);
  CHECK(shelf.run(work).status == 1);
}

TEST_CASE("a shard that is there is not made again", "[cluster][issue-6]") {
  const Shelf shelf;
  shelf.plan(2);
  CHECK(shelf.work("1").status == 0);
  const std::string shard = shelf.path("shards/shard-0001-of-0002.db");
  const auto written = fs::last_write_time(shard);
  const ProcessResult again = shelf.work("1");
  CHECK(again.status == 0);
  CHECK(again.err.find("is there already") != std::string::npos);
  CHECK(fs::last_write_time(shard) == written);
}

TEST_CASE("the same task twice at once makes one shard", "[cluster][issue-6]") {
  const Shelf shelf;
  shelf.plan(1);
  const std::string work = std::string(NAMNDATA_PROGRAM) +
                           " work --plan plan.csv --shard 1 --out shards --scratch scratch";
  ProcessInput input;
  input.folder = shelf.path("");
  const ProcessResult both =
      support::run_process({"sh", "-c", work + " & " + work + " & wait %1 && wait %2"}, input);
  INFO(both.err);
  CHECK(both.status == 0);
  CHECK(shelf.files("shards") == std::vector<std::string>{"shard-0001-of-0001.db"});
  CHECK(shelf.files("scratch").empty());
  CHECK(shelf.merge().status == 20);
  CHECK((logical_dump(shelf.path("merged.db")) == shelf.plain_dump()));
}

TEST_CASE("missing shards are named, and nothing is merged", "[cluster][issue-6]") {
  const Shelf shelf;
  shelf.plan(6);
  for (const char* shard : {"2", "6"}) CHECK(shelf.work(shard).status == 0);
  const ProcessResult merged = shelf.merge();
  CHECK(merged.status == 2);
  CHECK(merged.err.find("4 of 6 shards are missing: 1,3-5 ") != std::string::npos);
  CHECK_FALSE(fs::exists(shelf.path("merged.db")));
}

TEST_CASE("shards and plans of others are refused", "[cluster][issue-6]") {
  const Shelf shelf;
  shelf.plan(1);
  CHECK(shelf.work("1").status == 0);
  std::string plan = support::read_file(shelf.path("plan.csv"));
  shelf.dir().write("plan.csv", plan + "\n");  // one empty line more
  const ProcessResult merged = shelf.merge();
  CHECK(merged.status == 5);
  CHECK(merged.err.find("is a shard of another plan") != std::string::npos);
  const ProcessResult worked = shelf.work("1");
  CHECK(worked.status == 5);
  CHECK(worked.err.find("is a shard of another plan") != std::string::npos);

  shelf.dir().write("plan.csv", "shard,path\n1/1,a.pdf\n");
  CHECK(shelf.work("1").status == 1);
  CHECK(shelf.merge().status == 1);

  std::size_t at = 0;
  while ((at = plan.find(",0.", at)) != std::string::npos) plan.replace(at, 3, ",9.");
  shelf.dir().write("plan.csv", plan);
  const ProcessResult version = shelf.work("1");
  CHECK(version.status == 1);
  CHECK(version.err.find("use one version for plan, work and merge") != std::string::npos);
}

TEST_CASE("a file that is gone or was changed makes the task fail, not the shard",
          "[cluster][issue-6]") {
  const Shelf shelf;
  shelf.plan(1);
  SECTION("gone") { fs::remove(shelf.path("shelf/mellerud-socialnamnden-2023-03.pdf")); }
  SECTION("another report") {
    fs::copy_file(shelf.path("shelf/mellerud-socialnamnden-2023-12.pdf"),
                  shelf.path("shelf/mellerud-socialnamnden-2023-03.pdf"),
                  fs::copy_options::overwrite_existing);
  }
  SECTION("no report any more") {
    shelf.dir().write("shelf/mellerud-socialnamnden-2023-03.pdf", "%PDF-1.4");
  }
  const ProcessResult result = shelf.work("1");
  INFO(result.err);
  CHECK(result.status >= 2);
  CHECK(result.status <= 5);
  CHECK(result.err.find("shelf/mellerud-socialnamnden-2023-03.pdf") != std::string::npos);
  CHECK(shelf.files("shards").empty());
  CHECK(shelf.files("scratch").empty());
}

TEST_CASE("a merge that cannot be finished leaves no new database", "[cluster][issue-6]") {
  const Shelf shelf;
  shelf.plan(2);
  for (const char* shard : {"1", "2"}) CHECK(shelf.work(shard).status == 0);
  // The header, which has the mark's page count, stays as it is.
  std::string bytes = support::read_file(shelf.path("shards/shard-0002-of-0002.db"));
  for (std::size_t at = bytes.size() / 2; at < bytes.size(); at += 4096)
    bytes.replace(at, 9, "rubbish!\n");
  shelf.dir().write("shards/shard-0002-of-0002.db", bytes);
  const ProcessResult merged = shelf.merge();
  INFO(merged.err);
  CHECK(merged.status == 5);
  CHECK(merged.err.find("shard-0002-of-0002.db") != std::string::npos);
  for (const std::string& name : shelf.files("")) CHECK(name.find(".db") == std::string::npos);
}
