#include "app/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace app {

using extract::Severity;

namespace {

const char* color_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\033[31m";
    case Severity::warning:
      return "\033[33m";
    case Severity::info:
      return "";
  }
  return "";
}

// Control characters of a damaged document must not reach the terminal.
std::string printable(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return result;
}

// To standard error. Where that cannot be written (a log on a full disk) there is nobody to tell.
void say(const std::string& text) {
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

}  // namespace

Console::Console() {
  terminal_ = ::isatty(STDERR_FILENO) != 0;
  const char* no_color = std::getenv("NO_COLOR");
  color_ = terminal_ && (no_color == nullptr || *no_color == '\0');
}

void Console::out(std::string_view data) {
  if (std::fwrite(data.data(), 1, data.size(), stdout) != data.size()) {
    throw extract::Error(extract::ErrorCode::file_access, "standard output", "cannot be written");
  }
}

void Console::flush() {
  if (std::fflush(stdout) != 0) {
    throw extract::Error(extract::ErrorCode::file_access, "standard output", "cannot be written");
  }
}

void Console::error(const extract::Error& error) {
  Console::error(error.place(), extract::name(error.code()), error.message());
}

void Console::error(std::string_view message) { write({Severity::error, "", "", 0, message}); }

void Console::error(std::string_view file, std::string_view code, std::string_view message) {
  write({Severity::error, code, file, 0, message});
}

void Console::warning(std::string_view file, std::string_view code, std::string_view message) {
  write({Severity::warning, code, file, 0, message});
}

void Console::event(std::string_view file, std::string_view code, std::string_view message) {
  if (options_.log_format == LogFormat::json) write({Severity::info, code, file, 0, message});
}

void Console::note(std::string_view message) { write({Severity::info, "", "", 0, message}); }

void Console::diagnostics(std::string_view file,
                          const std::vector<extract::Diagnostic>& diagnostics) {
  for (const extract::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::info) continue;
    write({diagnostic.severity, diagnostic.code, file, diagnostic.page, diagnostic.message});
  }
}

void Console::progress(std::string_view text) {
  if (!terminal_ || options_.quiet || options_.log_format == LogFormat::json) return;
  if (text.empty() && !progress_shown_) return;
  say("\r\033[K" + printable(text));
  std::fflush(stderr);
  progress_shown_ = !text.empty();
}

void Console::write(const Message& message) {
  if (options_.quiet && message.severity != Severity::error) return;
  if (options_.log_format == LogFormat::json) {
    nlohmann::ordered_json line;
    line["level"] = extract::name(message.severity);
    if (!message.code.empty()) line["code"] = message.code;
    if (!message.file.empty()) line["file"] = message.file;
    if (message.page > 0) line["page"] = message.page;
    line["message"] = message.text;
    say(line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
    return;
  }
  progress("");
  std::string head = "namndata: ";
  if (message.severity != Severity::info) head += fmt::format("{}: ", name(message.severity));
  if (!message.file.empty()) head += fmt::format("{}: ", message.file);
  if (message.page > 0) head += fmt::format("page {}: ", message.page);
  std::string tail;
  if (message.severity == Severity::warning && !message.code.empty()) {
    tail = fmt::format(" [{}]", message.code);
  }
  const std::string line = printable(fmt::format("{}{}{}", head, message.text, tail));
  if (color_ && message.severity != Severity::info) {
    say(color_of(message.severity) + line + "\033[0m\n");
  } else {
    say(line + '\n');
  }
}

}  // namespace app
