#include "extract/error.h"

namespace extract {

const char* name(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_argument:
      return "bad_argument";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::not_a_report:
      return "not_a_report";
    case ErrorCode::empty_file:
      return "empty_file";
    case ErrorCode::damaged:
      return "damaged";
    case ErrorCode::password:
      return "password";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::no_pages:
      return "no_pages";
    case ErrorCode::file_access:
      return "file_access";
    case ErrorCode::database:
      return "database";
  }
  return "unknown";
}

Error::Error(ErrorCode code, const std::string& place, const std::string& message)
    : std::runtime_error(place.empty() ? message : place + ": " + message),
      code_(code),
      place_(place),
      message_(message) {}

}  // namespace extract
