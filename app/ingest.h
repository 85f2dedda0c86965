#pragma once
// Ingestion: many reports into one database. Each is read by a worker process of its own and stored
// in one transaction; what cannot be read gets a row that says why, and the rest goes on.

#include <string>

#include "app/console.h"
#include "app/input_files.h"
#include "app/worker.h"
#include "schema/manifest.h"

namespace app {

struct IngestOptions {
  std::string database;
  std::size_t jobs = 1;  // workers at the same time
  WorkerLimits limits;
};

struct IngestSummary {
  std::size_t added = 0, replaced = 0, unchanged = 0, failed = 0;
  std::size_t inputs() const { return added + replaced + unchanged + failed; }
};

// Reads the inputs in their order into the database, which is made when it is missing. Says on the
// console what could not be read and which reports have no municipality.
// Throws extract::Error(database) when the database cannot be used.
IngestSummary ingest(const InputFiles& inputs, const schema::Manifest& manifest,
                     const IngestOptions& options, Console& console);

}  // namespace app
