#include "schema/comparison_rows.h"

#include "schema/newest.h"

namespace schema {

namespace {

// "column IN (?, ?)" for the values, or nothing for none; the values are added to `bound`.
std::string one_of(const std::string& column, const std::vector<std::string>& values,
                   std::vector<std::string>& bound) {
  if (values.empty()) return "";
  std::string sql = " AND " + column + " IN (";
  for (std::size_t i = 0; i < values.size(); ++i) {
    bound.push_back(values[i]);
    sql += (i > 0 ? ", ?" : "?") + std::to_string(bound.size());
  }
  return sql + ")";
}

std::string where(const CompareQuery& query, std::vector<std::string>& bound) {
  std::string sql = one_of("o.indicator", query.indicators, bound) +
                    one_of("o.municipality_code", query.municipalities, bound) +
                    one_of("o.measure", query.measures, bound);
  if (!query.county_code.empty())
    sql += one_of("substr(o.municipality_code, 1, 2)", {query.county_code}, bound);
  if (!query.from.empty()) {
    bound.push_back(query.from);
    sql += " AND o.period_start >= ?" + std::to_string(bound.size());
  }
  if (!query.to.empty()) {
    bound.push_back(query.to);
    sql += " AND o.period_end <= ?" + std::to_string(bound.size());
  }
  return sql;
}

// What was known on a day, as a table with the columns of `observation`: the reports until then,
// the newest of them first, as choose_newest has it. `day` is the parameter that has it,
// `condition` what else is asked.
std::string known_observations(const std::string& day, const std::string& condition) {
  const std::string figure =
      "PARTITION BY o.municipality_code, r.board, o.series, o.period, o.measure";
  const std::string value = "CAST(o.value_text AS REAL)";
  return "(SELECT *, max(report_id <> newest_report AND unit = newest_unit AND value <> "
         "newest_value) OVER (PARTITION BY municipality_code, board, series, period, measure) "
         "AS revised, 1 AS newest FROM (SELECT o.report_id, o.position, o.indicator, "
         "o.municipality_code, "
         "r.board, o.series, o.measure, o.period, o.period_start, o.period_end, o.digits, o.scale, "
         "o.judgement, o.set_digits, o.set_scale, "
         "o.unit, o.page, o.status, " +
         value + " AS value, row_number() OVER by_rank AS rank, " +
         "first_value(o.report_id) OVER by_rank AS newest_report, "
         "first_value(o.unit) OVER by_rank AS newest_unit, first_value(" +
         value + ") OVER by_rank AS newest_value, " +
         "min(o.report_id) OVER by_value <> max(o.report_id) OVER by_value AS confirmed "
         "FROM observation AS o JOIN report AS r ON r.id = o.report_id "
         "WHERE o.indicator IS NOT NULL AND o.comparable = 1 AND " +
         kReportDate + " BETWEEN '0' AND " + day + condition + " WINDOW by_rank AS (" + figure +
         " ORDER BY " + kNewestFirst + "), by_value AS (" + figure + ", o.unit, " + value + ")))";
}

// The same observations, but found by the index observation_figure, which has what older reports
// say too. An indicator is one series wherever it stands, and where any report gives it, a newest
// does.
std::string by_series(const CompareQuery& query, std::vector<std::string>& bound) {
  std::string series;
  for (const std::string& indicator : query.indicators) {
    bound.push_back(indicator);
    series += (series.empty() ? "" : ", ") +
              std::string("(SELECT series FROM observation WHERE newest = 1 AND indicator = ?") +
              std::to_string(bound.size()) + " LIMIT 1)";
  }
  if (series.empty()) return "";
  return " AND o.series IN (" + series +
         ") AND o.municipality_code IN (SELECT code FROM municipality)";
}

}  // namespace

Statement ComparisonRows::prepare(Database& database, const std::string& sql) const {
  Statement statement = database.prepare(sql);
  for (std::size_t i = 0; i < bound.size(); ++i) {
    statement.bind(static_cast<int>(i) + 1, bound[i]);
  }
  return statement;
}

ComparisonRows comparison_rows(const CompareQuery& query) {
  ComparisonRows rows;
  const std::string condition = where(query, rows.bound);
  if (query.as_of.empty()) {
    rows.from_where = "observation AS o WHERE o.newest = 1 AND o.indicator IS NOT NULL" + condition;
  } else {
    const std::string found = by_series(query, rows.bound);
    rows.bound.push_back(query.as_of);
    rows.from_where =
        known_observations("?" + std::to_string(rows.bound.size()), condition + found) +
        " AS o WHERE o.rank = 1";
  }
  return rows;
}

std::string figures_sql(const ComparisonRows& rows) {
  return "SELECT o.indicator, o.municipality_code, o.measure, o.period, o.period_start, "
         "o.period_end, coalesce(o.set_digits, o.digits), coalesce(o.set_scale, o.scale), o.unit, "
         "o.page, " +
         std::string(kShownStatus) + ", o.revised, o.report_id, o.position FROM " +
         rows.from_where +
         " ORDER BY o.indicator, o.measure, o.municipality_code, o.period_start, o.period_end";
}

}  // namespace schema
