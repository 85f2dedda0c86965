#include "app/reading_pool.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <limits>
#include <optional>
#include <utility>

#include "extract/error.h"

namespace app {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

// A worker is replaced after so many jobs: few enough that what Poppler and malloc keep stays
// small, enough that starting a process (about 4 ms) does not count.
constexpr int kJobsPerWorker = 32;
// Readings of one report that may end badly before nothing more is tried.
constexpr int kMaxTries = 4;
// Of a report's time a worker gets so much to read pages in; the rest is for what comes after.
constexpr double kReadingShare = 0.75;
// A page's tables are read when so many pages after it are known (TableRecovery).
constexpr int kLookAhead = 2;
// What is kept of a worker's standard error, and how much of it ends the worker, in bytes.
constexpr std::size_t kErrorsKept = 4 * 1024;
constexpr std::size_t kErrorsAllowed = std::size_t{16} << 20;
// A process whose pipe is closed is ending, or will not.
constexpr Milliseconds kPatience{500};
constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kMaxText = 200;  // of a worker's own words

// How a worker failed its report.
struct Failure {
  std::string status;
  std::string message;
  bool from_outside = false;  // somebody else ended it
};

// One line of what a worker says of itself.
std::string line(std::string_view text) {
  std::string result(text.substr(0, kMaxText));
  for (char& c : result) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return result;
}

Failure failure_of(int status, const std::string& errors) {
  const bool no_memory = errors.find("Out of memory") != std::string::npos ||
                         errors.find("bad_alloc") != std::string::npos;
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return {"timeout", "takes more processor time than allowed"};
  }
  if (no_memory) return {"memory", "takes more memory than allowed"};
  if (WIFSIGNALED(status)) {
    return {"crash", fmt::format("ended its reader (signal {})", WTERMSIG(status)),
            WTERMSIG(status) == SIGKILL};
  }
  return {"crash", fmt::format("ended its reader (status {})", WEXITSTATUS(status))};
}

// What a worker may say of a failure.
bool is_failure(const std::string& status) {
  return status == "memory" || status == "output_limit" || status == "crash";
}

bool is_refusal(std::int64_t code) {
  using extract::ErrorCode;
  return code >= static_cast<int>(ErrorCode::not_found) &&
         code <= static_cast<int>(ErrorCode::file_access);
}

}  // namespace

struct ReadingPool::Hand {
  Worker worker;
  int jobs = 0;
};

// A report that a worker reads now.
class ReadingPool::Reading {
 public:
  Reading(ReadingJob job, const ReadingLimits& limits, const std::string& folder)
      : job_(std::move(job)), limits_(&limits), started_(Clock::now()), rows_(folder) {}

  // True when the worker has taken it.
  bool give(Hand hand) {
    hand_ = std::move(hand);
    ++hand_->jobs;
    job_.request.time = std::chrono::duration_cast<Milliseconds>(
        std::chrono::duration<double, std::milli>(left()) * kReadingShare);
    heard_ = Clock::now();
    return hand_->worker.give(encode(job_.request), job_.file.handle());
  }

  const Worker& worker() const { return hand_->worker; }
  Clock::time_point deadline() const {
    return std::min(heard_ + limits_->page_time, started_ + limits_->report_time);
  }

  // Reads what the worker wrote. True when this try has ended: failure() tells whether well.
  bool listen() {
    try {
      listen_to_errors();
      return listen_to_messages();
    } catch (const ProtocolError& error) {
      return fail({"crash", fmt::format("its reader sent what no reader sends: {}", error.what())});
    }
  }

  bool check_time() {
    const auto now = Clock::now();
    if (now >= started_ + limits_->report_time) {
      return fail({"timeout", fmt::format("takes more than {} s", limits_->report_time.count())});
    }
    if (now < heard_ + limits_->page_time) return false;
    return fail(
        {"timeout",
         page_ > 0 ? fmt::format("page {} takes more than {} s", page_, limits_->page_time.count())
                   : fmt::format("nothing was read of it in {} s", limits_->page_time.count())});
  }

  // Its pipe is closed: what it said before tells why.
  bool gone() {
    listen_to_errors();
    return fail(failure_of(hand_->worker.end(kPatience), errors_));
  }

