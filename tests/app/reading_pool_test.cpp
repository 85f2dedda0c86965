// Workers that do what hostile files make readers do, and worse.

#include "app/reading_pool.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include "app/sandbox.h"
#include "extract/sha256.h"
#include "tests/support/temp_dir.h"

using app::Message;
using app::MessageType;
using app::ReadingLimits;
using app::ReadingPool;
using app::ReadingResult;
using app::WorkerJob;
using app::WorkerOutput;
using Clock = std::chrono::steady_clock;

namespace {

const std::string kText = "en rapport";

ReadingLimits short_limits() {
  ReadingLimits limits;
  limits.page_time = std::chrono::seconds(1);
  limits.report_time = std::chrono::seconds(3);
  limits.output = 8 << 20;
  return limits;
}

app::ReadingJob job_for(const support::TempDir& dir, std::size_t id = 0) {
  const std::string path = dir.write("a.txt", kText);
  app::ReadRequest request;
  request.path = path;
  return {id, request, extract::sha256_of_text(kText), extract::InputFile(path)};
}

ReadingResult read_with(const app::Worker::Task& task, const ReadingLimits& limits) {
  const support::TempDir dir;
  ReadingPool pool(task, limits, 1, dir.path());
  pool.start(job_for(dir));
  std::vector<ReadingResult> results;
  while (results.empty()) results = pool.wait();
  REQUIRE(results.size() == 1);
  CHECK(pool.idle());
  return std::move(results.front());
}

void send(WorkerOutput& output, MessageType type, app::MessageRow row) {
  output.send({type, {std::move(row)}});
}

void send_opened(WorkerOutput& output, int pages) {
  send(output, MessageType::opened, {std::int64_t{pages}});
}

void send_page(WorkerOutput& output, int page) {
  send(output, MessageType::page, {std::int64_t{page}});
}

void send_head(WorkerOutput& output, int pages) {
  schema::ReportHead head;
  head.sha256 = extract::sha256_of_text(kText);
  head.pages = pages;
  send(output, MessageType::head, app::to_message(head));
}

void send_end(WorkerOutput& output) { send(output, MessageType::end, {std::int64_t{1}}); }

void write_raw(WorkerOutput& output, const std::string& bytes) {
  if (::write(output.handle(), bytes.data(), bytes.size()) < 0) ::_exit(9);
}

[[noreturn]] void spin() {
  for (;;) static_cast<void>(Clock::now());
}

}  // namespace

