#pragma once
// Reading: one figure as the report gives it: labels, value, meaning and its place on paper.

#include <optional>
#include <string>
#include <vector>

#include "extract/geometry.h"
#include "parsers/decimal.h"
#include "parsers/period.h"
#include "parsers/table.h"

namespace parsers {

enum class Source { table, chart, prose };
const char* name(Source source);

// verified: arithmetic or a second witness agrees; contradicted: an identity it stands in fails.
enum class Status { unverified, verified, contradicted };
const char* name(Status status);

// Why a cell has no value. Closed list (docs/normalisation.md); names as stored.
enum class Missing {
  nothing_to_report,  // "-", "–": nothing, counted as zero by SCB's convention
  not_available,      // "..", "i u", "uppgift saknas"
  not_applicable,     // ".", "x", "Ej aktuellt"
  suppressed,         // "<5", "<4": disclosure control
  closed,             // "Stängt"
  blank,              // nothing printed
  text,               // words where a figure was expected: "stabilt", "bestäms senare"
};
const char* name(Missing missing);

struct Reading {
  std::vector<std::string> row_path;     // outermost first; joined by " / " in outputs
  std::vector<std::string> column_path;
  int table = -1;                        // index into Report::tables; -1: prose
  int row = -1, column = -1;             // of its cell in the table; -1: prose
  std::string kind;                      // the table's kind; "" for prose
  std::string table_title;
  std::string section;
  std::optional<Period> period;
  std::string measure;                   // utfall, budget, prognos, avvikelse, målvärde, …; "" unknown
  std::optional<Decimal> value;          // none exactly when `missing` is set
  std::string unit;                      // antal, procent, tkr, …; "" unknown
  std::string raw;                       // as printed
  std::optional<Missing> missing;
  std::vector<Decimal> open;             // the values that `raw` may mean, where that is not settled
  std::string qualifier;                 // "ungefär", "minst", "i parentes", …; "" none
  int page = 0;
  extract::Rect box;                     // Rect{} where the source has no boxes (plain text)
  Source source = Source::table;
  Method method = Method::stream;
  int comparison_sign = 1;               // -1: printed with the sign opposite to the one for comparison
  bool tags_agree = false;               // the file's tags give the same figure at the same place
  Status status = Status::unverified;
  std::vector<std::string> checks;       // the identities and witnesses behind the status
};

}  // namespace parsers
