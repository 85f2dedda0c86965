#pragma once
// Ingestion: many reports into one database. Each is read by a worker process and stored by this
// one in a transaction of its own, in the order of the paths; what cannot be read gets a row that
// says why, and the rest goes on. Whatever ends it, the same again goes on where it stopped.

#include <map>
#include <string>
#include <vector>

#include "app/console.h"
#include "app/input_files.h"
#include "app/reading_pool.h"
#include "schema/manifest.h"

namespace app {

struct IngestOptions {
  std::string database;
  std::size_t jobs = 1;  // workers at the same time
  ReadingLimits limits;
};

struct IngestSummary {
  std::size_t added = 0, replaced = 0, unchanged = 0, failed = 0;
  std::map<std::string, std::size_t> by_status;        // of the files
  std::map<std::string, std::size_t> by_municipality;  // names of the reports'; "" unknown
  std::size_t left = 0;                                // files that an interrupt left out
  bool interrupted = false;                            // it did; the rest is stored
  std::size_t inputs() const { return added + replaced + unchanged + failed; }
};

// Reads the inputs in their order into the database, which is made when it is missing. Says on the
// console what could not be read and which reports have no municipality.
// Throws extract::Error(database) when the database cannot be used.
IngestSummary ingest(const InputFiles& inputs, const schema::Manifest& manifest,
                     const IngestOptions& options, Console& console);

// What ingest() would do with a file.
struct IngestPlan {
  std::string path;
  std::string action;  // "add", "replace", "unchanged", "copy" of a file before it, or "fail"
  std::string reason;  // why replaced, what it is a copy of, why it cannot be read
};

// Looks at the files' bytes and at the database, reads no report and writes nothing. The database
// need not be there.
std::vector<IngestPlan> plan_ingest(const InputFiles& inputs, const schema::Manifest& manifest,
                                    const std::string& database);

}  // namespace app
