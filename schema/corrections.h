#pragma once
// Corrections: what people say of figures. The machine's reading is never changed; a correction is
// a row of its own, and is applied to the figure that it was made against whenever the report is
// read anew, in whatever order reports and corrections come. docs/schema.md tells the rules.
//
//   const FigureKey figure = find_figure(database, {"mellerud-2023-12", 6, {}, "jan-23", "Unga",
//   {}}); add_correction(database, {figure, CorrectionAction::set, "54", "Ada", "2024-02-01",
//   "misread"});

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace schema {

enum class CorrectionAction {
  set,       // the value is another
  wrong,     // the reading is wrong, and the right value is not known
  confirm,   // the reading is right
  withdraw,  // what was said before no longer holds
};
const char* name(CorrectionAction action);
std::optional<CorrectionAction> correction_action(std::string_view name);

// A figure by what a re-reading leaves alone, and by how it was read.
struct FigureKey {
  std::string report_sha256;
  int page = 0;
  std::string table_title;
  std::string row_label;
  std::string column_label;
  std::string raw;
  std::string value_read;  // decimal text; "" none
  auto operator<=>(const FigureKey&) const = default;
};

struct Correction {
  FigureKey figure;
  CorrectionAction action = CorrectionAction::confirm;
  std::string value;  // decimal text; "" but for set
  std::string made_by;
  std::string made_at;  // ISO date, as given
  std::string reason;
  std::string replaces;  // id of the correction that stood before; "" none
};

// 32 hexadecimal digits from all of it: the same correction has the same id in every database.
std::string correction_id(const Correction& correction);
// The id of the correction of this figure that stands now; "" none.
std::string standing_correction(Database& database, const FigureKey& figure);

// Stores it over the one that stands, unless that says the same; true when it was new. Its report
// need not be in the database. Throws extract::Error(bad_argument) when a field is not as above.
bool add_correction(Database& database, Correction correction);
// The same for several, with `replaces` as it is. In one transaction; returns how many were new.
std::size_t add_corrections(Database& database, const std::vector<Correction>& corrections);
// What is wrong with a correction, in one clause; "" nothing.
std::string fault(const Correction& correction);

// Applies the corrections of a stored report to its figures. REQUIRES: a transaction; `newest` is
// to be chosen anew afterwards.
void apply_corrections(Database& database, std::int64_t report_id);

}  // namespace schema
