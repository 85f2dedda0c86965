#pragma once
// Month and period words of Swedish reports. An own table: ICU's misses "sept" and "jun".

#include <string_view>

namespace parsers {

// 1-12 for a month's name or abbreviation in small letters ("januari", "jan", "sept", "jun", with
// or without a full stop); 0 for everything else.
int month_number(std::string_view word);

// A word that names a period by itself, in small letters: a month, "helår", "t1", "kv2", "q3",
// "h1", "vt", "ht", "tertial", "kvartal", "halvår".
bool is_period_word(std::string_view word);

// A word that may stand beside a period word without changing what it is: "per", "ack", "fg",
// "föregående", "samma", "till", "och", …
bool is_period_filler(std::string_view word);

}  // namespace parsers
