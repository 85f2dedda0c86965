#include "app/read_task.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "extract/document.h"
#include "parsers/report.h"
#include "parsers/report_identity.h"
#include "schema/catalogue.h"
#include "schema/identify.h"
#include "schema/report_rows.h"

namespace app {

namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::json;
using extract::Severity;

// Bytes of rows in one message, about: large enough that a message costs nothing, small enough that
// the parent holds little.
constexpr std::size_t kMessageSize = 64 * 1024;

std::size_t size_of(const MessageRow& row) {
  std::size_t size = row.size();
  for (const schema::Value& value : row) {
    if (const auto* text = std::get_if<std::string>(&value)) size += text->size();
  }
  return size;
}

// Sends rows in messages of a good size.
class RowSender {
 public:
  explicit RowSender(WorkerOutput& output) : output_(output) {}
  void add(schema::Row row) {
    MessageRow values = to_message(std::move(row));
    const std::size_t size = size_of(values);
    if (size_ + size > kMessageSize) flush();
    size_ += size;
    message_.rows.push_back(std::move(values));
  }
  void flush() {
    if (!message_.rows.empty()) output_.send(message_);
    message_.rows.clear();
    size_ = 0;
  }

 private:
  WorkerOutput& output_;
  Message message_{MessageType::rows, {}};
  std::size_t size_ = 0;
};

std::string optional_period(const std::optional<parsers::Period>& period) {
  return period ? period->text : "";
}

// Where a manifest says something else than the report does, both are told.
void tell_contradiction(const char* what, const std::string& manifest, const std::string& report,
                        extract::Diagnostics& diagnostics) {
  if (manifest.empty() || report.empty() || manifest == report) return;
  diagnostics.add({Severity::warning, "manifest-contradiction", 0, std::nullopt,
                   fmt::format("the manifest names the {} {}, the report {}; the manifest counts",
                               what, manifest, report)});
}

class Reading {
 public:
  Reading(ReadRequest request, int file, WorkerOutput& output)
      : request_(std::move(request)),
        deadline_(Clock::now() + request_.time),
        output_(output),
        document_(extract::open_document(extract::InputFile(file, request_.path), diagnostics_)) {}

  void run() {
    output_.send({MessageType::opened, {{std::int64_t{document_->page_count()}}}});
    if (request_.pages_only) return end(true);
    for (const LostPage& lost : request_.lost) {
      diagnostics_.add({Severity::error, "page-lost", lost.page, std::nullopt,
                        fmt::format("the page was left out: it {}", lost.reason)});
    }
    read();
  }

 private:
  void read() {
    const schema::Catalogue& catalogue = schema::Catalogue::builtin();
    parsers::ReportReaderOptions options;
    options.wanted = [this](int page) { return wanted(page); };
    parsers::ReportReader reader(*document_, request_.manifest.hints(), diagnostics_, options);
    RowSender sender(output_);
    schema::ReportRows rows(catalogue, [&](schema::Row row) { sender.add(std::move(row)); });
    bool first = true;
    while (const std::optional<parsers::Report> part = reader.next()) {
      if (std::exchange(first, false)) send_head(*part, catalogue);
      rows.add(*part);
      sender.flush();
    }
    if (first_unread_ > 0) {
      diagnostics_.add(
          {Severity::error, "pages-unread", first_unread_, std::nullopt,
           fmt::format("pages {} to {} were not read{}", first_unread_, document_->page_count(),
                       late_ ? " in the time given" : ", since readers of them end")});
    }
    rows.finish(diagnostics_.all());
    sender.flush();
    end(request_.lost.empty() && first_unread_ == 0);
  }

  bool wanted(int page) {
    if (first_unread_ > 0) return false;
    late_ = Clock::now() > deadline_;
    if (late_ || (request_.last_page > 0 && page > request_.last_page)) {
      first_unread_ = page;
      return false;
    }
    output_.send({MessageType::page, {{std::int64_t{page}}}});
    return std::none_of(request_.lost.begin(), request_.lost.end(),
                        [&](const LostPage& lost) { return lost.page == page; });
  }

  void send_head(const parsers::Report& part, const schema::Catalogue& catalogue) {
    const schema::ManifestEntry& manifest = request_.manifest;
    // What nobody needs to know is not told: a municipality that the manifest names.
    extract::Diagnostics unheard;
    const schema::Identity identity = schema::identify_municipality(
        part, catalogue, manifest.municipality_code.empty() ? diagnostics_ : unheard);
    tell_contradiction("municipality", manifest.municipality_code, identity.municipality_code,
                       diagnostics_);
    if (!manifest.board.empty()) {
      const auto own = parsers::identify_report(part.info, {}, part.passages, unheard);
      tell_contradiction("board", catalogue.board_name(manifest.board),
                         catalogue.board_name(own.board), diagnostics_);
    }
    output_.send({MessageType::head, {to_message(schema::report_head(part, identity))}});
  }

  void end(bool complete) { output_.send({MessageType::end, {{std::int64_t{complete ? 1 : 0}}}}); }

  ReadRequest request_;
  Clock::time_point deadline_;
  WorkerOutput& output_;
  extract::Diagnostics diagnostics_;
  std::unique_ptr<extract::Document> document_;
  int first_unread_ = 0;  // the first of the pages at the end that are left out
  bool late_ = false;     // since there was no time
};

}  // namespace

std::string encode(const ReadRequest& request) {
  Json json;
  json["path"] = request.path;
  json["municipality"] = request.manifest.municipality_code;
  json["board"] = request.manifest.board;
  json["period"] = optional_period(request.manifest.period);
  json["title"] = request.manifest.title;
  json["pages_only"] = request.pages_only;
  json["lost"] = Json::array();
  for (const LostPage& lost : request.lost) json["lost"].push_back({lost.page, lost.reason});
  json["last_page"] = request.last_page;
  json["time"] = request.time.count();
  std::string text;
  Json::to_msgpack(json, text);
  return text;
}

ReadRequest decode_request(const std::string& text) {
  const Json json = Json::from_msgpack(text);
  ReadRequest request;
  request.path = json.at("path");
  request.manifest.municipality_code = json.at("municipality");
  request.manifest.board = json.at("board");
  request.manifest.period = parsers::canonical_period(json.at("period").get<std::string>());
  request.manifest.title = json.at("title");
  request.pages_only = json.at("pages_only");
  for (const Json& lost : json.at("lost")) request.lost.push_back({lost.at(0), lost.at(1)});
  request.last_page = json.at("last_page");
  request.time = std::chrono::milliseconds(json.at("time").get<std::int64_t>());
  return request;
}

void read_task(const WorkerJob& job, WorkerOutput& output) {
  try {
    Reading(decode_request(job.text), job.file, output).run();
  } catch (const extract::Error& error) {
    output.send(
        {MessageType::refused, {{std::int64_t{static_cast<int>(error.code())}, error.message()}}});
  }
}

}  // namespace app
