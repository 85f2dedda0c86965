#pragma once
// What a plan must know of a file: its content and how long it is.

#include <string>

namespace app {

struct CountedPages {
  std::string sha256;   // "" when the file cannot be read
  int pages = 1;        // 1 when it cannot be opened as a report
  std::string message;  // why it cannot be read; "" else
};

// Never throws for a file: what it is worth is told when it is ingested.
CountedPages count_pages(const std::string& path);

}  // namespace app
