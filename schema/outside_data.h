#pragma once
// Outside data: population as SCB's statistical database (PxWeb) gives it out as CSV, and Kolada's
// figures as its API (v3, /data) gives them as JSON. Both are stored with the file they came from;
// they never change a figure of a report.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schema/correction_csv.h"
#include "schema/database.h"

namespace schema {

struct ImportedData {
  std::size_t stored = 0;
  std::size_t skipped = 0;        // the country, counties, regions, values that are missing
  std::vector<LineFault> faults;  // what was left out; line is 0 in JSON
};

// Comma, semicolon or tab between fields, in any encoding decode_text knows, perhaps with a title
// before the header. The municipality is "0114 Upplands Väsby", or its code in a column of its own.
// Years are a column ("år") with one of values beside it, or the columns are years ("Folkmängd
// 2023"). Imported years go before those of the catalogue. Throws extract::Error(bad_argument) when
// there is no such header, or when a municipality has two values of one year (men and women, ages):
// then nothing is stored. `source` is the file's name.
ImportedData import_population(Database& database, std::string_view bytes,
                               const std::string& source);

// {"values": [{"kpi", "municipality", "period", "values": [{"gender", "value", "isdeleted"}]}]}, as
// one object or one per downloaded page in an array. Only totals of both sexes are kept.
ImportedData import_kolada(Database& database, std::string_view text, const std::string& source);

// From so many times Kolada's count on, or its part, `contradictions` tells a count; kept in the
// database, where 2 holds until it is set. REQUIRES: factor > 1.
void set_outside_factor(Database& database, double factor);

}  // namespace schema
