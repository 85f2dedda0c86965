#pragma once
// What a figure is about, in the report's own words: its row and column labels without those that
// only say when (a period), as what (budget, utfall) or in which unit.
//
//   row {"jan-23"}, column {"Barn och Unga", "Anmälningar Unga"}     {"Barn och Unga", "Anmälningar
//   Unga"} row {"Intäkter"}, column {"Bokslut 2022 (tkr)"}                  {"Intäkter"} row
//   {"Totalt"}, column {"Utfall 2017 Kostnader"}                 {"Totalt", "Kostnader"} row
//   {"2018"}, column {"jan"}, title "Antal avslutade"            {"Antal avslutade"}

#include <string>
#include <string_view>
#include <vector>

#include "parsers/reading.h"

namespace schema {

// Outermost first, row before column; the table's title when the labels say nothing else. Empty
// when nothing is left at all.
std::vector<std::string> concept_labels(const parsers::Reading& reading);

// One label without the period, measure and unit words at its ends; "" when it has nothing else.
std::string strip_period_and_measure(std::string_view label);

}  // namespace schema
