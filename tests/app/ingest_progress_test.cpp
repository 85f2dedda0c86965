#include "app/ingest_progress.h"

#include <catch2/catch.hpp>

using app::progress_text;
using Seconds = std::chrono::duration<double>;

TEST_CASE("The progress line tells how far it is and what is left", "[ingest][issue-6]") {
  CHECK(progress_text(0, 340, 0, Seconds(0), "shelf/a.pdf") == "0 of 340 done: a.pdf");
  CHECK(progress_text(5, 340, 0, Seconds(1), "a.pdf") == "5 of 340 done: a.pdf");
  CHECK(progress_text(10, 330, 1, Seconds(10), "shelf/å b.pdf") ==
        "10 of 330 done, 1 failed, 1.0/s, 5 min left: å b.pdf");
  CHECK(progress_text(100, 150, 0, Seconds(100), "a") == "100 of 150 done, 1.0/s, 50 s left: a");
  CHECK(progress_text(1000, 100'000, 0, Seconds(1000), "a") ==
        "1000 of 100000 done, 1.0/s, 27 h 30 min left: a");
}
