#pragma once
// Goldens: reviewed texts that an output must equal. Few and small; UPDATE_GOLDEN=1 rewrites them,
// which CI refuses.

#include <string>

namespace support {

// "" when `text` equals tests/golden/<name>; else what to do about it, with the first line that
// differs. The text that came is then written beside the golden as <name>.actual.
std::string golden_difference(const std::string& name, const std::string& text);

}  // namespace support
