#pragma once
// A cube as a JSON-stat 2.0 dataset (https://json-stat.org/full/): null where there is no figure,
// the status of each figure in `status`, figures with all their decimals.

#include <iosfwd>

#include "schema/cube.h"

namespace schema {

void export_json_stat(const Cube& cube, std::ostream& out);

}  // namespace schema
