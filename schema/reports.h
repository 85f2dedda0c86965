#pragma once
// What is in a database: its reports and the files given to ingest.

#include <string>
#include <vector>

#include "schema/database.h"

namespace schema {

struct StoredReport {
  std::string sha256;
  std::string document;  // file stem
  std::string municipality_code;
  std::string municipality;
  std::string board;
  std::string title;
  std::string period;
  int pages = 0;
  std::string status;  // "read", "read_with_warnings", "no_figures"
  int observations = 0;
  int matched = 0;  // with an indicator
  int contradicted = 0;
  std::vector<std::string> paths;
};

struct StoredFile {
  std::string path;
  std::string sha256;  // "" when it could not be read
  std::string status;
  std::string message;
  int pages = 0;
};

// By municipality code, period, document and content.
std::vector<StoredReport> list_reports(Database& database);
// By path.
std::vector<StoredFile> list_files(Database& database);

}  // namespace schema
