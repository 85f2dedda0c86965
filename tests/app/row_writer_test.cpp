#include "app/row_writer.h"

#include <array>
#include <catch2/catch.hpp>

using app::RowFormat;
using app::RowWriter;

namespace {

constexpr auto kColumns = std::to_array<std::string_view>({"code", "page", "note, long"});

std::string written(RowFormat format, int rows) {
  std::string text;
  std::size_t pieces = 0;
  RowWriter writer(kColumns, format, [&](std::string_view piece) {
    text += piece;
    ++pieces;
  });
  for (int i = 0; i < rows; ++i) writer.text("a \"b\"").integer(-7).text_or_null("");
  writer.finish();
  CHECK(pieces >= text.size() / 100'000);
  return text;
}

}  // namespace

TEST_CASE("Rows are CSV or JSON", "[row_writer]") {
  CHECK(written(RowFormat::csv, 1) == "code,page,\"note, long\"\n\"a \"\"b\"\"\",-7,\n");
  CHECK(written(RowFormat::json, 2) ==
        "[\n{\"code\":\"a \\\"b\\\"\",\"page\":-7,\"note, long\":null},\n"
        "{\"code\":\"a \\\"b\\\"\",\"page\":-7,\"note, long\":null}\n]\n");
  CHECK(written(RowFormat::csv, 0) == "code,page,\"note, long\"\n");
  CHECK(written(RowFormat::json, 0) == "[\n]\n");
}

TEST_CASE("Long answers are whole", "[row_writer][issue-5]") {
  const std::string row = "\"a \"\"b\"\"\",-7,\n";
  CHECK(written(RowFormat::csv, 50'000).size() ==
        written(RowFormat::csv, 0).size() + 50'000 * row.size());
}
