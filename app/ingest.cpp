#include "app/ingest.h"

#include <fmt/format.h>

#include <chrono>
#include <deque>
#include <filesystem>
#include <optional>
#include <utility>
#include <variant>

#include "app/ingest_progress.h"
#include "app/interrupt.h"
#include "app/sandbox.h"
#include "app/version.h"
#include "extract/sha256.h"
#include "schema/load.h"
#include "schema/open_database.h"
#include "schema/reports.h"

namespace app {

using namespace std::chrono_literals;
using extract::Error;
using extract::ErrorCode;
using schema::Database;

namespace {

// Reports that were read wait for those before them, so that they are stored in order; so many at
// most, for one that takes long must not fill the disk.
constexpr std::size_t kMaxWaiting = 64;
// While rows are stored, workers that are done wait no longer than storing so many takes: 1 ms.
constexpr std::size_t kRowsBetweenLooks = 64;

// The one diagnostic that the user can do something about at once: with a manifest.
constexpr const char* kMunicipalityUnknown = "municipality-unknown";

std::string folder_of(const std::string& file) {
  const std::filesystem::path parent = std::filesystem::path(file).parent_path();
  return parent.empty() ? "." : parent.string();
}

// A file that is known not to be a report, or why it could not be tried.
struct Failed {
  std::string status, message;
};
// A content that an earlier file of this run has too: its fate decides.
struct Copy {
  std::size_t of = 0;
};
struct Unchanged {};
using Outcome = std::variant<Failed, Copy, Unchanged, ReadingResult>;

class Ingestion {
 public:
  Ingestion(const InputFiles& inputs, const schema::Manifest& manifest,
            const IngestOptions& options, Console& console)
      : inputs_(inputs),
        manifest_(manifest),
        options_(options),
        console_(console),
        progress_(console, inputs.paths.size()),
        database_(schema::open_database(options.database, schema::Access::read_write)),
        pool_(&read_task, options.limits, options.jobs, folder_of(options.database)) {}

  IngestSummary run() {
    if (!sandbox_state().complete) {
      console_.note("workers are not fully shut off here; namndata --version --verbose tells why");
    }
    for (const Error& failure : inputs_.failures) {
      fail(failure.place(), {extract::name(failure.code()), failure.message()});
    }
    database_.end_when([this] { return interrupt_.count() > 1; });
    try {
      read_and_store();
    } catch (const Error&) {
      if (interrupt_.count() <= 1) throw;
      summary_.interrupted = true;
    }
    summary_.left = inputs_.paths.size() - stored_;
    progress_.finish();
    database_.close();
    return summary_;
  }

 private:
  struct File {
    std::string sha256;
    std::optional<Outcome> outcome;
  };

  void read_and_store() {
    while (stored_ < inputs_.paths.size()) {
      if (interrupt_.count() > 1) break;
      if (interrupt_.count() > 0 && !summary_.interrupted) {
        summary_.interrupted = true;
        console_.note("ends after the reports that are being read; once more ends at once");
      }
      start_more();
      const bool stored = store_next();  // while the workers read
      if (summary_.interrupted && pool_.idle() && !stored) break;
      attend_workers(stored ? 0ms : ReadingPool::kAttention);
    }
  }

  schema::LoadRequest request(std::size_t i) const {
    const std::string& path = inputs_.paths[i];
    return {path, files_.at(i).sha256, manifest_.find(path), tool_version()};
  }

  // Has work ready for each worker, for when it is done with what it reads.
  void start_more() {
    while (copy_to_read_ && can_start()) {
      const std::size_t i = *std::exchange(copy_to_read_, std::nullopt);
      by_content_[files_.at(i).sha256] = i;
      start(i);
    }
    while (started_ < inputs_.paths.size() && can_start() && started_ - stored_ < kMaxWaiting) {
      start(started_++);
    }
  }

  bool can_start() const { return !summary_.interrupted && ready_.size() < options_.jobs; }

  // Takes what workers are done with, and gives them what is ready.
  void attend_workers(std::chrono::milliseconds patience) {
    for (ReadingResult& result : pool_.wait(patience)) {
      File& file = files_.at(result.id);
      file.outcome = std::move(result);
    }
    give_out();
  }

