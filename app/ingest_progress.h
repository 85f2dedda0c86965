#pragma once
// The line that tells a person how far an ingestion has come: done of all, failed, rate, time left
// and the file that was begun last.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "app/console.h"

namespace app {

// "12 of 340 done, 1 failed, 8.2/s, 40 s left: rapport.pdf"; without a rate before it is known.
std::string progress_text(std::size_t done, std::size_t all, std::size_t failed,
                          std::chrono::duration<double> elapsed, std::string_view current);

class IngestProgress {
 public:
  IngestProgress(Console& console, std::size_t all);
  void show(std::string_view path);  // begins
  void done() { ++done_; }
  void failed() { ++failed_; }
  void finish();  // removes the line

 private:
  Console& console_;
  std::size_t all_, done_ = 0, failed_ = 0;
  std::chrono::steady_clock::time_point begun_, shown_;
};

}  // namespace app
