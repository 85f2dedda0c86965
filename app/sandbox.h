#pragma once
// Sandbox: what a worker process may still do after it has entered: compute, allocate memory, read
// and write what is open. No other files, no network, no other programs, no other processes. Only
// Poppler's own character maps can be opened, to be read.
//
// Three parts of Linux, each as far as the kernel has it: no_new_privs, Landlock (files), seccomp
// (system calls, by libseccomp).

#include <string>

namespace app {

// For the calling process, for good. What the kernel does not have is left out: sandbox_state()
// tells what is.
void enter_sandbox();

struct SandboxState {
  bool complete = false;  // all three parts are active
  std::string text;       // a line each: "seccomp: active", or why not and what follows
};

// What a worker is kept from on this machine, found out by entering in a process of its own.
SandboxState sandbox_state();

}  // namespace app
