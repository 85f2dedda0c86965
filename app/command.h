#pragma once
// Command: one entry of the program's table of commands. The table drives the overview, --help, the
// tests of docs/cli.md and the dispatch; a new command is a cmd_<name>.cpp and a line in
// command.cpp.

#include <CLI/CLI.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/console.h"
#include "app/exit_status.h"

namespace app {

using Arguments = std::vector<std::string>;  // those after the command's name

struct Command {
  const char* name;
  const char* summary;   // one line for the overview
  const char* examples;  // lines shown at the end of --help, without indentation
  ExitStatus (*run)(const Command& command, const Arguments& arguments, Console& console);
};

std::span<const Command> all_commands();
const Command* find_command(std::string_view name);

// The argument parser of one command: its options are added by the caller to `cli`.
//
//   CommandLine line(command);
//   line.cli.add_option("FILE", files)->required();
//   if (auto over = line.parse(arguments, console)) return *over;
class CommandLine {
 public:
  explicit CommandLine(const Command& command);
  // A status when there is nothing left to do: help was printed, or the arguments are wrong (which
  // has been said on the console).
  std::optional<ExitStatus> parse(const Arguments& arguments, Console& console);

  CLI::App cli;

 private:
  ConsoleOptions console_options_;
};

// An option whose value is one of a few words.
//
//   add_choice(line.cli, "--format", format, {{"csv", Format::csv}, {"json", Format::json}}, "…");
template <typename Value>
CLI::Option* add_choice(CLI::App& cli, const std::string& name, Value& value,
                        const std::vector<std::pair<std::string, Value>>& choices,
                        const std::string& description) {
  std::string words;
  for (const auto& choice : choices) words += (words.empty() ? "" : "|") + choice.first;
  const auto choose = [&value, choices, name, words](const std::string& word) {
    for (const auto& choice : choices) {
      if (choice.first == word) {
        value = choice.second;
        return;
      }
    }
    throw CLI::ValidationError(name, "must be one of " + words + ", not " + word);
  };
  return cli.add_option_function<std::string>(name, choose, description)->type_name(words);
}

}  // namespace app
