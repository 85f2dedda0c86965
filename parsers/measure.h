#pragma once
// Measures: what a figure tells of its thing, in the reports' own terms: utfall, budget, prognos,
// avvikelse, förändring, målvärde, omdisponering, ombudgetering, tilläggsbudget. "" is unknown.

#include <span>
#include <string>
#include <string_view>

namespace parsers {

struct MeasureWords {
  std::string measure;
  std::string in_parentheses;  // "Mål (utfall) 2017": what the figure in parentheses is
  bool operator==(const MeasureWords&) const = default;
};

// The measure that a path of headings names, outermost first: a deviation anywhere is a deviation
// ("Budget 2017 / Budgetavvikelse"), else the innermost heading that names one.
MeasureWords find_measure(std::span<const std::string> path);

// The label is a measure and a time or unit at most ("Budget", "Utfall 2022", "Avvikelse (tkr)"): a
// row that carries the measure in a table turned on its side, not a row about a budget.
bool is_measure_label(std::string_view label);

}  // namespace parsers
