#include "schema/compare.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>
#include <unordered_map>

#include "extract/error.h"
#include "schema/comparison_rows.h"
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

int year_of(std::string_view date) {
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(4, date.size()), year);
  return year;
}

void add_per_inhabitant(ComparedFigure& figure, const parsers::Decimal& value,
                        const Inhabitants& inhabitants) {
  figure.per_1000_inhabitants.clear();
  figure.population_year.reset();
  if (!counted_per_inhabitant(figure.unit)) return;
  const BaseValue base = base_value(value, figure.unit);
  if (!base.value) return;
  const auto known = inhabitants.nearest(figure.municipality_code, year_of(figure.period_end));
  if (!known) return;
  figure.population_year = known->year;
  figure.per_1000_inhabitants = per_1000(*base.value, known->persons);
}

std::unordered_map<std::string, std::string> read_names(Database& database, std::string_view sql) {
  std::unordered_map<std::string, std::string> names;
  Statement select = database.prepare(sql);
  while (select.step()) names.emplace(select.text(0), select.text(1));
  return names;
}

// The reports that the figures of a comparison come from, or more.
std::vector<std::int64_t> report_ids(Database& database, const CompareQuery& query) {
  std::vector<std::int64_t> ids;
  const auto read = [&ids](Statement select) {
    while (select.step()) ids.push_back(select.integer(0));
  };
  if (query.as_of.empty()) {
    const ComparisonRows rows = comparison_rows(query);
    read(rows.prepare(database, "SELECT o.report_id FROM " + rows.from_where));
  } else {  // rather all that were there than to work out twice what was known
    Statement known = database.prepare("SELECT r.id FROM report AS r WHERE " +
                                       std::string(kReportDate) + " BETWEEN '0' AND ?1");
    known.bind(1, query.as_of);
    read(std::move(known));
  }
  return ids;
}

Statement select_figures(Database& database, const CompareQuery& query) {
  const ComparisonRows rows = comparison_rows(query);
  return rows.prepare(database, figures_sql(rows));
}

bool differ_in_board(const ComparedFigure& a, const ComparedFigure& b) {
  const auto key = [](const ComparedFigure& f) {
    return std::tie(f.municipality_code, f.period_start, f.period_end, f.measure, f.indicator);
  };
  return key(a) == key(b);
}

}  // namespace

bool counted_per_inhabitant(std::string_view unit) {
  static const std::set<std::string_view> kNot = {
      "procent", "procentenheter", "promille", "index", "poäng", "år", ""};
  return !kNot.contains(unit);
}

void add_per_1000(Database& database, std::vector<ComparedFigure>& figures) {
  const Inhabitants inhabitants(database);
  for (ComparedFigure& figure : figures) {
    const auto value = parsers::Decimal::from_string(figure.value);
    if (value) add_per_inhabitant(figure, *value, inhabitants);
  }
}

Comparison::Comparison(Database& database, const CompareQuery& query)
    : snapshot_(database),
      inhabitants_(database),
      indicators_(read_names(database, "SELECT id, name FROM indicator")),
      municipalities_(read_names(database, "SELECT code, name FROM municipality")),
      reports_(database, report_ids(database, query)),
      rows_(select_figures(database, query)) {
  figures_.push_back(std::make_unique<ComparedFigure>());
  more_ = read(*figures_.front());
}

bool Comparison::next() {
  if (++at_ < count_) return true;
  if (!more_) return false;
  // The figure that was read ahead, and those that differ from it in nothing but the board.
  std::swap(figures_.front(), figures_[count_]);
  at_ = 0;
  count_ = 0;
  do {
    if (++count_ == figures_.size()) figures_.push_back(std::make_unique<ComparedFigure>());
    more_ = read(*figures_[count_]);
  } while (more_ && differ_in_board(*figures_.front(), *figures_[count_]));
  std::stable_sort(figures_.begin(), figures_.begin() + static_cast<std::ptrdiff_t>(count_),
                   [](const auto& a, const auto& b) { return a->board < b->board; });
  return true;
}

bool Comparison::read(ComparedFigure& figure) {
  if (!rows_.step()) return false;
  const Statement& row = rows_;
  if (figure.indicator != row.text(0)) {
    figure.indicator = row.text(0);
    figure.indicator_name = indicators_.at(figure.indicator);
  }
  figure.municipality_code = row.text(1);
  figure.municipality = municipalities_.at(figure.municipality_code);
  figure.measure = row.text(2);
  figure.period = row.text(3);
  figure.period_start = row.text(4);
  figure.period_end = row.text(5);
  const parsers::Decimal value{row.integer(6), static_cast<int>(row.integer(7))};
  figure.value = value.to_string();
  figure.unit = row.text(8);
  figure.page = static_cast<int>(row.integer(9));
  figure.status = row.text(10);
  figure.revised = row.integer(11) != 0;
  figure.report_id = row.integer(12);
  figure.position = row.integer(13);
  const ReportTexts::Texts report = reports_.of(figure.report_id);
  figure.board = report.board;
  figure.report = report.document;
  figure.report_sha256 = report.sha256;
  add_per_inhabitant(figure, value, inhabitants_);
  return true;
}

std::vector<ComparedFigure> compare(Database& database, const CompareQuery& query) {
  std::vector<ComparedFigure> figures;
  for (Comparison comparison(database, query); comparison.next();) {
    figures.push_back(comparison.figure());
  }
  return figures;
}

std::vector<ComparedFigure*> as_stored(std::vector<ComparedFigure>& figures) {
  std::vector<ComparedFigure*> order;
  order.reserve(figures.size());
  for (ComparedFigure& figure : figures) order.push_back(&figure);
  std::sort(order.begin(), order.end(), [](const ComparedFigure* a, const ComparedFigure* b) {
    return std::tie(a->report_id, a->position) < std::tie(b->report_id, b->position);
  });
  return order;
}

void add_sources(Database& database, std::vector<ComparedFigure>& figures,
                 const std::string& as_of) {
  const Snapshot snapshot(database);
  Statement select = database.prepare(
      "SELECT r.document, r.sha256, o.page, o.raw, o.value_text, o.unit, " +
      std::string(kShownStatus) +
      ", o.newest, CASE WHEN o.x0 IS NULL THEN NULL "
      "ELSE printf('[%.2f, %.2f, %.2f, %.2f]', o.x0, o.y0, o.x1, o.y1) END "
      "FROM observation AS shown CROSS JOIN observation AS o "
      "ON o.municipality_code = shown.municipality_code AND o.series = shown.series "
      "AND o.period = shown.period AND o.measure = shown.measure AND o.comparable = 1 "
      "CROSS JOIN report AS r ON r.id = o.report_id "
      "WHERE shown.report_id = ?1 AND shown.position = ?2 AND coalesce(r.board, '') = ?3 "
      "AND (?4 = '' OR " +
      std::string(kReportDate) +
      " BETWEEN '0' AND ?4) "
      "ORDER BY CASE WHEN ?4 = '' THEN o.newest ELSE o.report_id = ?1 AND o.position = ?2 END "
      "DESC, "
      "r.document, r.sha256, o.page, o.raw, o.position");
  for (ComparedFigure* const shown : as_stored(figures)) {
    ComparedFigure& figure = *shown;
    figure.sources.clear();
    select.bind(1, figure.report_id).bind(2, figure.position).bind(3, figure.board);
    select.bind(4, as_of);
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

bool is_cost(const ComparedFigure& figure) { return is_money(figure.unit); }

bool needs_cost_caveat(const std::vector<ComparedFigure>& figures) {
  return std::any_of(figures.begin(), figures.end(), is_cost);
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
