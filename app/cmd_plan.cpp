// namndata plan PATH… --shards N: cuts reports into shards for a cluster.

#include <fmt/format.h>

#include <iostream>

#include "app/commands.h"
#include "app/input_files.h"
#include "app/output_file.h"
#include "app/page_count.h"
#include "app/version.h"
#include "schema/plan.h"

namespace app {

namespace {

// Opening a file takes the disk longer than the processor.
constexpr std::size_t kWorkers = 2;

struct PlanOptions {
  std::vector<std::string> paths;
  std::string manifest, output;
  int shards = 0;
  Existing existing = Existing::keep;
};

void write_plan(const schema::Plan& plan, const PlanOptions& options, Console& console) {
  const std::string csv = schema::plan_csv(plan);
  if (options.output.empty()) return console.out(csv);
  OutputFile file(options.output, options.existing);
  file.stream() << csv;
  file.commit();
}

}  // namespace

ExitStatus run_plan(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  PlanOptions options;
  line.cli
      .add_option("PATH", options.paths, "reports, folders of reports, or - for a list of paths")
      ->required();
  line.cli.add_option("--shards", options.shards, "how many parts; best 10 to 60 minutes each")
      ->required()
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  line.cli.add_option("--manifest", options.manifest, "what is known of the files, as for ingest")
      ->type_name("CSV");
  line.cli.add_option("-o,--output", options.output, "the plan; else standard output")
      ->type_name("FILE");
  add_force(line.cli, options.existing);
  if (auto over = line.parse(arguments, console)) return *over;

  const schema::Manifest manifest =
      options.manifest.empty()
          ? schema::Manifest()
          : schema::Manifest::read(options.manifest, schema::Catalogue::builtin());
  const InputFiles inputs = find_input_files(options.paths, std::cin);
  for (const extract::Error& failure : inputs.failures) console.error(failure);
  std::vector<schema::PlannedFile> files;
  std::size_t unreadable = inputs.failures.size();
  std::int64_t pages = 0;
  std::size_t begun = 0;
  const std::vector<CountedPages> all =
      count_pages(inputs.paths, {}, kWorkers, [&](const std::string& path) {
        console.progress(fmt::format("{}/{} {}", ++begun, inputs.paths.size(), path));
      });
  console.progress("");
  for (const std::string& path : inputs.paths) {
    const CountedPages& counted = all[files.size()];
    const schema::ManifestEntry* entry = manifest.find(path);
    files.push_back(
        {counted.sha256, counted.pages, entry == nullptr ? schema::ManifestEntry{} : *entry, 0});
    files.back().entry.path = path;
    pages += counted.pages;
    if (counted.sha256.empty()) {
      console.error(path, "unreadable", counted.message);
      ++unreadable;
    }
  }
  const std::size_t given = files.size() + inputs.failures.size();
  if (!files.empty()) {
    write_plan(schema::make_plan(std::move(files), options.shards, tool_version()), options,
               console);
    console.note(fmt::format("{} files with {} pages in {} shards", inputs.paths.size(), pages,
                             options.shards));
  }
  return exit_status(given, unreadable);
}

}  // namespace app
