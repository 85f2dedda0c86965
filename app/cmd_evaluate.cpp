// namndata evaluate [CORPUS]: scores against the expected values of the sample reports.

#include <fmt/format.h>

#include <cstdint>
#include <fstream>
#include <sstream>

#include "app/commands.h"
#include "corpus/baseline.h"
#include "corpus/evaluate.h"
#include "corpus/mismatch.h"
#include "corpus/mutation.h"

namespace app {

namespace {

constexpr std::uint64_t kMutationSeed = 2023;

std::vector<corpus::BaselineRow> baseline_rows(const std::vector<corpus::SampleScore>& scores) {
  std::vector<corpus::BaselineRow> rows;
  for (const corpus::SampleScore& score : scores) rows.push_back(corpus::baseline_row(score));
  return rows;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw extract::Error(extract::ErrorCode::not_found, path, "cannot be read");
  return text.str();
}

}  // namespace

ExitStatus run_evaluate(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string directory = "corpus";
  bool print_baseline = false;
  int mismatches = 0;
  std::size_t mutations = 0;
  line.cli.add_option("CORPUS", directory,
                      "folder with reports/ and baseline.tsv (default: corpus)");
  line.cli.add_flag("--print-baseline", print_baseline,
                    "print what baseline.tsv would have to say, and nothing else");
  line.cli.add_option("--mismatches", mismatches,
                      "list up to so many figures of each report that were missed, read wrongly or "
                      "meant something else, tab-separated after the report's name");
  line.cli.add_option("--mutations", mutations,
                      "change so many verified figures as misreadings would, one at a time, and "
                      "tell how many are still called verified");
  if (auto over = line.parse(arguments, console)) return *over;

  if (mutations > 0) {
    console.out(corpus::mutation_text(corpus::mutate_samples(directory, mutations, kMutationSeed)));
    return ExitStatus::done;
  }
  if (mismatches > 0) {
    for (const std::string& name : corpus::sample_names(directory)) {
      const std::string lines = corpus::sample_mismatches(directory, name, mismatches);
      if (!lines.empty()) console.out(name + "\n" + lines);
    }
    return ExitStatus::done;
  }
  const std::vector<corpus::SampleScore> scores = corpus::evaluate(directory);
  const std::vector<corpus::BaselineRow> now = baseline_rows(scores);
  if (print_baseline) {
    console.out(corpus::baseline_text(now));
    return ExitStatus::done;
  }
  console.out(corpus::score_table(scores));
  const auto before = corpus::parse_baseline(read_file(directory + "/baseline.tsv"));
  const corpus::BaselineVerdict verdict = corpus::compare(before, now);
  for (const std::string& better : verdict.better) console.note("better: " + better);
  for (const std::string& worse : verdict.worse) console.error("worse: " + worse);
  return verdict.worse.empty() ? ExitStatus::done : ExitStatus::checks_failed;
}

}  // namespace app
