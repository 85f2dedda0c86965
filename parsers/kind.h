#pragma once
// Kind: what a table of a board's report is about, from its title, its section and its headings.
//
// driftredovisning, investeringsredovisning, ekonomi, personal, verksamhetsstatistik,
// volymutveckling, indikatorer, måluppfyllelse, befolkning, diagramtabell; "" when nothing tells.

#include <string>
#include <string_view>
#include <vector>

#include "parsers/table.h"

namespace parsers {

// The title decides, then the headings, then the section: a table "Personal" in a chapter "Ekonomi"
// is about staff. REQUIRES: cells with roles.
std::string table_kind(const Table& table);

// Sets the kind of every table that has none. A table that nothing tells the kind of has that of
// the table before it when their headings are the same: "Norra distriktet", "Södra distriktet".
void set_kinds(std::vector<Table>& tables);

// Tables whose figures are amounts of money unless they say otherwise.
bool is_money_kind(std::string_view kind);

// Tables that count: their figures are numbers of things unless something says otherwise.
bool is_counting_kind(std::string_view kind);

}  // namespace parsers