  // After an end: what can be tried again is made ready; false when there is nothing.
  bool try_again() {
    if (!failure_ || ended_well_ || ++tries_ >= kMaxTries || left() < std::chrono::seconds(1))
      return false;
    ReadRequest& request = job_.request;
    if (failure_->from_outside && !std::exchange(forgiven_, true)) {
      // Its own doing or not: the same once more.
    } else if (page_ == 0 || pages_ <= 1) {
      return false;
    } else if (tries_ + 1 < kMaxTries) {
      request.lost.push_back({page_, failure_->message});
    } else {
      request.last_page = request.lost.front().page - kLookAhead - 1;
      if (request.last_page < 1) return false;
    }
    if (!first_failure_) first_failure_ = failure_;
    hand_.reset();
    failure_.reset();
    rows_.clear();
    framer_ = {};
    errors_.clear();
    error_bytes_ = 0;
    page_ = 0;
    opened_ = head_ = false;
    return true;
  }

  ReadingResult result() {
    done_ = true;
    ReadingResult result{job_.id, "", "", complete_, pages_, std::move(rows_)};
    if (failure_) {
      const Failure& told = first_failure_ ? *first_failure_ : *failure_;
      result.status = told.status;
      result.message = told.message;
    }
    return result;
  }

  bool done() const { return done_; }

  // The worker, when it is fit for another report.
  std::optional<Hand> release() {
    if (!ended_well_ || hand_->jobs >= kJobsPerWorker) return std::nullopt;
    return std::exchange(hand_, std::nullopt);
  }

 private:
  Clock::duration left() const { return started_ + limits_->report_time - Clock::now(); }

  bool fail(Failure failure) {
    failure_ = std::move(failure);
    hand_->worker.end();
    return true;
  }

  void listen_to_errors() {
    std::array<char, kChunk> chunk;
    for (;;) {
      const ssize_t n = ::read(hand_->worker.errors(), chunk.data(), chunk.size());
      if (n <= 0) return;
      const auto size = static_cast<std::size_t>(n);
      error_bytes_ += size;
      errors_.append(chunk.data(), std::min(size, kErrorsKept - errors_.size()));
      if (error_bytes_ > kErrorsAllowed) throw ProtocolError("endless messages");
    }
  }

  bool listen_to_messages() {
    std::array<char, kChunk> chunk;
    const ssize_t n = ::read(hand_->worker.output(), chunk.data(), chunk.size());
    if (n < 0) return errno != EAGAIN && errno != EINTR ? gone() : false;
    if (n == 0) return gone();
    framer_.add({chunk.data(), static_cast<std::size_t>(n)});
    while (const auto frame = framer_.next()) {
      heard_ = Clock::now();
      if (!take(*frame)) continue;
      if (ended_well_ && !framer_.empty()) throw ProtocolError("something after the end");
      return true;
    }
    return false;
  }

  // True when the message is the last one.
  bool take(const MessageFramer::Frame& frame) {
    switch (frame.type) {
      case MessageType::opened:
        take_opened(decode(frame.type, frame.payload));
        return false;
      case MessageType::page:
        take_page(decode(frame.type, frame.payload));
        return false;
      case MessageType::head:
        if (!opened_ || std::exchange(head_, true)) throw ProtocolError("a head out of place");
        check_head(head_from(decode(frame.type, frame.payload)));
        return keep(frame);
      case MessageType::rows:
        if (!head_) throw ProtocolError("rows before their head");
        return keep(frame);
      case MessageType::end:
        if (!head_ && !(opened_ && job_.request.pages_only)) throw ProtocolError("an early end");
        complete_ = integer_of(first_row(decode(frame.type, frame.payload)), 0) != 0;
        ended_well_ = true;
        return true;
      case MessageType::refused:
        take_refusal(decode(frame.type, frame.payload));
        return true;
      case MessageType::failed:
        take_failure(decode(frame.type, frame.payload));
        return true;
    }
    throw ProtocolError("a message has an unknown type");
  }

  static const MessageRow& first_row(const Message& message) {
    if (message.rows.size() != 1) throw ProtocolError("a message has another number of rows");
    return message.rows.front();
  }

  void take_opened(const Message& message) {
    const std::int64_t pages = integer_of(first_row(message), 0);
    if (std::exchange(opened_, true) || pages < 1 || pages > std::numeric_limits<int>::max()) {
      throw ProtocolError("an impossible number of pages");
    }
    pages_ = static_cast<int>(pages);
  }

