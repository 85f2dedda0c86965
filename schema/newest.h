#pragma once
// Which report's word on a figure counts: the newest. Newest is the report of the latest period,
// else the latest made; rather printed than recognised (OCR); rather a longer period's report;
// rather from a table than from prose. The digest decides what is left, so that the order of
// loading does not.

#include <cstdint>

#include "schema/database.h"

namespace schema {

// The date of a report `r`, in SQL: its period's last day, else the day its file was made.
inline constexpr const char* kReportDate = "coalesce(r.period_end, r.creation_date, '')";

// The order of observations `o` of reports `r` that give one figure, in SQL.
inline constexpr const char* kNewestFirst =
    "coalesce(r.period_end, r.creation_date, '') DESC, o.method = 'ocr', "
    "coalesce(r.period_start, ''), coalesce(r.creation_date, '') DESC, r.sha256, "
    "CASE o.source WHEN 'table' THEN 1 WHEN 'prose' THEN 2 ELSE 3 END, o.qualifier <> '', "
    "o.position";

enum class Presence { stored, leaving };

// Chooses anew, for every figure of the report, which report's word on it is the newest, whether an
// older one says otherwise, and which figures two reports give alike. `leaving` leaves the report
// itself out: it is about to be deleted. Only rows that change are written.
void choose_newest(Database& database, std::int64_t report_id, Presence presence);

// The same for every figure there is, at a fifth of the cost when many reports are new. What does
// not count must not be marked as newest, revised or confirmed.
void choose_newest_of_all(Database& database);

}  // namespace schema
