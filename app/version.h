#pragma once
// What this program is: its version, that of its reading rules and those of its libraries.

#include <string>

namespace app {

// "0.1.0+1": the project's version and, after the plus, the build of the reading rules. A report
// read by another tool version is read again by ingest, so the number rises with every change that
// can alter a figure.
std::string tool_version();

// The lines of --version: the program and each library with the version it was built with.
std::string version_text();

}  // namespace app
