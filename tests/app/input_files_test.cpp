#include "app/input_files.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "tests/support/temp_dir.h"

using app::find_input_files;
using app::InputFiles;

namespace {
std::istringstream nothing;
}

TEST_CASE("folders are searched through for reports", "[input_files]") {
  const support::TempDir dir;
  dir.write("b/deep/er/two.PDF", "x");
  dir.write("b/one.pdf", "x");
  dir.write("a.txt", "x");
  dir.write("b/readme.md", "x");
  dir.write("b/pdf", "x");
  std::filesystem::create_directories(dir.path("b/folder.pdf"));
  const InputFiles found = find_input_files({dir.path()}, nothing);
  CHECK(found.failures.empty());
  CHECK(found.paths == std::vector<std::string>{dir.path("a.txt"), dir.path("b/deep/er/two.PDF"),
                                                dir.path("b/one.pdf")});
}

TEST_CASE("a file is taken by any name, even a missing one, and once", "[input_files]") {
  const support::TempDir dir;
  const std::string file = dir.write("report", "x");
  const InputFiles found = find_input_files({dir.path("missing.pdf"), file, file}, nothing);
  CHECK(found.paths == std::vector<std::string>{dir.path("missing.pdf"), file});
}

TEST_CASE("a dash reads paths from the list", "[input_files]") {
  const support::TempDir dir;
  dir.write("folder/x.pdf", "x");
  std::istringstream list("b.pdf\r\n\na b.pdf\n" + dir.path("folder") + "\nlast.pdf");
  const InputFiles found = find_input_files({"-"}, list);
  CHECK(found.paths ==
        std::vector<std::string>{dir.path("folder/x.pdf"), "a b.pdf", "b.pdf", "last.pdf"});
}

TEST_CASE("a folder without reports is a failure that names it", "[input_files]") {
  const support::TempDir dir;
  dir.write("empty/readme.md", "x");
  const InputFiles found = find_input_files({dir.path("empty")}, nothing);
  CHECK(found.paths.empty());
  REQUIRE(found.failures.size() == 1);
  CHECK(found.failures[0].place() == dir.path("empty"));
  CHECK(found.failures[0].code() == extract::ErrorCode::not_found);
}

TEST_CASE("a link to its own folder does not go round", "[input_files]") {
  const support::TempDir dir;
  dir.write("x.pdf", "x");
  std::filesystem::create_directory_symlink(dir.path(), dir.path("again"));
  CHECK(find_input_files({dir.path()}, nothing).paths.size() == 1);
}
