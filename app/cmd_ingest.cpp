// namndata ingest PATH… --db FILE: reports into a database.

#include <fmt/format.h>

#include <iostream>

#include "app/commands.h"
#include "app/ingest.h"
#include "app/input_files.h"

namespace app {

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
  if (auto over = line.parse(arguments, console)) return *over;

  const schema::Manifest manifest =
      manifest_file.empty() ? schema::Manifest()
                            : schema::Manifest::read(manifest_file, schema::Catalogue::builtin());
  const InputFiles inputs = find_input_files(paths, std::cin);
  const IngestSummary summary = ingest(inputs, manifest, options, console);
  console.note(fmt::format("{} reports: {} added, {} replaced, {} unchanged, {} failed",
                           summary.inputs(), summary.added, summary.replaced, summary.unchanged,
                           summary.failed));
  return exit_status(summary.inputs(), summary.failed);
}

}  // namespace app
