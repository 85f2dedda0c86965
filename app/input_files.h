#pragma once
// Which files a command was asked to read: files, folders (searched through) and `-` for a list.

#include <iosfwd>
#include <string>
#include <vector>

#include "extract/error.h"

namespace app {

struct InputFiles {
  std::vector<std::string> paths;        // sorted by bytes, each once
  std::vector<extract::Error> failures;  // folders that cannot be read or hold no reports
};

// A path that is no folder is taken as it is, whatever its name. In folders and theirs, files named
// *.pdf or *.txt are taken, in any case of letters; links to folders are not followed. For "-" one
// path per line is read from `list`.
InputFiles find_input_files(const std::vector<std::string>& arguments, std::istream& list);

}  // namespace app
