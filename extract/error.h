#pragma once
// Error: a document, database or argument that cannot be used at all. What is merely odd is a
// Diagnostic (diagnostics.h).

#include <stdexcept>
#include <string>

namespace extract {

enum class ErrorCode {
  bad_argument,  // the command line or a manifest is wrong
  not_found,     // no such file
  not_a_report,  // neither PDF nor text
  empty_file,    // no bytes
  damaged,       // a PDF that cannot be opened
  password,      // needs a password
  unsupported,   // encryption or feature that cannot be read
  no_pages,      // a PDF without pages
  file_access,   // cannot be opened, read or written
  database,      // the database cannot be used
};

// The word for a code in statuses and logs: "not_found", "password", …
const char* name(ErrorCode code);

class Error : public std::runtime_error {
 public:
  // `place` is the file (and page) the message is about; what() is "place: message".
  Error(ErrorCode code, const std::string& place, const std::string& message);
  ErrorCode code() const { return code_; }
  const std::string& place() const { return place_; }
  const std::string& message() const { return message_; }

 private:
  ErrorCode code_;
  std::string place_;
  std::string message_;
};

}  // namespace extract
