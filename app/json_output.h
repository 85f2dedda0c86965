#pragma once
// The pieces that every JSON output of namndata shares: one line per value, key order as written,
// boxes as [x0, y0, x1, y1] in points with two decimals.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "extract/diagnostics.h"
#include "extract/geometry.h"

namespace app {

using Json = nlohmann::ordered_json;

// null for Rect{}: the source has no boxes (plain text).
Json box_json(const extract::Rect& box);
Json diagnostics_json(const std::vector<extract::Diagnostic>& diagnostics);
// null for "".
Json text_or_null(const std::string& text);
// The value on one line with its line end. Bytes that are no UTF-8 become U+FFFD.
std::string json_line(const Json& value);

}  // namespace app
