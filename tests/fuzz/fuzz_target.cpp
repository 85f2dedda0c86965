#include "fuzz_target.h"

#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace fuzz {

namespace {

// The canonical units that parsers/unit.h lists.
constexpr auto kUnits = std::to_array<std::string_view>({"antal",    "antal personer",
                                                         "procent",  "procentenheter",
                                                         "promille", "kr",
                                                         "tkr",      "mnkr",
                                                         "mdkr",     "timmar",
                                                         "minuter",  "dygn",
                                                         "dagar",    "veckor",
                                                         "månader",  "år",
                                                         "mil",      "km",
                                                         "m²",       "kWh",
                                                         "MWh",      "index",
                                                         "poäng",    "ton"});

// Those of parsers/measure.h.
constexpr auto kMeasures = std::to_array<std::string_view>(
    {"utfall", "budget", "prognos", "avvikelse", "förändring", "målvärde", "omdisponering",
     "ombudgetering", "tilläggsbudget"});

}  // namespace

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return {};  // libFuzzer gives a null pointer then
  return {reinterpret_cast<const char*>(data), size};
}

void check(bool holds, std::string_view property, std::string_view input) {
  if (holds) return;
  std::fprintf(stderr, "broken: %.*s\ninput: [%.*s]\n", static_cast<int>(property.size()),
               property.data(), static_cast<int>(input.size()), input.data());
  std::abort();
}

bool is_utf8(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<std::int32_t>(text.size()), &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR;  // only the length was asked for
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

bool is_known_unit(std::string_view unit) {
  return unit.empty() || std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
}

bool is_known_measure(std::string_view measure) {
  return measure.empty() ||
         std::find(kMeasures.begin(), kMeasures.end(), measure) != kMeasures.end();
}

}  // namespace fuzz
