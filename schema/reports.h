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
  std::string status;  // "ok", "ok_with_errors", "partial", "scanned", "garbled"
  int observations = 0;
  int matched = 0;  // with an indicator
  int contradicted = 0;
  std::vector<std::string> paths;
};

struct StoredFile {
  std::string path;
  std::string sha256;  // "" when it could not be read
  std::string status;  // one of docs/schema.md
  std::string message;
  int pages = 0;
  std::string municipality;  // its name; "" unknown
};

struct FileFilter {
  std::vector<std::string> statuses;  // one of these; empty: all
  bool failed = false;                // only what could not be read, or only in part
};

// By municipality code, period, document and content.
std::vector<StoredReport> list_reports(Database& database);
// By path.
std::vector<StoredFile> list_files(Database& database, const FileFilter& filter);
// REQUIRES: the path was given to ingest.
StoredFile stored_file(Database& database, const std::string& path);

}  // namespace schema
