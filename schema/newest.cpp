#include "schema/newest.h"

#include <optional>
#include <string>
#include <vector>

namespace schema {

namespace {

// Every report's word on some figures. A figure is a board's, of a municipality.
constexpr const char* kRanked = R"sql(ranked AS (
  SELECT o.report_id, o.position, r.board, o.series, o.period, o.measure, o.unit,
         CAST(o.value_text AS REAL) AS value,
         row_number() OVER by_rank AS rank,
         first_value(o.report_id) OVER by_rank AS newest_report,
         first_value(o.unit) OVER by_rank AS newest_unit,
         first_value(CAST(o.value_text AS REAL)) OVER by_rank AS newest_value,
         min(o.report_id) OVER by_value <> max(o.report_id) OVER by_value AS confirmed
)sql";

// The figures of a report, also those that no longer count.
constexpr const char* kFiguresOfReport = R"sql(
WITH figure AS (
  SELECT DISTINCT o.municipality_code, o.series, o.period, o.measure, r.board
  FROM observation AS o JOIN report AS r ON r.id = o.report_id
  WHERE o.report_id = ?1 AND o.municipality_code IS NOT NULL AND o.period IS NOT NULL
), )sql";

constexpr const char* kWordsOnThem = R"sql(
  FROM figure AS f
  CROSS JOIN observation AS o
    ON o.municipality_code = f.municipality_code AND o.series = f.series AND o.period = f.period
       AND o.measure = f.measure AND o.comparable = 1 AND o.report_id IS NOT ?2
  JOIN report AS r ON r.id = o.report_id AND r.board IS f.board
)sql";

constexpr const char* kWordsOnMunicipality = R"sql(
  FROM observation AS o JOIN report AS r ON r.id = o.report_id
  WHERE o.municipality_code = ?1 AND o.comparable = 1
)sql";

constexpr const char* kByRank = R"sql(
  WINDOW by_rank AS (
    PARTITION BY r.board, o.series, o.period, o.measure ORDER BY )sql";

constexpr const char* kUpdate = R"sql(
  ), by_value AS (
    PARTITION BY r.board, o.series, o.period, o.measure, o.unit, CAST(o.value_text AS REAL)
  )
), judged AS (
  SELECT report_id, position, rank = 1 AS newest,
         rank = 1 AND max(report_id <> newest_report AND unit = newest_unit AND value <> newest_value)
                        OVER (PARTITION BY board, series, period, measure) AS revised,
         confirmed
  FROM ranked
)
UPDATE observation SET newest = j.newest, revised = j.revised, confirmed = j.confirmed
FROM judged AS j
WHERE observation.report_id = j.report_id AND observation.position = j.position
  AND (observation.newest <> j.newest OR observation.revised <> j.revised
       OR observation.confirmed <> j.confirmed)
)sql";

}  // namespace

void choose_newest(Database& database, std::int64_t report_id, Presence presence) {
  Statement choose = database.prepare(std::string(kFiguresOfReport) + kRanked + kWordsOnThem +
                                      kByRank + kNewestFirst + kUpdate);
  const bool leaves = presence == Presence::leaving;
  choose.bind(1, report_id).bind(2, leaves ? std::optional(report_id) : std::nullopt).run();
}

void choose_newest_of_all(Database& database) {
  std::vector<std::string> municipalities;
  {
    Statement select = database.prepare(
        "SELECT code FROM municipality WHERE code IN (SELECT municipality_code FROM report)");
    while (select.step()) municipalities.emplace_back(select.text(0));
  }
  // One after the other: the words on all figures of one are sorted in memory.
  Statement choose = database.prepare(std::string("WITH ") + kRanked + kWordsOnMunicipality +
                                      kByRank + kNewestFirst + kUpdate);
  for (const std::string& code : municipalities) choose.bind(1, code).run();
}

}  // namespace schema
