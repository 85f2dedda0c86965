#pragma once
// Line cues: what the labels of a row or column say of its part in the arithmetic of its table:
// "Summa", "varav", "Budget", "Avvikelse", "Intäkter".

#include <string>
#include <vector>

namespace parsers {

// What the label of a line says of it.
struct LineCue {
  bool total = false;      // "Summa", "Totalt"
  bool part = false;       // "varav": part of a line before it, left out of the sums after it
  bool amount = false;     // "Budget", "Utfall", "Prognos": what a deviation lies between
  bool deviation = false;  // "Avvikelse"
};

// Of the innermost label of a path, and of the measure that the path names.
LineCue cue_of(const std::vector<std::string>& path);

// The innermost label names what is the better the more there is of it: revenue, a result. Its
// deviation is positive where that of costs is negative.
bool is_gain(const std::vector<std::string>& path);

}  // namespace parsers
