#pragma once
// Comparison: the same indicator in several municipalities over time, each figure with its sources.
//
//   CompareQuery query;
//   query.indicators = {"ifo.orosanmalningar_barn"};
//   query.municipalities = {"1461", "0580"};
//   for (const ComparedFigure& figure : compare(database, query)) …

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/catalogue.h"
#include "schema/database.h"
#include "schema/inhabitants.h"
#include "schema/report_texts.h"

namespace schema {

// Said beside every comparison of costs between municipalities (Riksrevisionen RiR 2018:7).
extern const char* const kCostCaveat;

struct CompareQuery {
  std::vector<std::string> indicators;      // ids; empty: all
  std::vector<std::string> municipalities;  // codes; empty: all
  std::vector<std::string> measures;        // "utfall", "budget", …; empty: all
  std::string county_code;                  // "" all
  std::string from, to;  // first and last day of the periods wanted, ISO; "" open
  // What was known that day (ISO): only reports whose own date is not later count; "" all.
  std::string as_of;
};

// One report's word on a figure.
struct FigureSource {
  std::string period;
  std::string report;  // document stem
  std::string report_sha256;
  int page = 0;
  std::string raw;
  std::string value;  // decimal text
  std::string unit;
  std::string status;
  std::string box;      // "[x0, y0, x1, y1]" in points; "" for plain text
  bool chosen = false;  // the one whose value is shown: of the newest report
};

struct ComparedFigure {
  std::string indicator, indicator_name;
  std::string municipality_code, municipality;
  std::string board;
  std::string measure;
  std::string period, period_start, period_end;
  std::string value;  // decimal text
  std::string unit;
  std::string per_1000_inhabitants;  // decimal text with two decimals; "" where it makes no sense
  std::optional<int> population_year;
  std::string report;
  std::string report_sha256;
  int page = 0;
  std::int64_t report_id = 0;  // with `position` the observation behind it
  std::int64_t position = 0;
  std::string status;
  bool revised = false;      // another report gives another value
  std::string how;           // "" as printed; "sum", "mean", "last", "part": per_period() made it
  int months = 0;            // so many of
  int of_months = 0;         // the period's months are known; 0: as printed
  std::string series_break;  // what changed since the period before; filled by add_breaks
  std::vector<FigureSource> sources;  // filled by add_sources
};

// The figures one after another, by indicator, measure, period, municipality and board. One pass
// over an index; what is kept of them are the reports that they come from.
//
//   for (Comparison comparison(database, query); comparison.next();) use(comparison.figure());
//
// The database cannot be written by this connection while one is there.
class Comparison {
 public:
  Comparison(Database& database, const CompareQuery& query);
  bool next();
  // The present one; holds until next().
  const ComparedFigure& figure() const { return *figures_[at_]; }

 private:
  bool read(ComparedFigure& figure);

  Snapshot snapshot_;  // the reports were read before the figures
  Inhabitants inhabitants_;
  std::unordered_map<std::string, std::string> indicators_, municipalities_;  // their names
  ReportTexts reports_;
  Statement rows_;
  // First those that differ in nothing but the board, then the one that was read ahead: their
  // memory is used again, since most texts of a figure have the length of those before.
  std::vector<std::unique_ptr<ComparedFigure>> figures_;
  std::size_t at_ = 0, count_ = 0;
  bool more_ = false;  // a figure was read ahead
};

// All of them. `sources` and `series_break` are empty still.
std::vector<ComparedFigure> compare(Database& database, const CompareQuery& query);
// Fills per_1000_inhabitants and population_year of each; compare() has done so.
void add_per_1000(Database& database, std::vector<ComparedFigure>& figures);
// Shares and indexes are not counted per inhabitant, and not summed.
bool counted_per_inhabitant(std::string_view unit);
// The figures in the order in which they are stored: to find each of them, one after another, is
// then a way forward through the file.
std::vector<ComparedFigure*> as_stored(std::vector<ComparedFigure>& figures);
// Fills `sources` of each; `as_of` as in the query that gave the figures.
void add_sources(Database& database, std::vector<ComparedFigure>& figures,
                 const std::string& as_of = "");
// True for money: kCostCaveat belongs beside it.
bool is_cost(const ComparedFigure& figure);
bool needs_cost_caveat(const std::vector<ComparedFigure>& figures);  // of any

// Codes for names, codes or official names. Throws extract::Error(bad_argument) with near names.
std::vector<std::string> municipality_codes(const Catalogue& catalogue,
                                            const std::vector<std::string>& texts);
// Ids for ids, names, or all of an area ("IFO"). Throws extract::Error(bad_argument).
std::vector<std::string> indicator_ids(const Catalogue& catalogue,
                                       const std::vector<std::string>& texts);

}  // namespace schema
