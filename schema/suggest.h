#pragma once
// Suggestions for labels that no indicator claims: the nearest alias of the catalogue by shared
// words and by edit distance, with what speaks for and against it. A suggestion is for a person who
// adds aliases; nothing applies it.
//
//   suggest(catalogue, {{"Trygghetslarmen"}, "antal"})
//     {"aldre.trygghetslarm", "Trygghetslarm", 85,
//      "spelled otherwise: trygghetslarmen for trygghetslarm"}

#include <optional>
#include <string>
#include <vector>

#include "schema/catalogue.h"

namespace schema {

struct SuggestOptions {
  // Least likeness, in percent, of two labels for one to be suggested for the other, in letters of
  // the words they share: with less, most suggestions for the sample reports' labels were wrong.
  int least_percent = 60;
  // Words are taken for the same up to this many changed letters per 4 letters of the longer one.
  int changed_letters_per_4 = 1;
};

struct UnmatchedLabel {
  std::vector<std::string> parts;  // outermost first
  std::string unit;                // canonical; "" unknown
};

struct Suggestion {
  std::string indicator;  // id
  std::string alias;      // the label of the catalogue that is near
  int percent = 0;        // how alike the labels are
  std::string reason;     // "in common: pågående, utredningar; only here: barn"
};

// The best suggestion, of equals one whose alias needs nothing around it, then the first by id;
// nothing when no alias is near enough or when the
// unit is another one than the indicator's. Aliases that are patterns are left out.
std::optional<Suggestion> suggest(const Catalogue& catalogue, const UnmatchedLabel& label,
                                  const SuggestOptions& options = {});

}  // namespace schema
