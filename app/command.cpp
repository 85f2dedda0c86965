#include "app/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/commands.h"

namespace app {

namespace {

constexpr std::array kCommands = {
    Command{"ingest", "read reports into a database",
            "namndata ingest reports/ --db namndata.db\n"
            "namndata ingest reports/ --db namndata.db --manifest manifest.csv --jobs 4\n"
            "find archive -name '*.pdf' | namndata ingest - --db namndata.db",
            run_ingest},
    Command{"read", "print the figures of reports, without a database",
            "namndata read report.pdf\n"
            "namndata read --format csv report.pdf > figures.csv\n"
            "namndata read --format jsonl reports/*.pdf | jq .indicator",
            run_read},
    Command{"tables", "print the tables recovered from reports",
            "namndata tables report.pdf\n"
            "namndata tables --pages 3,6-8 --format csv report.pdf\n"
            "namndata tables --format html report.pdf > tables.html",
            run_tables},
    Command{"inspect", "draw a page with its words, rulings, tables and cells",
            "namndata inspect report.pdf --page 6 -o page6.svg\n"
            "namndata inspect report.pdf --page 6 --format html -o page6.html",
            run_inspect},
    Command{"reports", "list the reports in a database",
            "namndata reports --db namndata.db\n"
            "namndata reports --db namndata.db --files --format csv",
            run_reports},
    Command{
        "compare", "put figures of several municipalities side by side",
        "namndata compare --db namndata.db --at-least 3\n"
        "namndata compare --db namndata.db --indicator IFO --municipality Mellerud "
        "--municipality 0580\n"
        "namndata compare --db namndata.db --from 2023-01 --to 2023-12 --sources --format json\n"
        "namndata compare --db namndata.db --like Mellerud --indicator IFO --per year --per-1000 "
        "--chart ifo.svg",
        run_compare},
    Command{"search", "find pages by their text",
            "namndata search orosanmälningar --db namndata.db\n"
            "namndata search 'ekonomiskt bistånd' hushåll --db namndata.db",
            run_search},
    Command{"labels", "list labels that no indicator claims, or the indicators",
            "namndata labels --db namndata.db\n"
            "namndata labels --db namndata.db --suggest --format csv > suggestions.csv\n"
            "namndata labels --indicators",
            run_labels},
    Command{"check", "list figures that do not add up",
            "namndata check --db namndata.db\n"
            "namndata check --db namndata.db --revisions --format csv",
            run_check},
    Command{
        "correct", "set figures right, mark them wrong or confirm them",
        "namndata correct --db namndata.db --report mellerud-2023-12 --page 6 --row jan-23 \\\n"
        "    --column 'Anmälningar Unga' --set 54 --by Ada --reason 'misread, looked at the page'\n"
        "namndata correct --db namndata.db --list\n"
        "namndata correct --db namndata.db --export corrections.csv",
        run_correct},
    Command{"import", "read population or Kolada's figures from a downloaded file",
            "namndata import population folkmangd.csv --db namndata.db\n"
            "namndata import kolada kolada.json --db namndata.db",
            run_import},
    Command{"export", "write the data for other programs: CSV, Excel, JSON lines, PX, …",
            "namndata export --db namndata.db > observations.csv\n"
            "namndata export --db namndata.db --format xlsx --view comparison -o comparison.xlsx\n"
            "namndata export --db namndata.db --format frictionless -o package\n"
            "namndata export --db namndata.db --format px --granularity month -o months.px",
            run_export},
    Command{"plan", "cut reports into shards, for a cluster",
            "namndata plan archive/ --manifest manifest.csv --shards 200 -o plan.csv\n"
            "find archive -name '*.pdf' | namndata plan - --shards 200 -o plan.csv",
            run_plan},
    Command{"work", "read one shard of a plan into a database of its own",
            "namndata work --plan plan.csv --shard 3/200 --out shards\n"
            "sbatch --array=1-200 --requeue --wrap 'namndata work --plan plan.csv --out shards'",
            run_work},
    Command{"merge", "bring the shards of a plan into one database",
            "namndata merge shards --plan plan.csv --db namndata.db", run_merge},
    Command{"evaluate", "score the sample reports against their expected values",
            "namndata evaluate corpus", run_evaluate},
};

}  // namespace

std::span<const Command> all_commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  const auto found = std::find_if(kCommands.begin(), kCommands.end(),
                                  [&](const Command& command) { return command.name == name; });
  return found == kCommands.end() ? nullptr : &*found;
}

CommandLine::CommandLine(const Command& command)
    : cli(command.summary, fmt::format("namndata {}", command.name)) {
  std::string footer = "Examples:";
  std::string_view examples = command.examples;
  while (!examples.empty()) {
    const auto end = std::min(examples.find('\n'), examples.size());
    footer += fmt::format("\n  {}", examples.substr(0, end));
    examples.remove_prefix(std::min(end + 1, examples.size()));
  }
  cli.footer(footer);
  cli.get_formatter()->column_width(34);
  cli.add_flag("-q,--quiet", console_options_.quiet, "no messages but errors");
  add_choice(cli, "--log-format", console_options_.log_format,
             {{"text", LogFormat::text}, {"json", LogFormat::json}},
             "messages as text or JSON lines");
}

std::optional<ExitStatus> CommandLine::parse(const Arguments& arguments, Console& console) {
  try {
    Arguments reversed(arguments.rbegin(), arguments.rend());  // CLI11 takes them from the back
    cli.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    console.out(cli.help());
    return ExitStatus::done;
  } catch (const CLI::ParseError& error) {
    console.error(fmt::format("{} (see {} --help)", error.what(), cli.get_name()));
    return ExitStatus::bad_arguments;
  }
  console.configure(console_options_);
  return std::nullopt;
}

}  // namespace app
