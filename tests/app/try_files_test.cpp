#include "app/try_files.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "extract/error.h"
#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;
using support::TempDir;

namespace {

// The process that was 4711 is no more.
pid_t dead_process() {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(0);
  ::waitpid(pid, nullptr, 0);
  return pid;
}

// try_name("x") with another host or process.
std::string name_of(const std::string& host, pid_t pid) {
  const std::string own = app::try_name("x");
  const std::string own_host = own.substr(own.find('.') + 1);
  return "namndata-tmp-x." + (host.empty() ? own_host.substr(0, own_host.find('.')) : host) + "." +
         std::to_string(pid) + ".try";
}

}  // namespace

TEST_CASE("What the dead left is swept, what the living write is not", "[try_files][issue-6]") {
  const TempDir dir;
  const pid_t dead = dead_process();
  const std::string of_dead = dir.write(name_of("", dead), "");
  const std::string log_of_dead = dir.write(name_of("", dead) + "-wal", "");
  dir.write(name_of("", dead) + "2/shard.db", "");
  const std::string of_parent = dir.write(name_of("", ::getppid()), "");
  const std::string of_another = dir.write(name_of("elsewhere", dead), "");
  const std::string forgotten = dir.write(name_of("far-away", dead), "");
  fs::last_write_time(forgotten, fs::file_time_type::clock::now() - std::chrono::hours(8 * 24));
  const std::string shard = dir.write("shard-0001-of-0002.db", "");
  const std::string somebodys = dir.write("namndata-tmp-notes.txt", "");

  const pid_t zombie = ::fork();
  if (zombie == 0) ::_exit(0);
  siginfo_t ended;
  REQUIRE(::waitid(P_PID, static_cast<id_t>(zombie), &ended, WEXITED | WNOWAIT) == 0);
  const std::string of_zombie = dir.write(name_of("", zombie), "");

  app::sweep_dead_tries(dir.path());
  ::waitpid(zombie, nullptr, 0);
  CHECK_FALSE(fs::exists(of_zombie));
  CHECK_FALSE(fs::exists(of_dead));
  CHECK_FALSE(fs::exists(log_of_dead));
  CHECK_FALSE(fs::exists(of_dead + "2"));
  CHECK(fs::exists(of_parent));
  CHECK(fs::exists(of_another));
  CHECK_FALSE(fs::exists(forgotten));
  CHECK(fs::exists(shard));
  CHECK(fs::exists(somebodys));
  CHECK_NOTHROW(app::sweep_dead_tries(dir.path("missing")));
}

TEST_CASE("A try is named after its task", "[try_files][issue-6]") {
  ::setenv("SLURM_JOB_ID", "4711", 1);
  CHECK(app::try_name("s").ends_with("." + std::to_string(::getpid()) + ".job4711_0"));
  ::setenv("SLURM_RESTART_COUNT", "2", 1);
  CHECK(app::try_name("s").ends_with(".job4711_2"));
  ::unsetenv("SLURM_JOB_ID");
  ::unsetenv("SLURM_RESTART_COUNT");
  CHECK(app::try_name("s").ends_with(".try"));
}

TEST_CASE("A file is published whole, and leaves nothing else", "[try_files][issue-6]") {
  const TempDir dir;
  const std::string from = dir.write("scratch/a", "new");
  const std::string to = dir.write("out/b", "old");
  app::publish_copy(from, to);
  CHECK(support::read_file(to) == "new");
  CHECK(std::distance(fs::directory_iterator(dir.path("out")), {}) == 1);

  CHECK_THROWS_AS(app::publish_copy(dir.path("missing"), to), extract::Error);
  CHECK(support::read_file(to) == "new");
  CHECK(std::distance(fs::directory_iterator(dir.path("out")), {}) == 1);
  CHECK_THROWS_AS(app::publish_copy(from, dir.path("no/folder/b")), extract::Error);
}

TEST_CASE("A new file never takes the place of one that is there", "[try_files][issue-6]") {
  const TempDir dir;
  const std::string from = dir.write("a", "new");
  const std::string to = dir.write("b", "old");
  CHECK_THROWS_AS(app::publish_new(from, to), extract::Error);
  CHECK(support::read_file(to) == "old");
  fs::remove(to);
  app::publish_new(from, to);
  CHECK(support::read_file(to) == "new");
  CHECK_FALSE(fs::exists(from));
}
