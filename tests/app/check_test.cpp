// `check` and the statuses of figures, end to end by the built program.

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

using support::ProcessResult;
using support::run_namndata;
using support::TempDir;

namespace {

// A report as plain text; the budget's total is printed as `total`.
std::string report_text(const std::string& total) {
  return "Socialnämnden, Melleruds kommun\n"
         "Bokslut 2023\n\n"
         "Driftredovisning, tkr\n"
         "Verksamhet\tBudget\tUtfall\tAvvikelse\n"
         "Ledning\t8 120\t8 014\t106\n"
         "Skola\t93 410\t95 822\t-2 412\n"
         "Vård\t41 007\t40 116\t891\n"
         "Summa\t" +
         total + "\t143 952\t-1 415\n";
}

}  // namespace

TEST_CASE("a report that adds up passes check, one that does not is told with its terms",
          "[check]") {
  const TempDir dir;
  dir.write("right.txt", report_text("142 537"));
  dir.write("wrong.txt", report_text("-142 537"));

  const ProcessResult first =
      run_namndata({"ingest", dir.path("right.txt"), "--db", dir.path("right.db")});
  INFO(first.err);
  CHECK(first.status == 0);
  const ProcessResult passed = run_namndata({"check", "--db", dir.path("right.db")});
  CHECK(passed.status == 0);
  CHECK(passed.out == "");

  run_namndata({"ingest", dir.path("wrong.txt"), "--db", dir.path("wrong.db")});
  const ProcessResult failed = run_namndata({"check", "--db", dir.path("wrong.db")});
  CHECK(failed.status == 21);
  INFO(failed.out);
  CHECK(failed.out.find("wrong, page 1\n") != std::string::npos);
  CHECK(failed.out.find("Summa = Ledning + Skola + Vård: -142537 ≠ 142537\n") != std::string::npos);
  CHECK(failed.out.find("    + Skola, Budget (p. 1): 93410\n") != std::string::npos);
  CHECK(failed.out.find(
            "mended by sign of \"Summa\" under \"Budget\", 142537 instead of -142537\n") !=
        std::string::npos);
  const ProcessResult rows =
      run_namndata({"check", "--db", dir.path("wrong.db"), "--format", "json"});
  CHECK(rows.status == 21);
  for (const auto& row : nlohmann::json::parse(rows.out)) {
    CHECK(row["contradiction"] == "arithmetic");
    CHECK(row["page"] == 1);
  }
}

TEST_CASE("read tells the status of each figure and what it rests on", "[check]") {
  const TempDir dir;
  dir.write("wrong.txt", report_text("-142 537"));
  const ProcessResult result = run_namndata({"read", "--format", "json", dir.path("wrong.txt")});
  CHECK(result.status == 0);
  const auto report = nlohmann::json::parse(result.out);
  int contradicted = 0, verified = 0;
  for (const auto& figure : report["observations"]) {
    const bool in_budget = figure["column"] == "Budget";
    INFO(figure.dump());
    CHECK(figure["status"] == (in_budget ? "contradicted" : "verified"));
    CHECK_FALSE(figure["checks"].empty());
    (in_budget ? contradicted : verified) += 1;
  }
  CHECK(contradicted == 4);
  CHECK(verified == 8);
  CHECK(report["diagnostics"].dump().find("arithmetic-contradiction") != std::string::npos);
}

TEST_CASE("the accounts of Göteborg: one column is contradicted, by the sign of its total",
          "[check]") {
  const std::string report = NAMNDATA_SHARED_DIR "/reports/real/goteborg-intraservice-2026-03.pdf";
  if (!std::filesystem::exists(report)) {
    WARN("not run: " << report << " is not here");
    return;
  }
  const ProcessResult result = run_namndata({"read", "--format", "json", report});
  const auto read = nlohmann::json::parse(result.out);
  int contradicted = 0;
  for (const auto& figure : read["observations"]) {
    const int page = figure["page"];
    if (page != 11 && page != 14 && page != 16) continue;
    INFO(figure.dump());
    if (figure["status"] == "contradicted") {
      CHECK(page == 16);
      CHECK(figure["column"] == "Prognos intäkter helår");
      ++contradicted;
    } else {
      CHECK(figure["status"] == "verified");
    }
  }
  CHECK(contradicted == 9);  // eight terms and their total
  CHECK(result.out.find("sign of \\\"Totalt\\\" under \\\"Prognos intäkter helår\\\", 1633.7") !=
        std::string::npos);
}
