#include "app/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <utility>

#include "extract/error.h"

namespace app {

namespace {

using Clock = std::chrono::steady_clock;
using Length = std::uint64_t;  // before every text on a pipe

// How a task ended, before the text of its answer.
constexpr char kReturned = 'r', kThrew = 't';
constexpr char kTurn = '!';

void close_fd(int& fd) {
  if (fd >= 0) ::close(fd);
  fd = -1;
}

std::array<int, 2> open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw extract::Error(extract::ErrorCode::file_access, "worker process", std::strerror(errno));
  }
  return ends;
}

// Where the other end is gone there is nobody to tell: its owner finds that out by itself.
void write_all(int fd, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t n = ::write(fd, data, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    data += n;
    size -= static_cast<std::size_t>(n);
  }
}

void write_text(int fd, const std::string& text) {
  const Length length = text.size();
  write_all(fd, reinterpret_cast<const char*>(&length), sizeof length);
  write_all(fd, text.data(), text.size());
}

// False at the end of the pipe, or when it is not there until `deadline`, which is then past.
bool read_all(int fd, char* data, std::size_t size, Clock::time_point deadline) {
  while (size > 0) {
    const auto left = deadline - Clock::now();
    if (left <= Clock::duration::zero()) return false;
    // Rounded up, so that a poll never ends just before the deadline; in steps that fit its int.
    const auto step = std::chrono::ceil<std::chrono::milliseconds>(
        std::min<Clock::duration>(left, std::chrono::minutes(10)));
    pollfd waiting{fd, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(step.count()));
    if (ready < 0 && errno != EINTR) return false;
    if (ready <= 0) continue;
    const ssize_t n = ::read(fd, data, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    data += n;
    size -= static_cast<std::size_t>(n);
  }
  return true;
}

bool read_text(int fd, std::string& text, Clock::time_point deadline) {
  Length length = 0;
  if (!read_all(fd, reinterpret_cast<char*>(&length), sizeof length, deadline)) return false;
  text.resize(length);
  return read_all(fd, text.data(), text.size(), deadline);
}

// Where the system refuses a limit, its own stricter one holds.
void limit(__rlimit_resource resource, std::uint64_t value) {
  rlimit limits{};
  ::getrlimit(resource, &limits);
  limits.rlim_cur = std::min<rlim_t>(value, limits.rlim_max);
  ::setrlimit(resource, &limits);
}

void limit_cpu_time(std::chrono::seconds more) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const long so_far = used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1;
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(so_far + more.count()));
}

[[noreturn]] void work(const Worker::Task& task, const WorkerLimits& limits, int job_fd,
                       int answer_fd) {
  limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
  limit(RLIMIT_AS, limits.address_space);
#endif
  std::string job;
  while (read_text(job_fd, job, Clock::time_point::max())) {
    limit_cpu_time(limits.cpu_time);
    Turn turn(job_fd);
    try {
      const std::string answer = task(job, turn);
      turn.wait();
      write_text(answer_fd, kReturned + answer);
    } catch (const std::exception& error) {
      write_text(answer_fd, kThrew + std::string(error.what()));
      ::_exit(1);
    }
  }
  ::_exit(0);  // not exit(): the owner's buffers and handlers are not ours
}

}  // namespace

void Turn::wait() {
  if (taken_) return;
  char byte = 0;
  if (!read_all(fd_, &byte, 1, Clock::time_point::max())) ::_exit(0);
  taken_ = true;
}

Worker Worker::start(const Task& task, const WorkerLimits& limits) {
  std::array<int, 2> job = open_pipe();
  std::array<int, 2> answer = open_pipe();
  Worker worker;
  worker.limits_ = limits;
  worker.pid_ = ::fork();
  if (worker.pid_ == 0) {
    ::close(job[1]);
    ::close(answer[0]);
    work(task, limits, job[0], answer[1]);
  }
  close_fd(job[0]);
  close_fd(answer[1]);
  worker.job_fd_ = job[1];
  worker.answer_fd_ = answer[0];
  if (worker.pid_ < 0) {
    throw extract::Error(extract::ErrorCode::file_access, "worker process", std::strerror(errno));
  }
  return worker;
}

Worker::Worker(Worker&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      job_fd_(std::exchange(other.job_fd_, -1)),
      answer_fd_(std::exchange(other.answer_fd_, -1)),
      limits_(other.limits_) {}

Worker& Worker::operator=(Worker&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(job_fd_, other.job_fd_);
  std::swap(answer_fd_, other.answer_fd_);
  std::swap(limits_, other.limits_);
  return *this;
}

Worker::~Worker() { end(); }

void Worker::end() {
  if (!alive()) return;
  ::kill(pid_, SIGKILL);
  wait_for_end();
}

// Its exit status as waitpid gives it.
int Worker::wait_for_end() {
  close_fd(job_fd_);
  close_fd(answer_fd_);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  return status;
}

void Worker::give(const std::string& job) { write_text(job_fd_, job); }

WorkerResult Worker::finish() {
  using Kind = WorkerResult::Kind;
  const auto deadline = Clock::now() + limits_.turn_time;
  write_all(job_fd_, &kTurn, 1);
  std::string answer;
  if (read_text(answer_fd_, answer, deadline) && !answer.empty()) {
    const bool returned = answer.front() == kReturned;
    if (!returned) end();
    return {returned ? Kind::done : Kind::crashed, answer.substr(1)};
  }
  if (Clock::now() >= deadline) {
    end();
    return {Kind::timed_out, fmt::format("was not read in {} s", limits_.turn_time.count())};
  }
  const int status = wait_for_end();
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return {Kind::timed_out,
            fmt::format("took more than {} s of processor time", limits_.cpu_time.count())};
  }
  if (WIFSIGNALED(status)) {
    return {Kind::crashed, fmt::format("ended its reader (signal {})", WTERMSIG(status))};
  }
  return {Kind::crashed, fmt::format("ended its reader (status {})", WEXITSTATUS(status))};
}

}  // namespace app
