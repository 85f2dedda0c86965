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
  Worker worker = Worker::start([&](const std::string&, Turn&) { return text; }, {});
  worker.give("");
  const WorkerResult result = worker.finish();
  CHECK(result.kind == Kind::done);
  CHECK((result.text == text));
  CHECK(worker.alive());
}

TEST_CASE("a worker does jobs one after another, with or without waiting for its turn",
          "[worker]") {
  int count = 0;  // the worker's own
  Worker worker = Worker::start(
      [&](const std::string& job, Turn& turn) {
        if (job == "wait") turn.wait();
        return job + std::to_string(++count);
      },
      {});
  std::string answers;
  for (const char* job : {"wait", "do", "", "wait"}) {
    worker.give(job);
    answers += worker.finish().text + " ";
  }
  CHECK(answers == "wait1 do2 3 wait4 ");
  CHECK(count == 0);
}

TEST_CASE("a worker that ends badly harms only itself", "[worker]") {
  struct Case {
    std::string name;
    Worker::Task task;
    Kind kind;
  };
  const std::vector<Case> cases = {
      {"killed",
       [](const std::string&, Turn&) -> std::string {
         ::kill(::getpid(), SIGKILL);
         return "";
       },
       Kind::crashed},
      {"exit", [](const std::string&, Turn&) -> std::string { ::_exit(3); }, Kind::crashed},
      {"throws", [](const std::string&, Turn&) -> std::string { throw std::runtime_error("odd"); },
       Kind::crashed},
      {"sleeps",
       [](const std::string&, Turn&) -> std::string {
         ::sleep(60);
         return "";
       },
       Kind::timed_out},
      {"loops",
       [](const std::string&, Turn&) -> std::string {
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
    worker.give("");
    const WorkerResult result = worker.finish();
    CHECK(result.kind == c.kind);
    CHECK_FALSE(result.text.empty());
    CHECK_FALSE(worker.alive());
  }
}

TEST_CASE("workers go on after their turn in the order they are finished", "[worker]") {
  const support::TempDir dir;
  const std::string log = dir.write("log", "");
  std::deque<Worker> workers;
  for (int number = 0; number < 4; ++number) {
    workers.push_back(Worker::start(
        [&, number](const std::string&, Turn& turn) {
          turn.wait();
          std::ofstream(log, std::ios::app) << number;
          return std::string();
        },
        {}));
    workers.back().give("");
  }
  for (Worker& worker : workers) CHECK(worker.finish().kind == Kind::done);
  CHECK(support::read_file(log) == "0123");
}

TEST_CASE("a worker whose owner goes away does nothing more", "[worker]") {
  const support::TempDir dir;
  {
    Worker worker = Worker::start(
        [&](const std::string&, Turn& turn) {
          turn.wait();
          dir.write("done", "x");
          return std::string();
        },
        {});
    worker.give("");
  }
  CHECK_FALSE(std::filesystem::exists(dir.path("done")));
}
