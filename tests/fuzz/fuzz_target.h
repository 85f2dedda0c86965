#pragma once
// Fuzz target: one function that reads any bytes and holds what is read to its properties.
// libFuzzer calls it (NAMNDATA_FUZZ), and so does replay.cpp with the seeds of the target under
// ctest.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

std::string_view text_of(const std::uint8_t* data, std::size_t size);

// Writes the property and the input to stderr and aborts when `holds` is false.
void check(bool holds, std::string_view property, std::string_view input);

bool is_utf8(std::string_view text);
bool has_digit(std::string_view text);

// The lines of `text`, without their ends; the last may be empty.
std::vector<std::string_view> lines_of(std::string_view text);

// A unit, or a measure, that the grammar knows, or "".
bool is_known_unit(std::string_view unit);
bool is_known_measure(std::string_view measure);

}  // namespace fuzz
