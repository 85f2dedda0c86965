#include "app/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <utility>

#include "extract/error.h"

namespace app {

namespace {

constexpr int kTaskThrew = 70;  // EX_SOFTWARE: the task let an exception out

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

// Where the system refuses a limit, its own stricter one holds.
void limit(__rlimit_resource resource, std::uint64_t soft, std::uint64_t hard) {
  const rlimit limits{soft, hard};
  ::setrlimit(resource, &limits);
}

void apply(const WorkerLimits& limits) {
  // The soft limit ends with SIGXCPU, which tells it from other ends; the hard one is its backstop.
  const auto seconds = static_cast<std::uint64_t>(limits.cpu_time.count());
  limit(RLIMIT_CPU, seconds, seconds + 5);
  limit(RLIMIT_CORE, 0, 0);
#ifndef __SANITIZE_ADDRESS__
  limit(RLIMIT_AS, limits.address_space, limits.address_space);
#endif
}

void write_all(int fd, const std::string& text) {
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t n = ::write(fd, text.data() + written, text.size() - written);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;  // the owner is gone: nobody to tell
    written += static_cast<std::size_t>(n);
  }
}

[[noreturn]] void run_child(const Worker::Task& task, const WorkerLimits& limits, int turn_fd,
                            int answer_fd) {
  apply(limits);
  try {
    write_all(answer_fd, task(Turn(turn_fd)));
  } catch (const std::exception& error) {
    write_all(answer_fd, error.what());
    ::_exit(kTaskThrew);
  }
  ::_exit(0);  // not exit(): the owner's buffers and handlers are not ours
}

}  // namespace

void Turn::wait() const {
  char byte = 0;
  ssize_t n = 0;
  do n = ::read(fd_, &byte, 1);
  while (n < 0 && errno == EINTR);
  if (n != 1) ::_exit(0);
}

Worker Worker::start(const Task& task, const WorkerLimits& limits) {
  std::array<int, 2> turn = open_pipe();
  std::array<int, 2> answer = open_pipe();
  Worker worker;
  worker.turn_time_ = limits.turn_time;
  worker.pid_ = ::fork();
  if (worker.pid_ == 0) {
    ::close(turn[1]);
    ::close(answer[0]);
    run_child(task, limits, turn[0], answer[1]);
  }
  close_fd(turn[0]);
  close_fd(answer[1]);
  worker.turn_fd_ = turn[1];
  worker.answer_fd_ = answer[0];
  if (worker.pid_ < 0) {
    throw extract::Error(extract::ErrorCode::file_access, "worker process", std::strerror(errno));
  }
  return worker;
}

Worker::Worker(Worker&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      turn_fd_(std::exchange(other.turn_fd_, -1)),
      answer_fd_(std::exchange(other.answer_fd_, -1)),
      turn_time_(other.turn_time_) {}

Worker::~Worker() {
  close_fd(turn_fd_);
  close_fd(answer_fd_);
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
}

// False when the turn's time was over before the worker closed its end.
bool Worker::read_answer(std::string& answer) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + turn_time_;
  std::array<char, 1 << 16> buffer{};
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    pollfd waiting{answer_fd_, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno != EINTR) return true;
    if (ready <= 0) continue;
    const ssize_t n = ::read(answer_fd_, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return true;
    answer.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

WorkerResult Worker::finish() {
  using Kind = WorkerResult::Kind;
  write_all(turn_fd_, "!");
  std::string answer;
  const bool in_time = read_answer(answer);
  if (!in_time) ::kill(pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (!in_time) {
    return {Kind::timed_out, fmt::format("was not read in {} s", turn_time_.count())};
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {Kind::done, answer};
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return {Kind::timed_out, "took more processor time than a report may"};
  }
  if (WIFSIGNALED(status)) {
    return {Kind::crashed, fmt::format("ended its reader (signal {})", WTERMSIG(status))};
  }
  return {Kind::crashed, answer.empty() ? "ended its reader" : answer};
}

}  // namespace app
