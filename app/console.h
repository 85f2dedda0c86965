#pragma once
// Console: the only way out of the program. Data to standard output, messages to standard error, as
// text or as JSON lines (--log-format json); --quiet leaves only errors. Colour only on a terminal
// and never with NO_COLOR.

#include <string>
#include <string_view>

#include "extract/diagnostics.h"
#include "extract/error.h"

namespace app {

enum class LogFormat { text, json };

struct ConsoleOptions {
  bool quiet = false;
  LogFormat log_format = LogFormat::text;
};

class Console {
 public:
  Console();
  void configure(const ConsoleOptions& options) { options_ = options; }

  // Data to standard output. Throws Error(file_access) when it cannot be written (disk full, closed
  // pipe), so that a cut output is never taken for a whole one.
  void out(std::string_view data);
  // Writes what is still buffered; throws as out().
  void flush();

  void error(const extract::Error& error);
  void error(std::string_view message);
  void error(std::string_view file, std::string_view code, std::string_view message);
  void warning(std::string_view file, std::string_view code, std::string_view message);
  // What went on and is no fault: "12 reports read". Left out by --quiet.
  void note(std::string_view message);
  // What became of one of many files: a line of the log as JSON, for programs that follow it;
  // people see the progress line.
  void event(std::string_view file, std::string_view code, std::string_view message);
  // A document's diagnostics, each with its file and page. Information is left out.
  void diagnostics(std::string_view file, const std::vector<extract::Diagnostic>& diagnostics);
  // A line that is written over by the next one; only on a terminal, without --quiet and with text
  // messages. An empty text removes it.
  void progress(std::string_view text);

 private:
  struct Message {
    extract::Severity severity = extract::Severity::error;
    std::string_view code;
    std::string_view file;
    int page = 0;
    std::string_view text;
  };
  void write(const Message& message);

  ConsoleOptions options_;
  bool terminal_ = false;  // standard error is one
  bool color_ = false;
  bool progress_shown_ = false;
};

}  // namespace app
