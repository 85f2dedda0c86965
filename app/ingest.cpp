#include "app/ingest.h"

#include <fmt/format.h>

#include <deque>
#include <optional>

#include "app/json_output.h"
#include "app/version.h"
#include "extract/document.h"
#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/identify.h"
#include "schema/load.h"
#include "schema/open_database.h"

namespace app {

using extract::Error;
using extract::ErrorCode;
using schema::Catalogue;
using schema::Database;
using schema::LoadResult;

namespace {

// The one diagnostic that the user can do something about at once: with a manifest.
constexpr const char* kMunicipalityUnknown = "municipality-unknown";

// What a worker answers, as JSON between the two processes.
Json stored_answer(LoadResult result, const std::vector<extract::Diagnostic>& diagnostics) {
  Json answer;
  answer["result"] = static_cast<int>(result);
  for (const extract::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.code == kMunicipalityUnknown) answer["unknown"] = diagnostic.message;
  }
  return answer;
}

Json failed_answer(const Error& error) {
  Json answer;
  answer["error"] = static_cast<int>(error.code());
  answer["place"] = error.place();
  answer["message"] = error.message();
  return answer;
}

// What a worker process does: reads reports and stores them over a connection of its own.
class ReportLoader {
 public:
  ReportLoader(const schema::Manifest& manifest, const std::string& database_file)
      : manifest_(manifest), database_file_(database_file) {}

  std::string load(const std::string& path, Turn& turn) {
    try {
      return json_line(read_and_store(path, turn));
    } catch (const Error& error) {
      return json_line(failed_answer(error));
    }
  }

 private:
  Json read_and_store(const std::string& path, Turn& turn) {
    const schema::ManifestEntry* entry = manifest_.find(path);
    extract::Diagnostics diagnostics;
    const auto document = extract::open_document(path, diagnostics);
    const std::string& sha256 = document->info().sha256;
    if (!database_) {
      database_ = schema::open_database(database_file_, schema::Access::read_write, catalogue_);
    }
    if (schema::is_current(*database_, sha256, path, entry, tool_version())) {
      turn.wait();
      schema::record_unchanged(*database_, sha256, path, entry);
      return stored_answer(LoadResult::unchanged, {});
    }
    const parsers::Report report = parsers::read_report(
        *document, entry != nullptr ? entry->hints() : parsers::ReportHints{}, diagnostics);
    schema::Identity identity;
    if (entry == nullptr || entry->municipality_code.empty()) {
      identity = schema::identify_municipality(report, catalogue_, diagnostics);
    }
    turn.wait();
    const LoadResult result = schema::load_report(
        *database_, catalogue_, {path, report, identity, entry, tool_version(), diagnostics.all()});
    return stored_answer(result, diagnostics.all());
  }

  const schema::Manifest& manifest_;
  const std::string& database_file_;
  const Catalogue& catalogue_ = Catalogue::builtin();
  std::optional<Database> database_;  // opened in the worker, never before fork()
};

// Jobs in their order over a few workers. A worker that failed is replaced, and so is one that has
// done its share, since libraries leak.
class WorkerQueue {
 public:
  WorkerQueue(Worker::Task task, const IngestOptions& options)
      : task_(std::move(task)), options_(options) {}

  bool has_room() const { return busy_.size() < options_.jobs; }

  // REQUIRES: has_room().
  void give(const std::string& job) {
    if (idle_.empty()) idle_.push_back({Worker::start(task_, options_.limits)});
    busy_.push_back(std::move(idle_.front()));
    idle_.pop_front();
    busy_.back().worker.give(job);
  }

  // The result of the job given first of those not finished.
  WorkerResult finish_first() {
    Hand hand = std::move(busy_.front());
    busy_.pop_front();
    const WorkerResult result = hand.worker.finish();
    ++hand.jobs_done;
    if (hand.worker.alive() && hand.jobs_done < kJobsPerWorker) idle_.push_back(std::move(hand));
    return result;
  }

 private:
  // Small enough that what Poppler and malloc keep stays small, large enough that starting a
  // process (about 4 ms) does not count.
  static constexpr int kJobsPerWorker = 32;
  struct Hand {
    Worker worker;
    int jobs_done = 0;
  };

  Worker::Task task_;
  const IngestOptions& options_;
  std::deque<Hand> busy_, idle_;
};

class Ingestion {
 public:
  Ingestion(const IngestOptions& options, Console& console)
      : options_(options), console_(console) {}

  void fail(const std::string& path, const char* status, const std::string& message) {
    console_.error(path, status, message);
    Database database = schema::open_database(options_.database, schema::Access::read_write);
    schema::record_failure(database, path, status, message);
    ++summary_.failed;
  }

  void take(const std::string& path, const WorkerResult& result) {
    using Kind = WorkerResult::Kind;
    if (result.kind == Kind::crashed) return fail(path, "crashed", result.text);
    if (result.kind == Kind::timed_out) return fail(path, "timeout", result.text);
    const Json answer = Json::parse(result.text);
    if (answer.contains("error")) {
      const auto code = static_cast<ErrorCode>(answer["error"].get<int>());
      if (code == ErrorCode::database) throw Error(code, answer["place"], answer["message"]);
      return fail(path, extract::name(code), answer["message"]);
    }
    if (answer.contains("unknown")) {
      console_.warning(path, kMunicipalityUnknown, answer["unknown"].get<std::string>());
    }
    switch (static_cast<LoadResult>(answer["result"].get<int>())) {
      case LoadResult::added:
        ++summary_.added;
        break;
      case LoadResult::replaced:
        ++summary_.replaced;
        break;
      case LoadResult::unchanged:
        ++summary_.unchanged;
        break;
    }
  }

  const IngestSummary& summary() const { return summary_; }

 private:
  const IngestOptions& options_;
  Console& console_;
  IngestSummary summary_;
};

}  // namespace

IngestSummary ingest(const InputFiles& inputs, const schema::Manifest& manifest,
                     const IngestOptions& options, Console& console) {
  // Made or brought up to date before any worker starts, and closed again: a connection must not
  // go through fork().
  schema::open_database(options.database, schema::Access::read_write);
  Ingestion ingestion(options, console);
  for (const Error& failure : inputs.failures) {
    ingestion.fail(failure.place(), extract::name(failure.code()), failure.message());
  }
  {
    ReportLoader loader(manifest, options.database);
    WorkerQueue workers(
        [&](const std::string& path, Turn& turn) { return loader.load(path, turn); }, options);
    std::size_t started = 0;
    for (std::size_t finished = 0; finished < inputs.paths.size(); ++finished) {
      for (; started < inputs.paths.size() && workers.has_room(); ++started) {
        workers.give(inputs.paths[started]);
      }
      const std::string& path = inputs.paths[finished];
      console.progress(fmt::format("{}/{} {}", finished + 1, inputs.paths.size(), path));
      ingestion.take(path, workers.finish_first());
    }
  }
  // Workers end without closing their connections: now, as the only one, turn the file back into a
  // single one.
  schema::open_database(options.database, schema::Access::read_write);
  console.progress("");
  return ingestion.summary();
}

}  // namespace app
