#include "app/worker.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <stdexcept>

#include "tests/support/temp_dir.h"

using app::Turn;
using app::Worker;
using app::WorkerLimits;
using app::WorkerResult;
using Kind = app::WorkerResult::Kind;

TEST_CASE("a worker returns what its task returns, however long", "[worker]") {
  const std::string text(3'000'000, 'x');
  Worker worker = Worker::start([&](const Turn&) { return text; }, {});
  const WorkerResult result = worker.finish();
  CHECK(result.kind == Kind::done);
  CHECK((result.text == text));
}

TEST_CASE("a worker that ends badly harms only itself", "[worker]") {
  struct Case {
    std::string name;
    Worker::Task task;
    Kind kind;
  };
  const std::vector<Case> cases = {
      {"killed",
       [](const Turn&) -> std::string {
         ::kill(::getpid(), SIGKILL);
         return "";
       },
       Kind::crashed},
      {"exit", [](const Turn&) -> std::string { ::_exit(3); }, Kind::crashed},
      {"throws", [](const Turn&) -> std::string { throw std::runtime_error("odd"); },
       Kind::crashed},
      {"sleeps",
       [](const Turn&) -> std::string {
         ::sleep(60);
         return "";
       },
       Kind::timed_out},
      {"loops",
       [](const Turn&) -> std::string {
         while (::getppid() != 0) {
         }
         return "";
       },
       Kind::timed_out},
  };
  WorkerLimits limits;
  limits.cpu_time = std::chrono::seconds(1);
  limits.turn_time = std::chrono::seconds(2);
  for (const Case& c : cases) {
    INFO(c.name);
    Worker worker = Worker::start(c.task, limits);
    const WorkerResult result = worker.finish();
    CHECK(result.kind == c.kind);
    CHECK_FALSE(result.text.empty());
  }
}

TEST_CASE("workers go on after their turn in the order they are finished", "[worker]") {
  const support::TempDir dir;
  const std::string log = dir.write("log", "");
  std::deque<Worker> workers;
  for (int number = 0; number < 4; ++number) {
    workers.push_back(Worker::start(
        [&, number](const Turn& turn) {
          turn.wait();
          std::ofstream(log, std::ios::app) << number;
          return std::string();
        },
        {}));
  }
  for (Worker& worker : workers) CHECK(worker.finish().kind == Kind::done);
  CHECK(support::read_file(log) == "0123");
}

TEST_CASE("a worker whose owner goes away does nothing more", "[worker]") {
  const support::TempDir dir;
  {
    const Worker worker = Worker::start(
        [&](const Turn& turn) {
          turn.wait();
          dir.write("done", "x");
          return std::string();
        },
        {});
  }
  CHECK_FALSE(std::filesystem::exists(dir.path("done")));
}
