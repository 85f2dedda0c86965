#pragma once
// Worker: a process that does jobs one after another, so that a file which crashes, hangs or eats
// memory harms nothing but its own worker. It gets each job with one open file and answers on a
// pipe; it can do nothing else (sandbox.h).
//
//   Worker worker = Worker::start([](const WorkerJob& job, WorkerOutput& output) {
//     output.send({MessageType::end, {{std::int64_t{1}}}});
//   }, limits);
//   worker.give("job", file.handle());
//   … poll worker.output(), read messages …

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>

#include "app/reading_limits.h"
#include "app/worker_message.h"

namespace app {

struct WorkerJob {
  std::string text;  // as given
  int file = -1;     // the open file, the task's to close
};

// A task's way out.
class WorkerOutput {
 public:
  explicit WorkerOutput(int handle) : handle_(handle) {}
  // Throws std::length_error for a message that is too long. Ends the process when nobody reads.
  void send(const Message& message);
  int handle() const { return handle_; }

 private:
  int handle_;
};

class Worker {
 public:
  using Task = std::function<void(const WorkerJob& job, WorkerOutput& output)>;

  // Throws extract::Error(file_access) when no process can be started.
  static Worker start(const Task& task, const ReadingLimits& limits);
  Worker(Worker&& other) noexcept;
  Worker& operator=(Worker&& other) noexcept;
  ~Worker();  // ends the process, whatever it does

  // Starts a job with the file, which stays the caller's too. False when the worker is gone.
  bool give(const std::string& job, int file);
  // Where its messages and what it writes to standard error can be read; never waits.
  int output() const { return output_; }
  int errors() const { return errors_; }
  // Ends the process and returns how it ended, as waitpid has it. A process that is ending by
  // itself gets `patience` to do so.
  int end(std::chrono::milliseconds patience = {});
  pid_t id() const { return pid_; }

 private:
  Worker() = default;

  pid_t pid_ = -1;
  int jobs_ = -1;
  int output_ = -1;
  int errors_ = -1;
};

}  // namespace app
