#include "tests/support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/temp_dir.h"

namespace support {

namespace {

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string first_difference(const std::string& expected, const std::string& actual) {
  std::istringstream left(expected), right(actual);
  for (int number = 1;; ++number) {
    std::string a, b;
    const bool has_a = static_cast<bool>(std::getline(left, a));
    const bool has_b = static_cast<bool>(std::getline(right, b));
    if (!has_a && !has_b) return "only line ends differ";
    if (a != b || has_a != has_b) {
      return "line " + std::to_string(number) + "\n  golden: " + a + "\n  actual: " + b;
    }
  }
}

}  // namespace

std::string golden_difference(const std::string& name, const std::string& text) {
  const std::filesystem::path path =
      std::filesystem::path(NAMNDATA_SOURCE_DIR) / "tests/golden" / name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    if (std::getenv("CI") != nullptr) return "UPDATE_GOLDEN is refused in CI";
    write(path, text);
    return "";
  }
  const std::string expected = std::filesystem::exists(path) ? read_file(path.string()) : "";
  if (expected == text) return "";
  write(path.string() + ".actual", text);
  return path.string() + " differs at " + first_difference(expected, text) +
         "\n  see the .actual beside it; UPDATE_GOLDEN=1 accepts it";
}

}  // namespace support
