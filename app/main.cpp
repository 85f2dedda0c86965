// namndata COMMAND …: finds the command, runs it, and turns what it throws into one line on
// standard error and an exit status.

#include <fmt/format.h>

#include <csignal>
#include <exception>

#include "app/command.h"
#include "app/sandbox.h"
#include "app/version.h"

namespace {

std::string overview() {
  std::string text =
      "namndata reads reports of Swedish municipal boards (PDF or archived text), recovers their\n"
      "tables and figures, and keeps them in one SQLite file where they can be compared.\n\n"
      "Usage: namndata COMMAND [OPTIONS]\n\nCommands:\n";
  for (const app::Command& command : app::all_commands()) {
    text += fmt::format("  {:<10} {}\n", command.name, command.summary);
  }
  text +=
      "\nnamndata COMMAND --help tells more and shows examples; namndata --version shows "
      "versions.\n";
  return text;
}

app::ExitStatus run(const app::Arguments& arguments, app::Console& console) {
  if (arguments.empty()) {
    console.error("no command given (see namndata --help)");
    return app::ExitStatus::bad_arguments;
  }
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") {
    console.out(overview());
    return app::ExitStatus::done;
  }
  if (first == "--version") {
    console.out(app::version_text());
    const bool verbose = arguments.size() > 1 && arguments[1] == "--verbose";
    if (verbose) console.out("sandbox of worker processes:\n" + app::sandbox_state().text);
    return app::ExitStatus::done;
  }
  const app::Command* command = app::find_command(first);
  if (command == nullptr) {
    console.error(fmt::format("there is no command '{}' (see namndata --help)", first));
    return app::ExitStatus::bad_arguments;
  }
  return command->run(*command, {arguments.begin() + 1, arguments.end()}, console);
}

}  // namespace

int main(int argc, char** argv) {
  // Errors of writing, which are told: a closed pipe, and a file larger than a limit.
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
  app::Console console;
  try {
    app::ExitStatus status = run({argv + 1, argv + argc}, console);
    console.flush();
    return static_cast<int>(status);
  } catch (const extract::Error& error) {
    console.error(error);
    return static_cast<int>(app::exit_status(error.code()));
  } catch (const std::exception& error) {
    console.error(error.what());
    return static_cast<int>(app::ExitStatus::file_access);
  }
}
