#include "schema/compare.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>

#include "extract/error.h"
#include "parsers/decimal.h"
#include "schema/label_key.h"
#include "schema/label_matcher.h"
#include "schema/match.h"
#include "schema/newest.h"

namespace schema {

const char* const kCostCaveat =
    "Costs: municipalities distribute overhead freely over their activities, so that comparisons "
    "of "
    "costs are uncertain (Riksrevisionen RiR 2018:7).";

namespace {

// A denominator may be this many years off the figure's; its year is always shown.
constexpr int kMaxYearsOff = 5;
constexpr int kPer1000Decimals = 2;

using Years = std::map<int, std::int64_t>;

std::map<std::string, Years> read_population(Database& database) {
  std::map<std::string, Years> population;
  Statement select = database.prepare("SELECT municipality_code, year, persons FROM population");
  while (select.step()) {
    population[std::string(select.text(0))][static_cast<int>(select.integer(1))] =
        select.integer(2);
  }
  return population;
}

// The nearest known year, the earlier of two; nothing further off than kMaxYearsOff.
std::optional<int> nearest_year(const Years& years, int wanted) {
  const auto after = years.lower_bound(wanted);
  std::optional<int> best;
  if (after != years.end() && after->first - wanted <= kMaxYearsOff) best = after->first;
  if (after == years.begin()) return best;
  const int before = std::prev(after)->first;
  if (wanted - before > kMaxYearsOff || best == wanted) return best;
  if (!best || wanted - before <= *best - wanted) best = before;
  return best;
}

// value × 1000 / persons, rounded half away from zero to kPer1000Decimals.
std::string per_1000(const parsers::Decimal& value, std::int64_t persons) {
  __int128 numerator = value.digits;
  for (int i = 0; i < 3 + kPer1000Decimals; ++i) numerator *= 10;
  __int128 denominator = persons;
  for (int i = 0; i < value.scale; ++i) denominator *= 10;
  const bool negative = numerator < 0;
  const __int128 rounded =
      ((negative ? -numerator : numerator) * 2 + denominator) / (denominator * 2);
  const auto digits = static_cast<std::int64_t>(rounded);
  return parsers::Decimal{negative ? -digits : digits, kPer1000Decimals}.to_string();
}

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

// The observations that a comparison shows and the conditions on them, as FROM and WHERE.
std::string from_where(const CompareQuery& query, std::vector<std::string>& bound) {
  const std::string condition = where(query, bound);
  const std::string join = " AS o CROSS JOIN report AS r ON r.id = o.report_id WHERE ";
  if (query.as_of.empty()) {
    return "observation" + join + "o.newest = 1 AND o.indicator IS NOT NULL" + condition;
  }
  bound.push_back(query.as_of);
  return known_observations("?" + std::to_string(bound.size()), condition) + join + "o.rank = 1";
}

std::unordered_map<std::string, std::string> read_names(Database& database, std::string_view sql) {
  std::unordered_map<std::string, std::string> names;
  Statement select = database.prepare(sql);
  while (select.step()) names.emplace(select.text(0), select.text(1));
  return names;
}

void add_per_inhabitant(ComparedFigure& figure, const parsers::Decimal& value, int year,
                        const std::map<std::string, Years>& population) {
  const auto years = population.find(figure.municipality_code);
  const BaseValue base = base_value(value, figure.unit);
  if (years == population.end() || !counted_per_inhabitant(figure.unit) || !base.value) return;
  figure.population_year = nearest_year(years->second, year);
  if (!figure.population_year) return;
  figure.per_1000_inhabitants = per_1000(*base.value, years->second.at(*figure.population_year));
}

int year_of(std::string_view date) { return std::stoi(std::string(date.substr(0, 4))); }

}  // namespace

bool counted_per_inhabitant(std::string_view unit) {
  static const std::set<std::string_view> kNot = {
      "procent", "procentenheter", "promille", "index", "poäng", "år", ""};
  return !kNot.contains(unit);
}

void add_per_1000(Database& database, std::vector<ComparedFigure>& figures) {
  const std::map<std::string, Years> population = read_population(database);
  for (ComparedFigure& figure : figures) {
    const auto value = parsers::Decimal::from_string(figure.value);
    if (value) add_per_inhabitant(figure, *value, year_of(figure.period_end), population);
  }
}

std::vector<ComparedFigure> compare(Database& database, const CompareQuery& query) {
  const std::map<std::string, Years> population = read_population(database);
  const auto indicators = read_names(database, "SELECT id, name FROM indicator");
  const auto municipalities = read_names(database, "SELECT code, name FROM municipality");
  std::vector<std::string> bound;
  const std::string from = from_where(query, bound);
  // Names come from two small tables, everything else from one index and the reports.
  Statement select = database.prepare(
      "SELECT o.indicator, o.municipality_code, r.board, o.measure, o.period, o.period_end, "
      "coalesce(o.set_digits, o.digits), "
      "coalesce(o.set_scale, o.scale), o.unit, r.document, r.sha256, o.page, "
      "CASE WHEN o.judgement IN ('set', 'confirmed') THEN 'verified' "
      "WHEN o.status = 'unverified' AND o.confirmed = 1 THEN 'verified' ELSE o.status END, "
      "o.revised, o.period_start, o.report_id, o.position FROM " +
      from +
      " ORDER BY o.indicator, o.measure, o.period_start, o.period_end, o.municipality_code, "
      "r.board");
  for (std::size_t i = 0; i < bound.size(); ++i) select.bind(static_cast<int>(i) + 1, bound[i]);

  std::vector<ComparedFigure> figures;
  while (select.step()) {
    ComparedFigure figure;
    figure.indicator = select.text(0);
    figure.indicator_name = indicators.at(figure.indicator);
    figure.municipality_code = select.text(1);
    figure.municipality = municipalities.at(figure.municipality_code);
    figure.board = select.text(2);
    figure.measure = select.text(3);
    figure.period = select.text(4);
    const parsers::Decimal value{select.integer(6), static_cast<int>(select.integer(7))};
    figure.value = value.to_string();
    figure.unit = select.text(8);
    figure.report = select.text(9);
    figure.report_sha256 = select.text(10);
    figure.page = static_cast<int>(select.integer(11));
    figure.status = select.text(12);
    figure.revised = select.integer(13) != 0;
    figure.period_start = select.text(14);
    figure.period_end = select.text(5);
    figure.report_id = select.integer(15);
    figure.position = select.integer(16);
    add_per_inhabitant(figure, value, year_of(figure.period_end), population);
    figures.push_back(std::move(figure));
  }
  return figures;
}

void add_sources(Database& database, std::vector<ComparedFigure>& figures,
                 const std::string& as_of) {
  Statement select = database.prepare(
      "SELECT report, report_sha256, page, raw, value, unit, status, chosen, box FROM "
      "comparison_sources "
      "WHERE municipality_code = ?1 AND indicator = ?2 AND period = ?3 AND measure = ?4 "
      "AND coalesce(board, '') = ?5 AND (?6 = '' OR report_date BETWEEN '0' AND ?6) "
      "ORDER BY CASE WHEN ?6 = '' THEN chosen ELSE report_sha256 = ?7 AND page = ?8 AND value = ?9 "
      "END DESC, report, report_sha256, page, raw");
  for (ComparedFigure& figure : figures) {
    figure.sources.clear();
    select.bind(1, figure.municipality_code).bind(2, figure.indicator).bind(3, figure.period);
    select.bind(4, figure.measure).bind(5, figure.board).bind(6, as_of);
    select.bind(7, figure.report_sha256).bind(8, figure.page).bind(9, figure.value);
    while (select.step()) {
      FigureSource source;
      source.period = figure.period;
      source.report = select.text(0);
      source.report_sha256 = select.text(1);
      source.page = static_cast<int>(select.integer(2));
      source.raw = select.text(3);
      source.value = select.text(4);
      source.unit = select.text(5);
      source.status = select.text(6);
      source.chosen = as_of.empty() ? select.integer(7) != 0 : figure.sources.empty();
      source.box = select.text(8);
      figure.sources.push_back(std::move(source));
    }
  }
}

bool needs_cost_caveat(const std::vector<ComparedFigure>& figures) {
  return std::any_of(figures.begin(), figures.end(),
                     [](const ComparedFigure& figure) { return is_money(figure.unit); });
}

std::vector<std::string> municipality_codes(const Catalogue& catalogue,
                                            const std::vector<std::string>& texts) {
  std::vector<std::string> codes;
  for (const std::string& text : texts) {
    const Municipality* found = catalogue.find_municipality(text);
    if (found == nullptr) {
      std::string message = "no municipality is named so";
      const std::string key = label_key(text);
      for (const Municipality& m : catalogue.municipalities()) {
        if (!key.empty() && label_key(m.name).starts_with(key))
          message += "; did you mean " + m.name + "?";
      }
      throw extract::Error(extract::ErrorCode::bad_argument, text, message);
    }
    codes.push_back(found->code);
  }
  return codes;
}

std::vector<std::string> indicator_ids(const Catalogue& catalogue,
                                       const std::vector<std::string>& texts) {
  std::vector<std::string> ids;
  for (const std::string& text : texts) {
    if (const Indicator* found = catalogue.find_indicator(text)) {
      ids.push_back(found->id);
      continue;
    }
    const std::size_t before = ids.size();
    for (const Area& area : catalogue.areas()) {
      if (label_key(text) != area.id && label_key(text) != label_key(area.name)) continue;
      for (const Indicator& indicator : catalogue.indicators()) {
        if (indicator.area == area.id) ids.push_back(indicator.id);
      }
    }
    if (ids.size() == before) {
      throw extract::Error(extract::ErrorCode::bad_argument, text,
                           "no indicator or area is named so; namndata labels lists them");
    }
  }
  return ids;
}

}  // namespace schema
