#include "app/sandbox.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <initializer_list>
#include <memory>

namespace app {

namespace {

// Debian's poppler-data: character maps of predefined encodings, read when a font names one.
constexpr const char* kCharacterMaps = "/usr/share/poppler";

struct Active {
  bool no_new_privs = false;
  int landlock = 0;  // version of its interface; 0: the kernel has none or refuses
  int seccomp = 0;   // 0, else the error
};

// A right that a newer kernel has and our headers do not is not ours to deny.
constexpr __u64 kFileRights =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
    LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
    LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
    LANDLOCK_ACCESS_FS_MAKE_SYM;

int landlock_version() {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : static_cast<int>(version);
}

// Its version when the process is restricted now, else 0.
int restrict_files() {
  const int version = landlock_version();
  if (version == 0) return 0;
  landlock_ruleset_attr rights{};
  rights.handled_access_fs = kFileRights;
  const long ruleset = ::syscall(SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
  if (ruleset < 0) return 0;
  const int rules = static_cast<int>(ruleset);
  landlock_path_beneath_attr maps{};
  maps.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  maps.parent_fd = ::open(kCharacterMaps, O_PATH | O_CLOEXEC);
  if (maps.parent_fd >= 0) {
    ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &maps, 0);
    ::close(maps.parent_fd);
  }
  const long restricted = ::syscall(SYS_landlock_restrict_self, rules, 0);
  ::close(rules);
  return restricted == 0 ? version : 0;
}

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release) {
    if (!context_) error_ = ENOMEM;
  }

  void allow(std::initializer_list<int> calls) {
    for (const int call : calls) add(call, {});
  }
  // Only where argument `number`, masked, has the value.
  void allow_masked(int call, unsigned number, std::uint64_t mask, std::uint64_t value) {
    add(call, {scmp_arg_cmp{number, SCMP_CMP_MASKED_EQ, mask, value}});
  }
  // 0, else the error.
  int load() {
    if (error_ == 0) error_ = -seccomp_load(context_.get());
    return error_;
  }

 private:
  void add(int call, std::initializer_list<scmp_arg_cmp> arguments) {
    if (error_ != 0) return;
    error_ = -seccomp_rule_add_array(context_.get(), SCMP_ACT_ALLOW, call,
                                     static_cast<unsigned>(arguments.size()), arguments.begin());
  }

  std::unique_ptr<void, decltype(&seccomp_release)> context_;
  int error_ = 0;
};

// Everything that is not allowed fails with EPERM: libraries take that like any other error.
int restrict_calls(bool files_restricted) {
  Filter filter;
  filter.allow({
      // what is open
      SCMP_SYS(read),
      SCMP_SYS(pread64),
      SCMP_SYS(readv),
      SCMP_SYS(write),
      SCMP_SYS(writev),
      SCMP_SYS(close),
      SCMP_SYS(fstat),
      SCMP_SYS(lseek),
      SCMP_SYS(recvmsg),
      SCMP_SYS(poll),
      SCMP_SYS(ppoll),
      SCMP_SYS(getdents64),
      // memory
      SCMP_SYS(brk),
      SCMP_SYS(munmap),
      SCMP_SYS(mremap),
      SCMP_SYS(madvise),
      // itself: signals, time, limits, end
      SCMP_SYS(rt_sigaction),
      SCMP_SYS(rt_sigprocmask),
      SCMP_SYS(rt_sigreturn),
      SCMP_SYS(sigaltstack),
      SCMP_SYS(clock_gettime),
      SCMP_SYS(clock_nanosleep),
      SCMP_SYS(nanosleep),
      SCMP_SYS(gettimeofday),
      SCMP_SYS(time),
      SCMP_SYS(getrandom),
      SCMP_SYS(getpid),
      SCMP_SYS(gettid),
      SCMP_SYS(getppid),
      SCMP_SYS(getrusage),
      SCMP_SYS(getrlimit),
      SCMP_SYS(setrlimit),
      SCMP_SYS(sched_yield),
      SCMP_SYS(sched_getaffinity),
      SCMP_SYS(futex),
      SCMP_SYS(rseq),
      SCMP_SYS(set_robust_list),
      SCMP_SYS(restart_syscall),
      SCMP_SYS(exit),
      SCMP_SYS(exit_group),
  });
#ifdef __SANITIZE_ADDRESS__
  // UBSan asks by a pipe of its own whether memory is there; without one it finds faults where there
  // are none.
  filter.allow({SCMP_SYS(pipe2)});
#endif
  filter.allow_masked(SCMP_SYS(prlimit64), 0, ~std::uint64_t{0}, 0);  // of itself
  filter.allow_masked(SCMP_SYS(tgkill), 0, ~std::uint64_t{0},
                      static_cast<std::uint64_t>(::getpid()));  // abort()
  filter.allow_masked(SCMP_SYS(mmap), 2, PROT_EXEC, 0);
  filter.allow_masked(SCMP_SYS(mprotect), 2, PROT_EXEC, 0);
  filter.allow_masked(SCMP_SYS(newfstatat), 3, AT_EMPTY_PATH, AT_EMPTY_PATH);  // fstat()
  if (files_restricted) {
    constexpr std::uint64_t kWrites = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    filter.allow_masked(SCMP_SYS(openat), 2, kWrites, O_RDONLY);
  }
  return filter.load();
}

Active enter() {
  Active active;
  active.no_new_privs = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  active.landlock = restrict_files();
  active.seccomp = restrict_calls(active.landlock > 0);
  return active;
}

SandboxState told(const Active& active) {
  std::string text =
      fmt::format("no_new_privs: {}\n", active.no_new_privs ? "active" : "not available");
  text += active.landlock > 0
              ? fmt::format("landlock: active (version {})\n", active.landlock)
              : std::string(
                    "landlock: not available; workers can open no files at all, so that "
                    "fonts with predefined character maps are not read\n");
  text += active.seccomp == 0
              ? std::string("seccomp: active\n")
              : fmt::format("seccomp: not available ({}); workers can use every system call\n",
                            std::strerror(active.seccomp));
  return {active.no_new_privs && active.landlock > 0 && active.seccomp == 0, text};
}

}  // namespace

void enter_sandbox() { enter(); }

SandboxState sandbox_state() {
  const SandboxState unknown{false, "sandbox: cannot be tried\n"};
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return unknown;
  const pid_t child = ::fork();
  if (child == 0) {
    const Active active = enter();
    const ssize_t written = ::write(ends[1], &active, sizeof active);
    ::_exit(written == sizeof active ? 0 : 1);
  }
  ::close(ends[1]);
  Active active;
  const bool tried = ::read(ends[0], &active, sizeof active) == sizeof active;
  ::close(ends[0]);
  if (child > 0) ::waitpid(child, nullptr, 0);
  return tried ? told(active) : unknown;
}

}  // namespace app