TEST_CASE("A worker that misbehaves gives its report the right status, in time",
          "[worker][issue-6]") {
  struct Case {
    std::string name;
    app::Worker::Task task;
    std::string status;
  };
  const std::vector<Case> cases = {
      {"spins", [](const WorkerJob&, WorkerOutput&) { spin(); }, "timeout"},
      {"sleeps on its first page",
       [](const WorkerJob&, WorkerOutput& output) {
         send_opened(output, 1);
         send_page(output, 1);
         std::this_thread::sleep_for(std::chrono::hours(1));
       },
       "timeout"},
      {"goes on for ever, a page at a time",
       [](const WorkerJob&, WorkerOutput& output) {
         send_opened(output, 1'000'000);
         for (int page = 1;; ++page) {
           send_page(output, page);
           std::this_thread::sleep_for(std::chrono::milliseconds(100));
         }
       },
       "timeout"},
      {"stops itself",
       [](const WorkerJob&, WorkerOutput&) { ::syscall(SYS_kill, ::getpid(), SIGSTOP), spin(); },
       "timeout"},
      {"aborts", [](const WorkerJob&, WorkerOutput&) { std::abort(); }, "crash"},
      {"segfaults",
       [](const WorkerJob&, WorkerOutput&) {
         ::syscall(SYS_tgkill, ::getpid(), ::gettid(), SIGSEGV);
       },
       "crash"},
      {"exits", [](const WorkerJob&, WorkerOutput&) { ::_exit(0); }, "crash"},
      {"throws", [](const WorkerJob&, WorkerOutput&) { throw std::runtime_error("odd"); }, "crash"},
      {"says that memory is out, and aborts",
       [](const WorkerJob&, WorkerOutput&) {
         static_cast<void>(::write(STDERR_FILENO, "Out of memory\n", 14));
         std::abort();
       },
       "memory"},
      {"closes its pipe and goes on",
       [](const WorkerJob&, WorkerOutput& output) {
         ::close(output.handle());
         spin();
       },
       "crash"},
      {"writes garbage",
       [](const WorkerJob&, WorkerOutput& output) {
         write_raw(output, "\x07garbage!");
         spin();
       },
       "crash"},
      {"writes half a message",
       [](const WorkerJob&, WorkerOutput& output) {
         write_raw(output, app::encode({MessageType::opened, {{std::int64_t{3}}}}).substr(0, 5));
         ::_exit(0);
       },
       "crash"},
      {"writes half a message and waits",
       [](const WorkerJob&, WorkerOutput& output) {
         write_raw(output, app::encode({MessageType::opened, {{std::int64_t{3}}}}).substr(0, 5));
         spin();
       },
       "timeout"},
      {"writes a gigabyte of rows",
       [](const WorkerJob&, WorkerOutput& output) {
         send_opened(output, 1);
         send_head(output, 1);
         const std::string text(64'000, 'x');
         for (int i = 0; i < 16'000; ++i) send(output, MessageType::rows, {std::int64_t{0}, text});
         send_end(output);
       },
       "output_limit"},
      {"writes a gigabyte to standard error",
       [](const WorkerJob&, WorkerOutput& output) {
         const std::string text(64'000, 'x');
         for (int i = 0; i < 16'000; ++i) {
           if (::write(STDERR_FILENO, text.data(), text.size()) < 0) ::_exit(9);
         }
         send_opened(output, 1);
       },
       "crash"},
      {"sends a text longer than a message",
       [](const WorkerJob&, WorkerOutput& output) {
         send(output, MessageType::rows, {std::string(app::kMaxMessage + 1, 'x')});
       },
       "output_limit"},
      {"sends rows before their head",
       [](const WorkerJob&, WorkerOutput& output) {
         send_opened(output, 1);
         send(output, MessageType::rows, {std::int64_t{0}});
       },
       "crash"},
      {"sends the head of another file",
       [](const WorkerJob&, WorkerOutput& output) {
         send_opened(output, 1);
         schema::ReportHead head;
         head.sha256 = std::string(64, '0');
         head.pages = 1;
         send(output, MessageType::head, app::to_message(head));
         spin();
       },
       "crash"},
      {"counts pages backwards",
       [](const WorkerJob&, WorkerOutput& output) {
         send_opened(output, 3);
         send_page(output, 3);
         send_page(output, 2);
       },
       "crash"},
      {"ends before it began", [](const WorkerJob&, WorkerOutput& output) { send_end(output); },
       "crash"},
      {"goes on after its end",
       [](const WorkerJob&, WorkerOutput& output) {
         const auto end = app::encode({MessageType::end, {{std::int64_t{1}}}});
         send_opened(output, 1);
         send_head(output, 1);
         write_raw(output, end + end);
         spin();
       },
       "crash"},
      {"refuses with an impossible reason",
       [](const WorkerJob&, WorkerOutput& output) {
         send(output, MessageType::refused, {std::int64_t{99}, "?"});
       },
       "crash"},
      {"has a status of its own",
       [](const WorkerJob&, WorkerOutput& output) {
         send(output, MessageType::failed, {"ok", "?"});
       },
       "crash"},
      {"refuses",
       [](const WorkerJob&, WorkerOutput& output) {
         send(output, MessageType::refused,
              {std::int64_t{static_cast<int>(extract::ErrorCode::password)}, "has\na lock"});
       },
       "password"},
  };
  for (const Case& c : cases) {
    INFO(c.name);
    const auto begun = Clock::now();
    const ReadingResult result = read_with(c.task, short_limits());
    CHECK(result.status == c.status);
    CHECK_FALSE(result.message.empty());
    CHECK(result.message.size() < 400);
    CHECK(result.message.find('\n') == std::string::npos);
    CHECK(Clock::now() - begun < std::chrono::seconds(5));
  }
}

#ifndef __SANITIZE_ADDRESS__  // which reserves terabytes: the limit is not set under it
TEST_CASE("A worker that eats memory ends there", "[worker][issue-6]") {
  ReadingLimits limits = short_limits();
  limits.memory = 256 << 20;
  const ReadingResult result = read_with(
      [](const WorkerJob&, WorkerOutput&) {
        std::vector<std::string> eaten;
        for (;;) eaten.emplace_back(1 << 20, 'x');
      },
      limits);
  CHECK(result.status == "memory");
}
#endif

TEST_CASE("A page that its worker does not survive is left out, the others are kept",
          "[worker][issue-6]") {
  struct Case {
    std::vector<int> bad;
    std::string status;
    std::vector<int> read;  // in the last try
  };
  for (const Case& c : std::vector<Case>{{{}, "", {1, 2, 3, 4, 5, 6, 7, 8, 9}},
                                         {{4}, "", {1, 2, 3, 5, 6, 7, 8, 9}},
                                         {{1}, "", {2, 3, 4, 5, 6, 7, 8, 9}},
                                         {{2, 9}, "", {1, 3, 4, 5, 6, 7, 8}},
                                         // Too many: what stands before the first is kept.
                                         {{6, 7, 8}, "", {1, 2, 3}},
                                         {{1, 2, 3}, "crash", {}}}) {
    INFO(c.bad.size() << " bad pages");
    const ReadingResult result = read_with(
        [&](const WorkerJob& job, WorkerOutput& output) {
          const app::ReadRequest request = app::decode_request(job.text);
          send_opened(output, 9);
          std::vector<int> read;
          for (int page = 1; page <= 9; ++page) {
            if (request.last_page > 0 && page > request.last_page) continue;
            send_page(output, page);
            const bool lost = std::any_of(request.lost.begin(), request.lost.end(),
                                          [&](const auto& l) { return l.page == page; });
            if (lost) continue;
            if (std::count(c.bad.begin(), c.bad.end(), page) > 0) std::abort();
            read.push_back(page);
          }
          send_head(output, 9);
          for (const int page : read) {
            send(output, MessageType::rows, {std::int64_t{7}, std::int64_t{page}, "text"});
          }
          send(output, MessageType::end, {std::int64_t{read.size() == 9 ? 1 : 0}});
        },
        short_limits());
    CHECK(result.status == c.status);
    CHECK(result.complete == (c.bad.empty() || !c.status.empty()));
    std::vector<int> kept;
    app::MessageFramer framer;
    app::Spool rows = std::move(const_cast<ReadingResult&>(result).rows);
    framer.add(rows.read());
    while (const auto frame = framer.next()) {
      if (frame->type != MessageType::rows) continue;
      const Message message = app::decode(frame->type, frame->payload);
      kept.push_back(static_cast<int>(app::integer_of(message.rows[0], 1)));
    }
    if (c.status.empty()) CHECK(kept == c.read);
  }
}

TEST_CASE("A worker that somebody else ends is forgiven once", "[worker][issue-6]") {
  const support::TempDir dir;
  for (const int deaths : {1, 2}) {
    app::ReadingJob job = job_for(dir);
    // Each try leaves a byte behind in the report's file: the only way to remember.
    job.file = extract::InputFile(::open(dir.path("a.txt").c_str(), O_RDWR | O_APPEND), "a.txt");
    ReadingPool pool(
        [&](const WorkerJob& given, WorkerOutput& output) {
          const off_t size = ::lseek(given.file, 0, SEEK_END);
          static_cast<void>(::write(given.file, "x", 1));
          if (size - static_cast<off_t>(kText.size()) < deaths) {
            ::syscall(SYS_tgkill, ::getpid(), ::gettid(), SIGKILL);
          }
          send_opened(output, 1);
          send_head(output, 1);
          send_end(output);
        },
        short_limits(), 1, dir.path());
    pool.start(std::move(job));
    std::vector<ReadingResult> results;
    while (results.empty()) results = pool.wait();
    REQUIRE(results.size() == 1);
    CHECK(results[0].status == (deaths == 1 ? "" : "crash"));
  }
}

TEST_CASE("Many reports, several workers: each gets one result", "[worker][issue-6]") {
  const support::TempDir dir;
  constexpr std::size_t kJobs = 80;
  ReadingPool pool(
      [](const WorkerJob& job, WorkerOutput& output) {
        const app::ReadRequest request = app::decode_request(job.text);
        ::close(job.file);
        if (request.manifest.title == "bad") std::abort();
        send_opened(output, 1);
        send_head(output, 1);
        send_end(output);
      },
      short_limits(), 3, dir.path());
  std::vector<int> seen(kJobs, 0);
  std::size_t started = 0, ended = 0;
  while (ended < kJobs) {
    while (started < kJobs && pool.has_room()) {
      app::ReadingJob job = job_for(dir, started);
      if (started % 7 == 3) job.request.manifest.title = "bad";
      pool.start(std::move(job));
      ++started;
    }
    for (const ReadingResult& result : pool.wait()) {
      ++seen[result.id];
      ++ended;
      CHECK(result.status == (result.id % 7 == 3 ? "crash" : ""));
    }
  }
  CHECK(std::all_of(seen.begin(), seen.end(), [](int times) { return times == 1; }));
}

TEST_CASE("A worker can do nothing but read its file and answer", "[worker][issue-6]") {
  const support::TempDir dir;
  const std::string secret = dir.write("secret.txt", "secret");
  struct Attempt {
    const char* name;
    std::function<long()> call;  // negative with errno when refused
  };
  const std::vector<Attempt> attempts = {
      {"open a file", [&] { return ::open(secret.c_str(), O_RDONLY); }},
      {"open a file by another call",
       [&] { return ::syscall(SYS_open, secret.c_str(), O_RDONLY); }},
      {"make a file", [&] { return ::open(dir.path("new").c_str(), O_CREAT | O_WRONLY, 0600); }},
      {"write where it may read",
       [&] { return ::open("/usr/share/poppler/x", O_CREAT | O_WRONLY, 0600); }},
      {"remove a file", [&] { return ::unlink(secret.c_str()); }},
      {"rename a file", [&] { return ::rename(secret.c_str(), dir.path("x").c_str()); }},
      {"look at its environment's files", [] { return ::open("/proc/self/environ", O_RDONLY); }},
      {"open a socket", [] { return ::socket(AF_INET, SOCK_STREAM, 0); }},
      {"open a local socket", [] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }},
      {"run a program",
       [] {
         char name[] = "/bin/true";
         char* arguments[] = {name, nullptr};
         return ::execve(name, arguments, nullptr);
       }},
      {"start a process", [] { return ::fork(); }},
      {"trace its parent", [] { return ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr); }},
      {"read its parent's memory",
       [] {
         char byte = 0;
         iovec mine{&byte, 1}, theirs{&byte, 1};
         return ::syscall(SYS_process_vm_readv, ::getppid(), &mine, 1UL, &theirs, 1UL, 0UL);
       }},
      {"end its parent", [] { return ::kill(::getppid(), SIGTERM); }},
      {"end its parent by another call",
       [] { return ::syscall(SYS_tgkill, ::getppid(), ::getppid(), SIGTERM); }},
      {"run bytes as a program",
       [] {
         void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
         return memory == MAP_FAILED ? -1L : 0L;
       }},
      {"lift its parent's limits",
       [] {
         const rlimit none{RLIM_INFINITY, RLIM_INFINITY};
         return ::prlimit(::getppid(), RLIMIT_AS, &none, nullptr);
       }},
      {"mount", [] { return ::mount("none", "/mnt", "tmpfs", 0, nullptr); }},
      {"load a system call program", [] { return ::syscall(SYS_bpf, 0, nullptr, 0); }},
  };
  const app::SandboxState state = app::sandbox_state();
  INFO(state.text);
  if (!state.complete) WARN("the sandbox is not complete here; nothing is tried");
  for (const Attempt& attempt : state.complete ? attempts : std::vector<Attempt>{}) {
    INFO(attempt.name);
    const ReadingResult result = read_with(
        [&](const WorkerJob&, WorkerOutput& output) {
          const long answer = attempt.call();
          const int error = errno;
          send(output, MessageType::failed,
               {"crash", answer < 0 ? std::string(std::strerror(error)) : "was allowed"});
        },
        short_limits());
    CHECK((result.message == std::strerror(EPERM) || result.message == std::strerror(EACCES)));
  }
  CHECK(support::read_file(secret) == "secret");
}
