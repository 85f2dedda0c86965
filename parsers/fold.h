#pragma once
// Fold: labels made comparable, and labels mended where a line's end broke them.
//
//   match_key("Total  SJUKFRÅNVARO")                  "total sjukfrånvaro"
//   join_label_lines({"Kontakt-", "person"})          "Kontaktperson"
//   join_label_lines({"Vård-", "och omsorg"})         "Vård- och omsorg"
//   split_marks("Boende LSS*")                        "Boende LSS" and "*"
//
// å, ä, ö and é stay what they are: Håbo is not Habo.

#include <span>
#include <string>
#include <string_view>

namespace parsers {

// NFC, case folded, every white space one U+0020, every dash '-', without soft hyphens and
// zero-width characters. Malformed UTF-8 becomes U+FFFD.
std::string match_key(std::string_view text);

// The lines of one label as one text: a space between them, hyphenation at line ends mended, a
// suspended hyphen ("vård- och omsorg") and a real one ("Upplands-Bro", "HVB-placering") kept.
std::string join_label_lines(std::span<const std::string> lines);

struct MarkedLabel {
  std::string text;   // without the marks and the space before them
  std::string marks;  // "*", "**", "¹", "1)"; "" none
  bool operator==(const MarkedLabel&) const = default;
};

// Takes the footnote marks off a label's end. A raised 2 or 3 after "m" is a unit, not a mark.
MarkedLabel split_marks(std::string_view label);

}  // namespace parsers
