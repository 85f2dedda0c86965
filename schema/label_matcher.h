#pragma once
// LabelMatcher: finds the indicator that a label means. Exact on folded text, plus reviewed
// patterns (RE2); what stands around the label (headings, section, title, board, unit, kind) must
// agree.
//
// A label with headings above or beside it, {"Barn och Unga", "HVB/SiS"}, matches an alias for the
// whole path "Barn och Unga / HVB/SiS", or an alias for one part whose other parts say nothing new:
// a heading of the indicator's area (areas.csv), one that the alias requires, or one that says the
// whole
// ("Totalt"). A heading that is none of these, {"Sickla skola", "Antal elever"}, narrows the figure
// to something else than the indicator; so does a table about a part of the municipality.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/catalogue.h"

namespace schema {

// A figure as the matcher sees it; texts as printed.
struct LabelQuery {
  std::vector<std::string> labels;  // concept_labels()
  std::string_view section;
  std::string_view headings;  // the table's title, captions and stub head
  std::string_view kind;
  std::string_view board;
  std::string_view unit;  // canonical
};

struct LabelMatch {
  std::string indicator;  // id; "" none
  std::string reason;     // the alias that decided, or why none did
};

class LabelMatcher {
 public:
  // Throws extract::Error(bad_argument) for a pattern that is none or an indicator that is unknown.
  LabelMatcher(std::span<const Indicator> indicators, std::span<const Area> areas,
               std::span<const Alias> aliases);
  ~LabelMatcher();
  LabelMatch find(const LabelQuery& query) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

// True when a figure printed in `printed` may be one of an indicator counted in `unit`: money in
// any money unit, persons as numbers, an unknown unit for everything but money.
bool units_agree(std::string_view unit, std::string_view printed);
bool is_money(std::string_view unit);

}  // namespace schema
