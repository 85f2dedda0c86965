#pragma once
// Corrections as a CSV file that goes to a spreadsheet or OpenRefine and comes back: one row per
// correction, the columns of the view `corrections`. Of a file that is read, report, state and
// why_stale and columns of others are ignored.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace schema {

struct LineFault {
  int line = 0;  // of the file, from 1
  std::string message;
};

struct ImportedCorrections {
  std::size_t added = 0;
  std::size_t unchanged = 0;      // in the database already
  std::vector<LineFault> faults;  // lines that were left out; the others are stored
};

// A row whose words differ from those of its id is a new correction that replaces it; a row without
// an id is one that replaces what stands. The same file again changes nothing. Throws
// extract::Error(bad_argument) when the text is no CSV or lacks a column; then nothing is stored.
ImportedCorrections import_corrections(Database& database, std::string_view text,
                                       const std::string& place);

}  // namespace schema
