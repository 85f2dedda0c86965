#include "app/output_file.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "extract/error.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;
using app::Existing;
using app::OutputFile;
using support::run_namndata;
using support::TempDir;

namespace {

std::size_t files_in(const TempDir& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file is there whole or not at all", "[output_file][issue-5]") {
  const TempDir folder;
  const std::string path = folder.path("a.svg");
  {
    OutputFile file(path, Existing::keep);
    file.stream() << "half";
  }
  CHECK(files_in(folder) == 0);
  OutputFile first(path, Existing::keep);
  first.stream() << "one";
  CHECK_FALSE(fs::exists(path));
  first.commit();
  CHECK(support::read_file(path) == "one");
  CHECK_THROWS_AS(OutputFile(path, Existing::keep), extract::Error);
  OutputFile second(path, Existing::replace);
  second.stream() << "two";
  CHECK(support::read_file(path) == "one");
  second.commit();
  CHECK(support::read_file(path) == "two");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a file that somebody else has made meanwhile is kept", "[output_file][issue-5]") {
  const TempDir folder;
  const std::string path = folder.path("a.svg");
  OutputFile file(path, Existing::keep);
  file.stream() << "ours";
  folder.write("a.svg", "theirs");
  CHECK_THROWS_AS(file.commit(), extract::Error);
  CHECK(support::read_file(path) == "theirs");
}

TEST_CASE("what is no file is never written over", "[output_file][issue-5]") {
  const TempDir folder;
  for (const Existing existing : {Existing::keep, Existing::replace}) {
    CHECK_THROWS_AS(OutputFile(folder.path(), existing), extract::Error);
    CHECK_THROWS_AS(OutputFile("/dev/null", existing), extract::Error);
    CHECK_THROWS_AS(OutputFile(folder.path("no/such/a.svg"), existing), extract::Error);
  }
  CHECK(files_in(folder) == 0);
}

TEST_CASE("every command that writes a file keeps one that is there, unless asked",
          "[output_file][issue-5]") {
  const TempDir folder;
  const std::string report = NAMNDATA_SOURCE_DIR
      "/corpus/reports/mellerud-socialnamnden-2023-03/mellerud-socialnamnden-2023-03.pdf";
  const std::string db = folder.path("a.db"), file = folder.path("written");
  REQUIRE(run_namndata({"ingest", report, "--db", db, "-q"}).status == 0);
  for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
           {"inspect", report, "--page", "1", "-o", file},
           {"compare", "--db", db, "--indicator", "aldre.trygghetslarm", "--chart", file},
           {"correct", "--db", db, "--export", file},
           {"export", "--db", db, "-o", file}}) {
    INFO(command[0]);
    folder.write("written", "kept");
    const auto refused = run_namndata(command);
    CHECK(refused.status == 5);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("--force") != std::string::npos);
    CHECK(support::read_file(file) == "kept");
    std::vector<std::string> forced = command;
    forced.emplace_back("--force");
    CHECK(run_namndata(forced).status == 0);
    CHECK(support::read_file(file) != "kept");
    fs::remove(file);
    CHECK(run_namndata(command).status == 0);
    CHECK(support::read_file(file) != "kept");
  }
  CHECK(files_in(folder) == 2);
}
