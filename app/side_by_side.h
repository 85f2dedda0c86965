#pragma once
// SideBySide: a comparison for a terminal, built as the figures come.
//
//   SideBySide table(per_1000);
//   while (comparison.next()) table.add(comparison.figure());
//   console.out(table.text());

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/compare.h"

namespace app {

// A line per indicator, measure, period and unit; a column per municipality. `r` behind a figure
// says that another report gives another value, `!` that a check contradicts it, `(9/12)` that 9 of
// the period's 12 months are known, `|1` that the series breaks before it, for the reason told
// below as number 1. With per_1000 the values are per 1,000 inhabitants, with the year of the
// inhabitants in brackets; figures that are not counted so are left out.
class SideBySide {
 public:
  explicit SideBySide(bool per_1000) : per_1000_(per_1000) {}
  SideBySide(const SideBySide&) = delete;
  SideBySide& operator=(const SideBySide&) = delete;
  void add(const schema::ComparedFigure& figure);
  std::string text() const;

 private:
  // What must agree for two municipalities' figures to stand on one line: indicator, measure,
  // period, unit.
  using LineKey = std::tuple<std::string, std::string, std::string, std::string>;
  // Figures with the municipality of each. Two boards of one municipality may give the same
  // indicator: then the line takes two rows.
  using Line = std::vector<std::pair<std::size_t, std::string>>;

  std::size_t municipality_of(const schema::ComparedFigure& figure);
  Line& line_of(const schema::ComparedFigure& figure);
  std::string marked_value(const schema::ComparedFigure& figure);
  std::string break_mark(const schema::ComparedFigure& figure);
  std::vector<std::size_t> by_code() const;

  bool per_1000_;
  std::vector<std::pair<std::string, std::string>> municipalities_;  // code and name, as they came
  std::unordered_map<std::string, std::size_t> numbers_;             // theirs, by code
  std::map<LineKey, Line> lines_;
  std::map<LineKey, Line>::iterator line_ = lines_.end();  // of the figure before
  std::map<std::string, std::size_t> breaks_;  // reasons, numbered in the order of the figures
  std::string breaks_text_;
};

}  // namespace app
