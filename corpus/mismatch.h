#pragma once
// Mismatch: which figures of a sample report were missed, read wrongly or understood wrongly, for
// whoever improves the reading.

#include <span>
#include <string>

#include "corpus/truth.h"

namespace corpus {

// One line per figure, at most `limit` of each sort, tab-separated:
//   missed  page  row  column  value  period  measure  unit
//   wrong   …                                           (read, but not expected)
//   meant   …                                           (expected; labels and value were read)
//   read    …                                           (what stood there instead)
// "" where everything agrees.
std::string mismatch_lines(const Truth& truth, std::span<const Figure> read, int limit);

// The same for the report `name` of `directory`/reports (see evaluate.h).
std::string sample_mismatches(const std::string& directory, const std::string& name, int limit);

}  // namespace corpus
