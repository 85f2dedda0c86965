#pragma once
// PopplerErrors: while one is alive, what Poppler complains of becomes diagnostics instead of
// lines on stderr.

#include <cstddef>

#include "extract/diagnostics.h"

namespace extract {

class PopplerErrors {
 public:
  // `page` 0: the whole document.
  PopplerErrors(Diagnostics& diagnostics, int page);
  ~PopplerErrors();
  PopplerErrors(const PopplerErrors&) = delete;
  PopplerErrors& operator=(const PopplerErrors&) = delete;
};

}  // namespace extract
