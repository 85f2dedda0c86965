#pragma once
// Period: the time a figure is about, and the grammar of the ways Swedish reports write it.

#include <optional>
#include <string>
#include <string_view>

namespace parsers {

// A span of whole days or one day. `text` is the canonical form: "2023", "2023-01",
// "2022-01/2022-03", "2022-03-31".
struct Period {
  std::string text;
  std::string start;  // ISO date of the first day
  std::string end;    // ISO date of the last day
  bool operator==(const Period&) const = default;
};

}  // namespace parsers
