#pragma once
// Exports of a view as text, a line per row: CSV (RFC 4180, UTF-8, decimal point, ISO dates), CSV
// as a Swedish Excel opens it, JSON lines. The same database gives the same bytes.

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string_view>

#include "schema/database.h"

namespace schema {

// The views named in docs/schema.md: what may be exported.
std::span<const std::string_view> exportable_views();
bool is_exportable(std::string_view view);

// Each returns the rows written. REQUIRES: is_exportable(view).
std::int64_t export_csv(Database& database, std::string_view view, std::ostream& out);
// Semicolon, decimal comma, byte order mark; texts that Excel would run or change are guarded
// (excel_csv.h).
std::int64_t export_excel_csv(Database& database, std::string_view view, std::ostream& out);
// An object per row, all columns in each; numbers as numbers with the digits printed. A text that
// is no UTF-8 is written with U+FFFD, and its bytes in hexadecimal in the member "bytes".
std::int64_t export_json_lines(Database& database, std::string_view view, std::ostream& out);

}  // namespace schema
