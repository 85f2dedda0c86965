#pragma once
// Worker: one task in a process of its own, so that a report which crashes, hangs or eats memory
// harms nothing but itself. Workers prepare at the same time and finish one after the other, in the
// order their owner gives them the turn: so the database is the same for any number of them.
//
//   Worker worker = Worker::start([&](const Turn& turn) {
//     Report report = read(path);   // at the same time as other workers
//     turn.wait();                  // from here on alone
//     store(report);
//     return std::string("stored");
//   }, limits);
//   WorkerResult result = worker.finish();

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace app {

struct WorkerLimits {
  // Processor time of one report. The slowest valid PDF known to us takes 18 s.
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
  // Returns when the owner called finish(). Ends the process when the owner is gone.
  void wait() const;

 private:
  int fd_;
};

struct WorkerResult {
  enum class Kind { done, crashed, timed_out };
  Kind kind = Kind::crashed;
  std::string text;  // done: what the task returned; else what happened, in words
};

class Worker {
 public:
  using Task = std::function<std::string(const Turn&)>;

  // Throws extract::Error(file_access) when no process can be started.
  static Worker start(const Task& task, const WorkerLimits& limits);
  Worker(Worker&& other) noexcept;
  Worker& operator=(Worker&&) = delete;
  ~Worker();  // ends a process that was not finished

  // Gives the turn, waits for the end. REQUIRES: called once.
  WorkerResult finish();

 private:
  Worker() = default;
  bool read_answer(std::string& answer);

  pid_t pid_ = -1;
  int turn_fd_ = -1;
  int answer_fd_ = -1;
  std::chrono::seconds turn_time_{};
};

}  // namespace app
