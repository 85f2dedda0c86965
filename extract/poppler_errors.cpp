#include "extract/poppler_errors.h"

#include <Error.h>

#include <string>
#include <string_view>

#include "extract/glyph_text.h"

namespace extract {
namespace {

constexpr std::size_t kMaxMessage = 200;  // bytes; damaged files put their own bytes in messages

// Poppler's callback carries no context, so where its messages go is kept per thread.
thread_local Diagnostics* collector = nullptr;
thread_local int current_page = 0;

void note(ErrorCategory category, Goffset position, const char* message) {
  if (collector == nullptr || category == errNotAllowed || category == errConfig) return;
  std::string line;
  for (const char c : std::string_view(message).substr(0, kMaxMessage)) {
    line.push_back(c >= 0x20 && c < 0x7F ? c : '?');
  }
  if (position >= 0) line += " (byte " + std::to_string(position) + ")";
  const Severity severity = category == errSyntaxWarning ? Severity::info : Severity::warning;
  collector->add({severity, "pdf-syntax", current_page, std::nullopt, std::move(line)});
}

}  // namespace

PopplerErrors::PopplerErrors(Diagnostics& diagnostics, int page) {
  collector = &diagnostics;
  current_page = page;
  setErrorCallback(&note);
}

PopplerErrors::~PopplerErrors() { collector = nullptr; }

}  // namespace extract