  void give_out() {
    while (!ready_.empty() && pool_.has_room() && interrupt_.count() == 0) {
      pool_.start(std::move(ready_.front()));
      ready_.pop_front();
    }
  }

  // Makes the file ready for a worker, or knows its outcome without.
  void start(std::size_t i) {
    const std::string& path = inputs_.paths[i];
    progress_.show(path);
    File& known = files_[i];
    try {
      extract::InputFile file(path);
      if (file.size() > options_.limits.file_size) {
        known.outcome =
            Failed{"too_large", fmt::format("has {} MiB; --max-file-size allows {}",
                                            file.size() >> 20, options_.limits.file_size >> 20)};
        return;
      }
      known.sha256 = sha256_of_file(file);
      const auto [first, is_new] = by_content_.emplace(known.sha256, i);
      const schema::StoredState state = schema::stored_state(database_, request(i));
      if (state.current) {
        known.outcome = Unchanged{};
      } else if (!is_new && first->second != i) {
        known.outcome = Copy{first->second};
      } else {
        ReadRequest read;
        read.path = path;
        read.manifest = state.manifest;
        ready_.push_back({i, std::move(read), known.sha256, std::move(file)});
        give_out();
      }
    } catch (const Error& error) {
      if (error.code() == ErrorCode::database || error.place() != path) throw;
      known.outcome = Failed{extract::name(error.code()), error.message()};
    }
  }

  // One file after the other, in their order; false when the next has no outcome yet.
  bool store_next() {
    const std::size_t i = stored_;
    if (i == started_ || !files_.at(i).outcome || must_be_read(i)) return false;
    Outcome outcome = std::move(*files_.at(i).outcome);
    if (auto* result = std::get_if<ReadingResult>(&outcome)) {
      store(i, *result);
    } else if (auto* failed = std::get_if<Failed>(&outcome)) {
      fail(inputs_.paths[i], *failed);
    } else if (auto* copy = std::get_if<Copy>(&outcome)) {
      store_copy(i, copy->of);
    } else {
      keep(i);
    }
    ++stored_;
    progress_.done();
    forget_before(stored_);
    return true;
  }

  // Copies are known as such while their first is near; after that they are read like any other
  // file, which the database then knows.
  void forget_before(std::size_t i) {
    if (i < kMaxWaiting) return;
    const auto old = files_.find(i - kMaxWaiting);
    if (old == files_.end()) return;
    const auto first = by_content_.find(old->second.sha256);
    if (first != by_content_.end() && first->second == old->first) by_content_.erase(first);
    failures_.erase(old->first);
    files_.erase(old);
  }

  // A copy whose manifest says more than that of its first is read once more, now that it is known.
  bool must_be_read(std::size_t i) {
    const auto* copy = std::get_if<Copy>(&*files_.at(i).outcome);
    if (copy == nullptr || failures_.contains(copy->of)) return false;
    if (schema::stored_state(database_, request(i)).current) return false;
    files_.at(i).outcome.reset();
    copy_to_read_ = i;
    return true;
  }

  void store(std::size_t i, ReadingResult& result) {
    if (!result.status.empty()) return fail_content(i, {result.status, result.message});
    try {
      load(i, result);
    } catch (const ProtocolError& error) {
      fail_content(
          i, {"crash", fmt::format("its reader sent what no reader sends: {}", error.what())});
    } catch (const schema::RowRefused& refused) {
      fail_content(i, {"crash", fmt::format("its reader sent a row that does not fit: {}",
                                            refused.message())});
    }
  }

  void load(std::size_t i, ReadingResult& result) {
    std::optional<schema::ReportLoad> load;
    const schema::LoadRequest wanted = request(i);
    MessageFramer framer;
    std::size_t rows = 0;
    for (std::string_view bytes = result.rows.read(); !bytes.empty(); bytes = result.rows.read()) {
      framer.add(bytes);
      while (const auto frame = framer.next()) {
        Message message = decode(frame->type, frame->payload);
        if (message.type == MessageType::head) {
          load.emplace(database_, schema::Catalogue::builtin(), wanted, head_from(message));
          continue;
        }
        for (MessageRow& row : message.rows) {
          add(*load, row_from(std::move(row)), i);
          if (++rows % kRowsBetweenLooks == 0) attend_workers(0ms);
        }
      }
    }
    load->commit(result.complete);
    ++(load->replaces() ? summary_.replaced : summary_.added);
    count(i, load->replaces() ? "replaced" : "added");
  }

