#pragma once
// FaultyVfs: while one is alive, what SQLite opens goes through it to the real files, and it can
// make single operations fail, as a full or dying disk does.
//
//   FaultyVfs disk;
//   disk.fail(Fault::full, 17, true);   // the 17th write from now on and all after it
//   … use a database …
//   CHECK(disk.struck());

#include <cstddef>
#include <memory>

namespace support {

enum class Fault {
  write,  // a write ends with an input/output error
  sync,   // bytes do not reach the disk
  full,   // a write finds the disk full
};

class FaultyVfs {
 public:
  FaultyVfs();  // one at a time
  ~FaultyVfs();
  FaultyVfs(const FaultyVfs&) = delete;
  FaultyVfs& operator=(const FaultyVfs&) = delete;

  // The nth operation from now on fails (1 is the next), and with `lasting` all after it.
  void fail(Fault fault, std::size_t nth, bool lasting);
  // Nothing fails; counts from 0 again.
  void work();
  // Operations that `fault` can strike, since fail() or work().
  std::size_t operations(Fault fault) const;
  // Something failed since fail().
  bool struck() const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace support
