#include "app/reading_limits.h"

#include <fmt/format.h>

#include <string>

namespace app {

namespace {

constexpr const char* kGroup = "Limits of one report";

void add_seconds(CLI::App& cli, const char* name, std::chrono::seconds& value,
                 const std::string& help) {
  cli.add_option_function<int>(
         name, [&value](int seconds) { value = std::chrono::seconds(seconds); },
         fmt::format("{} (else {})", help, value.count()))
      ->check(CLI::Range(1, 86'400))
      ->type_name("SECONDS")
      ->group(kGroup);
}

void add_mebibytes(CLI::App& cli, const char* name, std::uint64_t& value, const std::string& help) {
  cli.add_option_function<std::uint64_t>(
         name, [&value](std::uint64_t mebibytes) { value = mebibytes << 20; },
         fmt::format("{} (else {})", help, value >> 20))
      ->check(CLI::Range(1, 1 << 20))
      ->type_name("MIB")
      ->group(kGroup);
}

}  // namespace

void add_reading_limits(CLI::App& cli, ReadingLimits& limits) {
  add_seconds(cli, "--page-time", limits.page_time, "time without a further page");
  add_seconds(cli, "--report-time", limits.report_time, "time in all");
  add_mebibytes(cli, "--max-memory", limits.memory, "memory of the process that reads it");
  add_mebibytes(cli, "--max-file-size", limits.file_size, "size of its file");
  add_mebibytes(cli, "--max-output", limits.output, "size of what it gives to the database");
}

}  // namespace app
