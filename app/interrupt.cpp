#include "app/interrupt.h"

#include <array>
#include <csignal>

namespace app {

namespace {

constexpr std::array kSignals = {SIGINT, SIGTERM};

volatile std::sig_atomic_t times = 0;
std::array<struct sigaction, kSignals.size()> before;

void note(int) { times = times + 1; }

}  // namespace

Interrupt::Interrupt() {
  times = 0;
  struct sigaction action {};
  action.sa_handler = &note;
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    // What the parent process ignores (nohup) stays ignored.
    ::sigaction(kSignals[i], nullptr, &before[i]);
    if (before[i].sa_handler != SIG_IGN) ::sigaction(kSignals[i], &action, nullptr);
  }
}

Interrupt::~Interrupt() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before[i], nullptr);
}

int Interrupt::count() const { return times; }

}  // namespace app
