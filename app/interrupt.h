#pragma once
// Interrupt: Ctrl-C (SIGINT) and SIGTERM. The first asks to end cleanly, the second to end at once.

namespace app {

// While one is alive, the signals are counted instead of ending the process. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // How often since the beginning. A system call that waits ends early (EINTR) when it grows.
  int count() const;
};

}  // namespace app
