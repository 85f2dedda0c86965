#include "app/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "app/sandbox.h"
#include "extract/error.h"

namespace app {

namespace {

using Ends = std::array<int, 2>;

// Bytes; a job is a path and what a manifest says of it.
constexpr std::size_t kMaxJob = 64 * 1024;
// The one that stores what workers read goes before them.
constexpr int kNiceness = 10;

void close_handle(int& handle) {
  if (handle >= 0) ::close(handle);
  handle = -1;
}

[[noreturn]] void cannot_start() {
  throw extract::Error(extract::ErrorCode::file_access, "worker process", std::strerror(errno));
}

// Where the system refuses a limit, its own stricter one holds.
void limit(__rlimit_resource resource, std::uint64_t soft, std::uint64_t hard) {
  rlimit limits{};
  ::getrlimit(resource, &limits);
  limits.rlim_max = std::min<rlim_t>(hard, limits.rlim_max);
  limits.rlim_cur = std::min<rlim_t>(soft, limits.rlim_max);
  ::setrlimit(resource, &limits);
}

void limit_cpu_time(std::chrono::seconds more) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const long so_far = used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1;
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(so_far + more.count()), RLIM_INFINITY);
}

// A job's text with room for its file, as they go over a socket. Points into itself and the text.
struct Packet {
  explicit Packet(std::string& text) : part{text.data(), text.size()} {
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
  }
  Packet(const Packet&) = delete;
  Packet& operator=(const Packet&) = delete;

  iovec part;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr header{};
};

// The next job with its file; nothing when the parent has no more.
std::optional<WorkerJob> receive(int socket) {
  std::string text(kMaxJob, '\0');
  Packet packet(text);
  ssize_t size = 0;
  do {
    size = ::recvmsg(socket, &packet.header, 0);
  } while (size < 0 && errno == EINTR);
  const cmsghdr* rights = size > 0 ? CMSG_FIRSTHDR(&packet.header) : nullptr;
  if (rights == nullptr || rights->cmsg_type != SCM_RIGHTS) return std::nullopt;
  WorkerJob job;
  std::memcpy(&job.file, CMSG_DATA(rights), sizeof job.file);
  text.resize(static_cast<std::size_t>(size));
  job.text = std::move(text);
  return job;
}

// What a process keeps of its parent: the ends given here, and nothing else that is open.
void keep_only(int socket, int output, int errors) {
  // Out of the way of the numbers that they get.
  const Ends high = {::fcntl(socket, F_DUPFD, 16), ::fcntl(output, F_DUPFD, 16)};
  ::dup2(errors, STDERR_FILENO);
  ::dup2(high[0], STDIN_FILENO);
  ::dup2(high[1], STDOUT_FILENO);
  ::close_range(STDERR_FILENO + 1, ~0U, 0);
}

[[noreturn]] void work(const Worker::Task& task, const ReadingLimits& limits, pid_t parent) {
  // Ends with its parent, and not with a Ctrl-C that is meant for that.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);
  for (const int number : {SIGINT, SIGTERM}) ::signal(number, SIG_IGN);
  // The parent's handlers are not ours.
  for (const int number : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGPIPE, SIGSEGV, SIGXCPU, SIGXFSZ}) {
    ::signal(number, SIG_DFL);
  }
  limit(RLIMIT_CORE, 0, 0);
  ::setpriority(PRIO_PROCESS, 0, kNiceness);
#ifndef __SANITIZE_ADDRESS__
  limit(RLIMIT_AS, limits.memory, limits.memory);
#endif
  enter_sandbox();
  WorkerOutput output(STDOUT_FILENO);
  while (const std::optional<WorkerJob> job = receive(STDIN_FILENO)) {
    limit_cpu_time(limits.report_time);
    try {
      task(*job, output);
    } catch (const std::bad_alloc&) {
      output.send({MessageType::failed, {{"memory", "reading it takes more memory than allowed"}}});
      ::_exit(1);  // what was allocated before may be anything
    } catch (const std::length_error&) {
      output.send({MessageType::failed, {{"output_limit", "it has a text longer than allowed"}}});
      ::_exit(1);
    } catch (const std::exception& error) {
      output.send({MessageType::failed, {{"crash", std::string(error.what()).substr(0, 200)}}});
      ::_exit(1);
    }
  }
  ::_exit(0);  // not exit(): the parent's buffers and handlers are not ours
}

}  // namespace

void WorkerOutput::send(const Message& message) {
  const std::string bytes = encode(message);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const ssize_t n = ::write(handle_, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) ::_exit(0);
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
}

Worker Worker::start(const Task& task, const ReadingLimits& limits) {
  Ends jobs{}, output{}, errors{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, jobs.data()) != 0) cannot_start();
  if (::pipe2(output.data(), O_CLOEXEC) != 0 || ::pipe2(errors.data(), O_CLOEXEC) != 0) {
    cannot_start();
  }
  Worker worker;
  const pid_t parent = ::getpid();
  worker.pid_ = ::fork();
  if (worker.pid_ == 0) {
    keep_only(jobs[1], output[1], errors[1]);
    work(task, limits, parent);
  }
  for (int handle : {jobs[1], output[1], errors[1]}) ::close(handle);
  worker.jobs_ = jobs[0];
  worker.output_ = output[0];
  worker.errors_ = errors[0];
  if (worker.pid_ < 0) cannot_start();
  for (const int handle : {worker.output_, worker.errors_}) ::fcntl(handle, F_SETFL, O_NONBLOCK);
  return worker;
}

Worker::Worker(Worker&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      jobs_(std::exchange(other.jobs_, -1)),
      output_(std::exchange(other.output_, -1)),
      errors_(std::exchange(other.errors_, -1)) {}

Worker& Worker::operator=(Worker&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(jobs_, other.jobs_);
  std::swap(output_, other.output_);
  std::swap(errors_, other.errors_);
  return *this;
}

Worker::~Worker() { end(); }

bool Worker::give(const std::string& job, int file) {
  if (job.size() > kMaxJob) return false;
  std::string text = job;
  Packet packet(text);
  cmsghdr* rights = CMSG_FIRSTHDR(&packet.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof file);
  std::memcpy(CMSG_DATA(rights), &file, sizeof file);
  return ::sendmsg(jobs_, &packet.header, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0;
}

int Worker::end(std::chrono::milliseconds patience) {
  for (int* handle : {&jobs_, &output_, &errors_}) close_handle(*handle);
  if (pid_ <= 0) return 0;
  int status = 0;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  pid_t ended = ::waitpid(pid_, &status, WNOHANG);
  while (ended == 0 && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ended = ::waitpid(pid_, &status, WNOHANG);
  }
  if (ended == 0) {
    ::kill(pid_, SIGKILL);
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
  }
  pid_ = -1;
  return status;
}

}  // namespace app
