#pragma once
// Exports: the observations as tidy CSV, UTF-8, RFC 4180, point decimals, ISO dates; one row per
// figure in the order of municipality, report, page and position, so the same database gives the
// same bytes.

#include <cstdint>
#include <iosfwd>
#include <string_view>

#include "schema/database.h"

namespace schema {

// The columns of the view `observations`, with a header row. Returns the rows written.
std::int64_t export_csv(Database& database, std::ostream& out);

// Any of the views named in docs/schema.md, ordered by all its columns.
// REQUIRES: is_exportable(view).
std::int64_t export_view_csv(Database& database, std::string_view view, std::ostream& out);
bool is_exportable(std::string_view view);

}  // namespace schema