  void add(schema::ReportLoad& load, const schema::Row& row, std::size_t i) {
    load.add(row);
    if (row.table != schema::RowTable::diagnostic) return;
    const auto* code = std::get_if<std::string>(&row.values[2]);
    const auto* message = std::get_if<std::string>(&row.values[8]);
    if (code != nullptr && message != nullptr && *code == kMunicipalityUnknown) {
      console_.warning(inputs_.paths[i], kMunicipalityUnknown, *message);
    }
  }

  void store_copy(std::size_t i, std::size_t of) {
    if (const auto failed = failures_.find(of); failed != failures_.end()) {
      fail(inputs_.paths[i], failed->second);
    } else {
      keep(i);
    }
  }

  void keep(std::size_t i) {
    schema::record_unchanged(database_, request(i));
    ++summary_.unchanged;
    count(i, "unchanged");
  }

  void fail_content(std::size_t i, Failed failed) {
    fail(inputs_.paths[i], failed);
    failures_.emplace(i, std::move(failed));
  }

  void fail(const std::string& path, const Failed& failed) {
    console_.error(path, failed.status, failed.message);
    schema::record_failure(database_, path, failed.status, failed.message);
    ++summary_.failed;
    ++summary_.by_status[failed.status];
    progress_.failed();
  }

  // A file with a report, as it stands in the database now.
  void count(std::size_t i, const char* what) {
    const schema::StoredFile file = schema::stored_file(database_, inputs_.paths[i]);
    ++summary_.by_status[file.status];
    ++summary_.by_municipality[file.municipality];
    if (file.status == schema::kPartial) {
      console_.warning(inputs_.paths[i], schema::kPartial, file.message);
    }
    console_.event(inputs_.paths[i], file.status, what);
  }

  const InputFiles& inputs_;
  const schema::Manifest& manifest_;
  const IngestOptions& options_;
  Console& console_;
  IngestProgress progress_;
  Interrupt interrupt_;
  Database database_;
  ReadingPool pool_;
  std::deque<ReadingJob> ready_;  // for the next worker that is free; one for each at most
  // Of inputs_.paths, by index: those begun, and the last of those done. Memory must not grow with
  // the number of files.
  std::map<std::size_t, File> files_;
  std::map<std::string, std::size_t> by_content_;  // the first of them with a digest
  std::map<std::size_t, Failed> failures_;         // of contents that a worker could not read
  std::optional<std::size_t> copy_to_read_;
  std::size_t started_ = 0, stored_ = 0;
  IngestSummary summary_;
};

}  // namespace

IngestSummary ingest(const InputFiles& inputs, const schema::Manifest& manifest,
                     const IngestOptions& options, Console& console) {
  return Ingestion(inputs, manifest, options, console).run();
}

std::vector<IngestPlan> plan_ingest(const InputFiles& inputs, const schema::Manifest& manifest,
                                    const std::string& database) {
  std::optional<Database> stored;
  if (std::filesystem::exists(database)) {
    stored.emplace(schema::open_database(database, schema::Access::read_only));
  }
  std::vector<IngestPlan> plans;
  for (const Error& failure : inputs.failures) {
    plans.push_back({failure.place(), "fail", failure.message()});
  }
  std::map<std::string, std::string> first;  // path by digest
  for (const std::string& path : inputs.paths) {
    try {
      const extract::InputFile file(path);
      const std::string sha256 = sha256_of_file(file);
      const auto [same, is_new] = first.emplace(sha256, path);
      const schema::ManifestEntry* entry = manifest.find(path);
      schema::StoredState state;
      if (stored) state = schema::stored_state(*stored, {path, sha256, entry, tool_version()});
      if (state.current) {
        plans.push_back({path, "unchanged", ""});
      } else if (!is_new && !state.present) {
        plans.push_back({path, "copy", "the same content as " + same->second});
      } else {
        plans.push_back({path, state.present ? "replace" : "add", state.reason});
      }
    } catch (const Error& error) {
      if (error.code() == ErrorCode::database) throw;
      plans.push_back({path, "fail", error.message()});
    }
  }
  return plans;
}

}  // namespace app
