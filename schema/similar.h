#pragma once
// Municipalities of a similar size, for comparisons like with like.

#include <cstddef>
#include <string>
#include <vector>

#include "schema/database.h"

namespace schema {

// The municipality itself and the `count` others in the database whose population is nearest to
// its own in the last year that is known of it; by code where two are as near. Throws
// extract::Error(bad_argument) when its population is not known.
std::vector<std::string> similar_municipalities(Database& database, const std::string& code,
                                                std::size_t count);

}  // namespace schema
