#pragma once
// The median of a few measures: font sizes, pitches.

#include <algorithm>
#include <vector>

namespace parsers {

// The upper median of `values`; `otherwise` when there are none. Linear.
inline double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<long>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace parsers
