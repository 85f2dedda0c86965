#include "app/ingest.h"

#include <fmt/format.h>

#include <deque>

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

Json read_and_store(const std::string& path, const schema::Manifest& manifest,
                    const std::string& database_file, const Turn& turn) {
  const schema::ManifestEntry* entry = manifest.find(path);
  const Catalogue& catalogue = Catalogue::builtin();
  extract::Diagnostics diagnostics;
  const auto document = extract::open_document(path, diagnostics);
  const std::string& sha256 = document->info().sha256;
  Database database = schema::open_database(database_file, schema::Access::read_write, catalogue);
  if (schema::is_current(database, sha256, path, entry, tool_version())) {
    turn.wait();
    schema::record_unchanged(database, sha256, path, entry);
    return stored_answer(LoadResult::unchanged, {});
  }
  const parsers::Report report = parsers::read_report(
      *document, entry != nullptr ? entry->hints() : parsers::ReportHints{}, diagnostics);
  schema::Identity identity;
  if (entry == nullptr || entry->municipality_code.empty()) {
    identity = schema::identify_municipality(report, catalogue, diagnostics);
  }
  turn.wait();
  const LoadResult result = schema::load_report(
      database, catalogue, {path, report, identity, entry, tool_version(), diagnostics.all()});
  return stored_answer(result, diagnostics.all());
}

std::string work(const std::string& path, const schema::Manifest& manifest,
                 const std::string& database, const Turn& turn) {
  try {
    return json_line(read_and_store(path, manifest, database, turn));
  } catch (const Error& error) {
    return json_line(failed_answer(error));
  }
}

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
  const std::vector<std::string>& paths = inputs.paths;
  std::deque<Worker> workers;
  std::size_t started = 0;
  for (std::size_t finished = 0; finished < paths.size(); ++finished) {
    for (; started < paths.size() && workers.size() < options.jobs; ++started) {
      workers.push_back(Worker::start(
          [&, path = paths[started]](const Turn& turn) {
            return work(path, manifest, options.database, turn);
          },
          options.limits));
    }
    console.progress(fmt::format("{}/{} {}", finished + 1, paths.size(), paths[finished]));
    const WorkerResult result = workers.front().finish();
    workers.pop_front();
    ingestion.take(paths[finished], result);
  }
  console.progress("");
  return ingestion.summary();
}

}  // namespace app
