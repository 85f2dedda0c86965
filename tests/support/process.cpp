#include "tests/support/process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "tests/support/temp_dir.h"

namespace support {

namespace {

constexpr int kNotStarted = 126;

void redirect(const std::string& path, int flags, int target) {
  const int fd = ::open(path.c_str(), flags, 0600);
  if (fd < 0 || ::dup2(fd, target) < 0) ::_exit(kNotStarted);
  ::close(fd);
}

[[noreturn]] void start(const std::vector<std::string>& command, const ProcessInput& input,
                        const TempDir& files) {
  redirect(files.path("in"), O_RDONLY, STDIN_FILENO);
  redirect(files.path("out"), O_WRONLY | O_CREAT, STDOUT_FILENO);
  redirect(files.path("err"), O_WRONLY | O_CREAT, STDERR_FILENO);
  if (!input.folder.empty() && ::chdir(input.folder.c_str()) != 0) ::_exit(kNotStarted);
  for (const std::string& variable : input.environment) {
    const auto equals = variable.find('=');
    ::setenv(variable.substr(0, equals).c_str(), variable.substr(equals + 1).c_str(), 1);
  }
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(kNotStarted);
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& command, const ProcessInput& input) {
  const TempDir files;
  files.write("in", input.text);
  const pid_t pid = ::fork();
  if (pid == 0) start(command, input, files);
  int status = 0;
  if (pid < 0 || ::waitpid(pid, &status, 0) != pid) throw std::runtime_error("cannot run");
  ProcessResult result;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (result.status == kNotStarted) throw std::runtime_error("cannot start " + command.front());
  result.out = read_file(files.path("out"));
  result.err = read_file(files.path("err"));
  return result;
}

ProcessResult run_namndata(std::vector<std::string> arguments, const ProcessInput& input) {
  arguments.insert(arguments.begin(), NAMNDATA_PROGRAM);
  return run_process(arguments, input);
}

}  // namespace support
