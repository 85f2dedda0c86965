#pragma once
// What a plan must know of files: their contents and how long they are. Files are opened by worker
// processes, as for reading them.

#include <functional>
#include <string>
#include <vector>

#include "app/reading_limits.h"

namespace app {

struct CountedPages {
  std::string sha256;   // "" when the file cannot be read
  int pages = 1;        // 1 when it cannot be opened as a report
  std::string message;  // why it cannot be read; "" else
};

// One per path, in their order. Never throws for a file: what it is worth is told when it is
// ingested. `told` is called before each file.
std::vector<CountedPages> count_pages(const std::vector<std::string>& paths,
                                      const ReadingLimits& limits, std::size_t jobs,
                                      const std::function<void(const std::string& path)>& told);

}  // namespace app
