#pragma once
// Cube: the figures of the view `comparison` as a cube of indicator × municipality × period ×
// measure, which PX and JSON-stat are written from. All periods are of one length, and all figures
// of an indicator's category have one unit, its base unit: nothing is added up or converted on the
// way.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/database.h"

namespace schema {

enum class Granularity {
  year,
  quarter,
  month,
  day,
  range
};  // range: every other stretch of months

// An error beyond this: a cube is written with all its empty cells, and no program opens that many.
constexpr std::uint64_t kMostCubeCells = 100'000'000;

struct CubeCategory {
  std::string code, label;
  std::string unit;  // of an indicator
  std::string note;  // its definition
  int decimals = 0;  // most decimals of its figures
};

struct CubeDimension {
  std::string id;     // "indicator": of JSON-stat
  std::string label;  // "indikator": Swedish, of PX
  std::vector<CubeCategory> categories;
};

struct CubeCell {
  std::uint64_t index = 0;  // row-major in the order of `dimensions`
  std::string value;        // decimal text
  std::string status;       // verified, unverified, contradicted
};

struct Cube {
  Granularity granularity = Granularity::year;
  // indicator, municipality, period, measure. Where two boards of a municipality report the same
  // figure, the municipality has a category for each board. Periods are written as Statistics
  // Sweden does: 2023, 2023K1, 2023M01.
  std::array<CubeDimension, 4> dimensions;
  std::vector<CubeCell> cells;           // those with a figure, by index
  std::int64_t other_granularities = 0;  // figures of periods of another length
  std::int64_t ambiguous = 0;            // figures given twice for a cell, which has none of them

  std::uint64_t size() const;
  // The category of each dimension for a cell's index.
  std::array<const CubeCategory*, 4> categories(std::uint64_t index) const;
};

// Without a granularity that of most figures (the longer one of two). Throws
// extract::Error(bad_argument) when the cube would be larger than kMostCubeCells.
Cube build_cube(Database& database, std::optional<Granularity> granularity);
// The granularity of a period as the views write it, and the period as Statistics Sweden does.
Granularity granularity_of(std::string_view period);
std::string period_code(std::string_view period);

}  // namespace schema
