#include "schema/series_numbers.h"

namespace schema {

std::size_t SeriesNumbers::of(const ComparedFigure& figure) {
  key_.clear();
  for (const std::string* text :
       {&figure.indicator, &figure.measure, &figure.municipality_code, &figure.board}) {
    key_ += *text;
    key_ += '\0';
  }
  return numbers_.try_emplace(key_, numbers_.size()).first->second;
}

}  // namespace schema
