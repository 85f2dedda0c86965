// namndata ingest PATH… --db FILE: reports into a database.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "app/commands.h"
#include "app/ingest.h"
#include "app/input_files.h"
#include "app/reading_limits.h"
#include "app/row_set.h"

namespace app {

namespace {

// Municipalities that the summary names; more are for `reports`.
constexpr std::size_t kMunicipalitiesTold = 20;

RowSet plan_rows(const std::vector<IngestPlan>& plans) {
  RowSet rows;
  rows.columns = {"action", "path", "reason"};
  for (const IngestPlan& plan : plans) rows.rows.push_back({plan.action, plan.path, plan.reason});
  return rows;
}

std::string counts(const std::vector<std::pair<std::string, std::size_t>>& words) {
  std::string text;
  for (const auto& [word, count] : words) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", word, count);
  }
  return text;
}

void tell(const IngestSummary& summary, Console& console) {
  if (!summary.by_status.empty()) {
    console.note("by status: " + counts({summary.by_status.begin(), summary.by_status.end()}));
  }
  std::vector<std::pair<std::string, std::size_t>> places(summary.by_municipality.begin(),
                                                          summary.by_municipality.end());
  for (auto& [name, count] : places) {
    if (name.empty()) name = "unknown";
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  const std::size_t told = std::min(places.size(), kMunicipalitiesTold);
  std::size_t others = 0;
  for (std::size_t i = told; i < places.size(); ++i) others += places[i].second;
  places.resize(told);
  if (others > 0) places.emplace_back("others", others);
  if (!places.empty()) console.note("by municipality: " + counts(places));
  if (summary.interrupted) {
    console.note(fmt::format(
        "interrupted: {} files were left out; the same again goes on with them", summary.left));
  }
}

}  // namespace

ExitStatus run_ingest(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::vector<std::string> paths;
  std::string manifest_file;
  IngestOptions options;
  line.cli.add_option("PATH", paths, "reports, folders of reports, or - for a list of paths")
      ->required();
  line.cli.add_option("--db", options.database, "the database; made when it is missing")
      ->required()
      ->type_name("FILE");
  line.cli
      .add_option("--manifest", manifest_file,
                  "what is known of the files: CSV with path and any of municipality_code, "
                  "municipality, board, period, title, source_url")
      ->type_name("CSV");
  line.cli.add_option("--jobs", options.jobs, "reports read at the same time")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  add_reading_limits(line.cli, options.limits);
  bool dry_run = false;
  line.cli.add_flag("--dry-run", dry_run, "say what would happen, and do nothing");
  if (auto over = line.parse(arguments, console)) return *over;

  const schema::Manifest manifest =
      manifest_file.empty() ? schema::Manifest()
                            : schema::Manifest::read(manifest_file, schema::Catalogue::builtin());
  const InputFiles inputs = find_input_files(paths, std::cin);
  if (dry_run) {
    console.out(
        print_rows(plan_rows(plan_ingest(inputs, manifest, options.database)), RowFormat::table));
    return ExitStatus::done;
  }
  const IngestSummary summary = ingest(inputs, manifest, options, console);
  console.note(fmt::format("{} reports: {} added, {} replaced, {} unchanged, {} failed",
                           summary.inputs(), summary.added, summary.replaced, summary.unchanged,
                           summary.failed));
  tell(summary, console);
  if (summary.interrupted) return ExitStatus::interrupted;
  return exit_status(summary.inputs(), summary.failed);
}

}  // namespace app
