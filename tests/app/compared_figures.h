#pragma once
// Figures of a comparison for the tests of its formats.

#include <string>
#include <vector>

#include "schema/compare.h"

namespace compared {

inline schema::ComparedFigure figure(const std::string& code, const std::string& name,
                                     const std::string& period, const std::string& value) {
  schema::ComparedFigure made;
  made.indicator = "aldre.trygghetslarm";
  made.indicator_name = "Trygghetslarm";
  made.municipality_code = code;
  made.municipality = name;
  made.measure = "utfall";
  made.period = period;
  made.value = value;
  made.unit = "antal";
  made.status = "unverified";
  return made;
}

inline std::vector<schema::ComparedFigure> sample() {
  std::vector<schema::ComparedFigure> figures = {figure("1461", "Mellerud", "2023-01", "300"),
                                                 figure("0580", "Linköping", "2023-01", "5210"),
                                                 figure("1461", "Mellerud", "2023-02", "304")};
  figures[0].revised = true;
  figures[1].status = "contradicted";
  return figures;
}

}  // namespace compared
