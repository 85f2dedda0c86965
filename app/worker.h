#pragma once
// Worker: a process that does jobs one after another, so that a report which crashes, hangs or eats
// memory harms nothing but its own worker. Several workers prepare at the same time and finish one
// after the other, in the order their owner gives them the turn: so the database is the same for
// any number of them.
//
//   Worker worker = Worker::start([&](const std::string& path, Turn& turn) {
//     Report report = read(path);   // at the same time as other workers
//     turn.wait();                  // from here on alone
//     store(report);
//     return std::string("stored");
//   }, limits);
//   worker.give("report.pdf");
//   WorkerResult result = worker.finish();

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace app {

struct WorkerLimits {
  // Processor time of one job. The slowest valid PDF known to us takes 18 s.
  std::chrono::seconds cpu_time{120};
  // Time on the clock after the turn was given; longer than cpu_time, since the disk may be slow.
  std::chrono::seconds turn_time{300};
  // Address space: a bomb of a page must not push the machine into swapping. Real reports stay
  // below a tenth of this. Not set under AddressSanitizer, which reserves terabytes.
  std::uint64_t address_space = std::uint64_t{2} << 30;
};

class Turn {
 public:
  explicit Turn(int fd) : fd_(fd) {}
  // Returns when the owner called finish(); at once when it has returned before. Ends the process
  // when the owner is gone.
  void wait();

 private:
  int fd_;
  bool taken_ = false;
};

struct WorkerResult {
  enum class Kind { done, crashed, timed_out };
  Kind kind = Kind::crashed;
  std::string text;  // done: what the task returned; else what happened, in words
};

class Worker {
 public:
  using Task = std::function<std::string(const std::string& job, Turn& turn)>;

  // Throws extract::Error(file_access) when no process can be started.
  static Worker start(const Task& task, const WorkerLimits& limits);
  Worker(Worker&& other) noexcept;
  Worker& operator=(Worker&& other) noexcept;
  ~Worker();  // ends the process, whatever it does

  // Starts a job. REQUIRES: alive(), and the job before it was finished.
  void give(const std::string& job);
  // Gives the turn, waits for the job's end. After anything but `done` the worker is not alive.
  WorkerResult finish();
  bool alive() const { return pid_ > 0; }

 private:
  Worker() = default;
  void end();
  int wait_for_end();

  pid_t pid_ = -1;
  int job_fd_ = -1;
  int answer_fd_ = -1;
  WorkerLimits limits_;
};

}  // namespace app
