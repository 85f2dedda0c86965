#include "app/exit_status.h"

namespace app {

ExitStatus exit_status(extract::ErrorCode code) {
  using extract::ErrorCode;
  switch (code) {
    case ErrorCode::bad_argument:
      return ExitStatus::bad_arguments;
    case ErrorCode::not_found:
    case ErrorCode::not_a_report:
    case ErrorCode::empty_file:
    case ErrorCode::damaged:
    case ErrorCode::password:
    case ErrorCode::unsupported:
    case ErrorCode::no_pages:
      return ExitStatus::no_input;
    case ErrorCode::file_access:
    case ErrorCode::database:
      return ExitStatus::file_access;
  }
  return ExitStatus::file_access;
}

ExitStatus exit_status(std::size_t inputs, std::size_t failed) {
  if (failed == 0 && inputs > 0) return ExitStatus::done;
  return failed < inputs ? ExitStatus::some_failed : ExitStatus::no_input;
}

}  // namespace app
