#include "tests/support/faulty_vfs.h"

#include <sqlite3.h>

#include <stdexcept>

namespace support {

struct FaultyVfs::State {
  sqlite3_vfs vfs{};
  sqlite3_vfs* real = nullptr;
  std::size_t writes = 0, syncs = 0;
  std::size_t nth = 0;  // 0: none fails
  Fault fault = Fault::write;
  bool lasting = false, struck = false;

  // What becomes of an operation that is number `count` of its kind.
  int outcome(bool sync, std::size_t count) {
    if (nth == 0 || sync != (fault == Fault::sync)) return SQLITE_OK;
    if (lasting ? count < nth : count != nth) return SQLITE_OK;
    struck = true;
    if (fault == Fault::write) return SQLITE_IOERR_WRITE;
    return fault == Fault::sync ? SQLITE_IOERR_FSYNC : SQLITE_FULL;
  }
};

namespace {

// Ours, with the real file right behind it.
struct File {
  sqlite3_file base;
  FaultyVfs::State* state;
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

// Calls the method of the real file.
template <auto method, typename... Arguments>
auto pass(sqlite3_file* file, Arguments... arguments) {
  return (real(file)->pMethods->*method)(real(file), arguments...);
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
  auto* state = reinterpret_cast<File*>(file)->state;
  const int outcome = state->outcome(false, ++state->writes);
  if (outcome != SQLITE_OK) return outcome;
  return pass<&sqlite3_io_methods::xWrite>(file, data, size, offset);
}

// Nothing is brought to the disk, which takes long and which no test here can see.
int sync(sqlite3_file* file, int) {
  auto* state = reinterpret_cast<File*>(file)->state;
  return state->outcome(true, ++state->syncs);
}

const sqlite3_io_methods kMethods = {
    2,  // without memory-mapped files, which are read only
    &pass<&sqlite3_io_methods::xClose>,
    &pass<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
    &write,
    &pass<&sqlite3_io_methods::xTruncate, sqlite3_int64>,
    &sync,
    &pass<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
    &pass<&sqlite3_io_methods::xLock, int>,
    &pass<&sqlite3_io_methods::xUnlock, int>,
    &pass<&sqlite3_io_methods::xCheckReservedLock, int*>,
    &pass<&sqlite3_io_methods::xFileControl, int, void*>,
    &pass<&sqlite3_io_methods::xSectorSize>,
    &pass<&sqlite3_io_methods::xDeviceCharacteristics>,
    &pass<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
    &pass<&sqlite3_io_methods::xShmLock, int, int, int>,
    &pass<&sqlite3_io_methods::xShmBarrier>,
    &pass<&sqlite3_io_methods::xShmUnmap, int>,
    nullptr,
    nullptr,
};

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  auto* state = static_cast<FaultyVfs::State*>(vfs->pAppData);
  reinterpret_cast<File*>(file)->state = state;
  const int result = state->real->xOpen(state->real, name, real(file), flags, flags_out);
  // SQLite closes whatever has methods.
  file->pMethods = real(file)->pMethods == nullptr ? nullptr : &kMethods;
  return result;
}

}  // namespace

FaultyVfs::FaultyVfs() : state_(std::make_unique<State>()) {
  state_->real = sqlite3_vfs_find(nullptr);
  if (state_->real == nullptr) throw std::runtime_error("SQLite has no files");
  // All but opening is the real one's: it gets a vfs that differs in name and size of files only.
  state_->vfs = *state_->real;
  state_->vfs.zName = "faulty";
  state_->vfs.szOsFile += static_cast<int>(sizeof(File));
  state_->vfs.pAppData = state_.get();
  state_->vfs.xOpen = &open;
  sqlite3_vfs_register(&state_->vfs, 1);
}

FaultyVfs::~FaultyVfs() {
  sqlite3_vfs_unregister(&state_->vfs);
  sqlite3_vfs_register(state_->real, 1);
}

void FaultyVfs::work() { fail(Fault::write, 0, false); }

void FaultyVfs::fail(Fault fault, std::size_t nth, bool lasting) {
  state_->writes = state_->syncs = 0;
  state_->fault = fault;
  state_->nth = nth;
  state_->lasting = lasting;
  state_->struck = false;
}

std::size_t FaultyVfs::operations(Fault fault) const {
  return fault == Fault::sync ? state_->syncs : state_->writes;
}

bool FaultyVfs::struck() const { return state_->struck; }

}  // namespace support
