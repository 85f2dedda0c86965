#pragma once
// Cell class: what kind of thing a piece of text is, told from the text alone. Table recovery asks
// it of every line's pieces; interpretation asks it of every cell.
//
//   "1 654 006" "92 %" "ung 116 000" "345 (28)"   number
//   "2017"                                        year
//   "jan-23" "T1" "Kv 2" "helår" "2022-03"        period
//   "-" ".." "i u" "x" "<5" "Stängt"              missing
//   "0580" "N17451" "1.4.2" "08-718 80 00"        code
//   "Barn och unga" "910 Björkskolan"             text

#include <string_view>

namespace parsers {

enum class CellClass { empty, number, year, period, missing, code, text };
const char* name(CellClass cell_class);

// Linear in the text's length, without regular expressions.
CellClass classify_cell(std::string_view text);

// A figure or the mark of one that is missing: what a data column holds.
inline bool is_data(CellClass c) { return c == CellClass::number || c == CellClass::missing; }

}  // namespace parsers
