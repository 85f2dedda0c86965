#pragma once
// ReadingPool: reads reports in worker processes, several at the same time, each within limits.
// What a report's reading gives waits in a Spool, checked only as far as its form; whatever a
// worker does, each report gets exactly one result.
//
// A page that its worker does not survive is left out and the rest is read again, a few times; so
// a report with one bad page is read in part.
//
//   ReadingPool pool(read_task, limits, 2, folder);
//   pool.start({0, request, sha256, std::move(file)});
//   while (!pool.idle()) for (ReadingResult& result : pool.wait()) …

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "app/read_task.h"
#include "app/reading_limits.h"
#include "app/spool.h"
#include "app/worker.h"
#include "extract/input_file.h"

namespace app {

struct ReadingJob {
  std::size_t id = 0;   // the caller's
  ReadRequest request;  // lost, last_page and time are the pool's
  std::string sha256;   // of the file; a worker that found another has lost its mind
  extract::InputFile file;
};

struct ReadingResult {
  std::size_t id = 0;
  // "" when the report was read; else why not: extract::name(ErrorCode), "timeout", "memory",
  // "crash" or "output_limit".
  std::string status;
  std::string message;   // one line, where status says something
  bool complete = true;  // false: pages are missing
  int pages = 0;
  Spool rows;  // messages head and rows, as on the wire
};

class ReadingPool {
 public:
  // How long a caller may go without seeing a Ctrl-C.
  static constexpr std::chrono::milliseconds kAttention{100};

  // Large spools are kept in `folder`.
  ReadingPool(Worker::Task task, const ReadingLimits& limits, std::size_t workers,
              std::string folder);
  ~ReadingPool();  // ends the workers
  ReadingPool(const ReadingPool&) = delete;
  ReadingPool& operator=(const ReadingPool&) = delete;

  bool has_room() const;
  bool idle() const;
  // REQUIRES: has_room(). Throws extract::Error(file_access) when no process can be started.
  void start(ReadingJob job);
  // Waits until a reading has ended, but not longer than this: gives nothing where none has, so
  // that the caller sees what else has happened (Ctrl-C).
  std::vector<ReadingResult> wait(std::chrono::milliseconds at_most = kAttention);

 private:
  class Reading;
  struct Hand;
  Hand hand();

  Worker::Task task_;
  ReadingLimits limits_;
  std::size_t workers_;
  std::string folder_;
  std::vector<Reading> busy_;
  std::vector<Hand> idle_;
};

}  // namespace app
