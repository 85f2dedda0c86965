#include "app/ingest_progress.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::chrono::milliseconds kBetween{100};
// A rate of less says nothing.
constexpr Seconds kRateKnown{2};

std::string time_text(Seconds time) {
  const long seconds = std::lround(time.count());
  if (seconds < 120) return fmt::format("{} s", seconds);
  if (seconds < 7200) return fmt::format("{} min", seconds / 60);
  return fmt::format("{} h {} min", seconds / 3600, seconds % 3600 / 60);
}

}  // namespace

std::string progress_text(std::size_t done, std::size_t all, std::size_t failed, Seconds elapsed,
                          std::string_view current) {
  std::string text = fmt::format("{} of {} done", done, all);
  if (failed > 0) text += fmt::format(", {} failed", failed);
  if (done > 0 && elapsed >= kRateKnown) {
    const double rate = static_cast<double>(done) / elapsed.count();
    text += fmt::format(", {:.1f}/s, {} left", rate,
                        time_text(Seconds(static_cast<double>(all - done) / rate)));
  }
  return text + ": " + std::filesystem::path(current).filename().string();
}

IngestProgress::IngestProgress(Console& console, std::size_t all)
    : console_(console), all_(all), begun_(Clock::now()) {}

void IngestProgress::show(std::string_view path) {
  const auto now = Clock::now();
  if (now - shown_ < kBetween) return;
  shown_ = now;
  console_.progress(progress_text(done_, all_, failed_, now - begun_, path));
}

void IngestProgress::finish() { console_.progress(""); }

}  // namespace app
