#pragma once
// The exit statuses of the program: a stable interface for scripts, with OCRmyPDF's numbers for the
// same meanings. docs/cli.md lists them.

#include <cstddef>

#include "extract/error.h"

namespace app {

enum class ExitStatus : int {
  done = 0,
  bad_arguments = 1,
  no_input = 2,  // no input could be read
  missing_dependency = 3,
  file_access = 5,   // a file or database cannot be opened, read or written
  some_failed = 20,  // some reports failed, the others are done
  checks_failed = 21,
  interrupted = 130,
};

// The status of a command that an error of this kind ends.
ExitStatus exit_status(extract::ErrorCode code);

// The status of a command that was given `inputs` reports, of which `failed` could not be read.
ExitStatus exit_status(std::size_t inputs, std::size_t failed);

}  // namespace app
