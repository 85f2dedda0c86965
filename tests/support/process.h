#pragma once
// Runs a program as a user would and takes what it said.

#include <string>
#include <vector>

namespace support {

struct ProcessResult {
  int status = -1;  // exit status; 128 + signal when it was ended by one
  std::string out, err;
};

struct ProcessInput {
  std::string text;                      // its standard input
  std::vector<std::string> environment;  // "NAME=value", added to ours
  std::string folder;                    // where it runs; "" here
};

// Throws when the program cannot be started.
ProcessResult run_process(const std::vector<std::string>& command, const ProcessInput& input = {});

// The built namndata with these arguments. REQUIRES: NAMNDATA_PROGRAM is defined for support's
// sources.
ProcessResult run_namndata(std::vector<std::string> arguments, const ProcessInput& input = {});

}  // namespace support
