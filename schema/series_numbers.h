#pragma once
// SeriesNumbers: which series a figure of a comparison belongs to (indicator, measure, municipality
// and board), as a number to count and look up with.
//
//   SeriesNumbers series;
//   for (const ComparedFigure& figure : figures) groups[series.of(figure)].push_back(&figure);

#include <cstddef>
#include <string>
#include <unordered_map>

#include "schema/compare.h"

namespace schema {

class SeriesNumbers {
 public:
  // From 0; a series that was not seen before gets the next number.
  std::size_t of(const ComparedFigure& figure);

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::string key_;
};

}  // namespace schema