  void take_page(const Message& message) {
    const std::int64_t page = integer_of(first_row(message), 0);
    if (page <= page_ || page > pages_) throw ProtocolError("an impossible page");
    page_ = static_cast<int>(page);
  }

  void check_head(const schema::ReportHead& head) const {
    if (head.sha256 != job_.sha256) throw ProtocolError("the head of another file");
    if (head.pages != pages_) throw ProtocolError("another number of pages");
  }

  bool keep(const MessageFramer::Frame& frame) {
    rows_.append(frame.bytes);
    if (rows_.size() <= limits_->output) return false;
    return fail(
        {"output_limit", fmt::format("gives more than {} MiB of rows", limits_->output >> 20)});
  }

  void take_refusal(const Message& message) {
    const MessageRow& row = first_row(message);
    const std::int64_t code = integer_of(row, 0);
    if (head_ || !is_refusal(code)) throw ProtocolError("an impossible refusal");
    failure_ = Failure{extract::name(static_cast<extract::ErrorCode>(code)), line(text_of(row, 1))};
    ended_well_ = true;
  }

  void take_failure(const Message& message) {
    const MessageRow& row = first_row(message);
    if (!is_failure(text_of(row, 0))) throw ProtocolError("an impossible failure");
    fail({text_of(row, 0), line(text_of(row, 1))});
  }

  ReadingJob job_;
  const ReadingLimits* limits_;
  Clock::time_point started_;
  Clock::time_point heard_;  // the worker's last message, or the beginning of its try
  std::optional<Hand> hand_;
  MessageFramer framer_;
  std::string errors_;
  std::size_t error_bytes_ = 0;
  Spool rows_;
  int pages_ = 0;
  int page_ = 0;  // that is read now; 0 before the first
  bool opened_ = false, head_ = false;
  bool complete_ = true;
  bool ended_well_ = false;  // the worker may go on with another report
  bool done_ = false;
  int tries_ = 0;
  bool forgiven_ = false;
  std::optional<Failure> failure_, first_failure_;
};

ReadingPool::ReadingPool(Worker::Task task, const ReadingLimits& limits, std::size_t workers,
                         std::string folder)
    : task_(std::move(task)), limits_(limits), workers_(workers), folder_(std::move(folder)) {}

ReadingPool::~ReadingPool() = default;

bool ReadingPool::has_room() const { return busy_.size() < workers_; }

bool ReadingPool::idle() const { return busy_.empty(); }

ReadingPool::Hand ReadingPool::hand() {
  if (idle_.empty()) {
    return {Worker::start(task_, limits_)};
  }
  Hand hand = std::move(idle_.back());
  idle_.pop_back();
  return hand;
}

void ReadingPool::start(ReadingJob job) {
  Reading reading(std::move(job), limits_, folder_);
  reading.give(hand());  // a worker that is gone shows itself by the end of its pipe
  busy_.push_back(std::move(reading));
}

std::vector<ReadingResult> ReadingPool::wait(Milliseconds at_most) {
  std::vector<ReadingResult> results;
  if (busy_.empty()) return results;
  const auto end = Clock::now() + at_most;
  do {
    std::vector<pollfd> waiting;
    auto deadline = end;
    for (const Reading& reading : busy_) {
      waiting.push_back({reading.worker().output(), POLLIN, 0});
      waiting.push_back({reading.worker().errors(), POLLIN, 0});
      deadline = std::min(deadline, reading.deadline());
    }
    const auto left = std::chrono::ceil<Milliseconds>(deadline - Clock::now());
    const int ready = ::poll(waiting.data(), waiting.size(),
                             static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    if (ready < 0) return results;
    for (std::size_t i = 0; i < busy_.size(); ++i) {
      Reading& reading = busy_[i];
      const bool heard = waiting[2 * i].revents != 0 || waiting[2 * i + 1].revents != 0;
      bool ended = (heard && reading.listen()) || reading.check_time();
      while (ended && reading.try_again()) ended = !reading.give(hand()) && reading.gone();
      if (!ended) continue;
      results.push_back(reading.result());
      if (std::optional<Hand> free = reading.release()) idle_.push_back(std::move(*free));
    }
    std::erase_if(busy_, [](const Reading& reading) { return reading.done(); });
  } while (results.empty() && !busy_.empty() && Clock::now() < end);
  return results;
}

}  // namespace app
