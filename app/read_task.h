#pragma once
// What a worker process does with a report: opens it, reads it page by page, understands it and
// sends its rows (worker_message.h). And how it is told which.

#include <chrono>
#include <string>
#include <vector>

#include "app/worker.h"
#include "schema/manifest.h"

namespace app {

// A page that a try before this one did not survive.
struct LostPage {
  int page = 0;
  std::string reason;  // "ended its reader (signal 6)"
};

struct ReadRequest {
  std::string path;                // for messages, and for what a file's name tells
  schema::ManifestEntry manifest;  // what counts of manifests; its path is not used
  bool pages_only = false;         // count the pages and do no more
  std::vector<LostPage> lost;      // are left out, each with a diagnostic
  int last_page = 0;               // read no page after this one; 0: all
  // From now on. What is not read then is left out, with a diagnostic, so that what was read is
  // kept.
  std::chrono::milliseconds time{};
};

// For WorkerJob::text. Only this program writes requests: what cannot be read back is a fault of
// it.
std::string encode(const ReadRequest& request);
ReadRequest decode_request(const std::string& text);
// A worker's task: encode()d requests.
void read_task(const WorkerJob& job, WorkerOutput& output);

}  // namespace app
