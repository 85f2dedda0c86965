#pragma once
// Reading limits: what one report may cost, with the options that set it.

#include <chrono>
#include <cstdint>

#include "app/command.h"

namespace app {

struct ReadingLimits {
  // On the clock, between two messages of a worker, which sends one with each page. The slowest
  // valid page known to us takes 18 s.
  std::chrono::seconds page_time{60};
  // On the clock, for a report in all.
  std::chrono::seconds report_time{600};
  // Bytes of address space of a worker: a bomb of a page must not push the machine into swapping.
  // Real reports stay below a tenth of this. Not set under AddressSanitizer, which reserves
  // terabytes.
  std::uint64_t memory = std::uint64_t{1} << 30;
  // Bytes of a report's file.
  std::uint64_t file_size = std::uint64_t{512} << 20;
  // Bytes of rows that a report may give; the largest known give 2 MB, 5,000 pages 100 MB.
  std::uint64_t output = std::uint64_t{256} << 20;
};

// --page-time, --report-time, --max-memory, --max-file-size, --max-output
void add_reading_limits(CLI::App& cli, ReadingLimits& limits);

}  // namespace app
