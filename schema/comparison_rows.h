#pragma once
// Which observations a comparison shows, as SQL: those of the newest reports, or what was known on
// a day.

#include <string>
#include <vector>

#include "schema/compare.h"
#include "schema/database.h"

namespace schema {

struct ComparisonRows {
  std::string from_where;          // "… AS o WHERE …", with the columns of `observation`
  std::vector<std::string> bound;  // its parameters, from 1

  // `sql`, which is about these rows, with the parameters bound.
  Statement prepare(Database& database, const std::string& sql) const;
};

ComparisonRows comparison_rows(const CompareQuery& query);

// What is shown as the status of an observation `o`.
inline constexpr const char* kShownStatus =
    "CASE WHEN o.judgement IN ('set', 'confirmed') THEN 'verified' "
    "WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified' ELSE o.status END";

// indicator, municipality_code, measure, period, its first and last day, digits, scale, unit, page,
// status, revised, report_id and position of the rows, by indicator, measure, municipality
// and period: the index observation_comparison has all of it in this order.
std::string figures_sql(const ComparisonRows& rows);

}  // namespace schema
