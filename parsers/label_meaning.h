#pragma once
// Label meaning: what one path of row or column labels says of the figures under it: time, measure,
// unit. Told from the labels alone; interpret.cpp weighs rows, columns, title and report.

#include <span>
#include <string>
#include <vector>

#include "parsers/period_expression.h"

namespace parsers {

struct LabelMeaning {
  PeriodExpression period;
  bool is_time = false;   // some label of the path is a time and nothing else: "2018", "jan-23"
  bool is_total = false;  // the innermost label sums up: "Totalt", "Summa", "Snitt"
  bool is_code = false;   // the innermost label heads codes, years or pages: "Projektnr", "Slutår"
  bool is_measure = false;  // the innermost label is a measure and nothing else: "Budget"
  bool is_money = false;    // some label speaks of money without a unit: "Sjuklönekostnad"
  std::string measure;
  std::string measure_in_parentheses;
  bool counts = false;  // the innermost label names things that are counted: "Orosanmälningar"
  std::string printed_unit;  // innermost label that prints one
  std::string implied_unit;
  std::vector<std::string> marks;  // footnote marks of the labels, innermost first: "*", "1"
};

LabelMeaning meaning_of(std::span<const std::string> path);

// The unit that the note with one of these marks states: "** Antal verkställda timmar" for "**".
std::string unit_of_notes(std::span<const std::string> marks, std::span<const std::string> notes);

}  // namespace parsers
