#pragma once
// The rows of one report: writing and deleting what hangs on it (places, observations, checks,
// diagnostics, page texts), and choosing which report's word on a figure is the newest. load.h
// decides when; these run inside its transaction.

#include <cstdint>
#include <span>
#include <string_view>

#include "extract/diagnostics.h"
#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/database.h"

namespace schema {

// The id of a report: the first 63 bits of its SHA-256. REQUIRES: 64 hexadecimal digits.
std::int64_t report_id(std::string_view sha256);

// Everything of the report but its own row in `report`, with `newest` brought up to date in all
// reports that give the same figures.
void insert_report_rows(Database& database, const Catalogue& catalogue, std::int64_t id,
                        const parsers::Report& report,
                        std::span<const extract::Diagnostic> diagnostics);
void delete_report_rows(Database& database, std::int64_t id);

}  // namespace schema
