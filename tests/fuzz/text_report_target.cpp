// A whole plain-text report: decoding, pages, the text witness, labels, figures, identity, prose.

#include <string>

#include "extract/diagnostics.h"
#include "extract/text_reader.h"
#include "fuzz_target.h"
#include "parsers/report.h"

namespace {

constexpr std::size_t kLongestInput = 16384;  // bytes; longer ones only make the run slower

void check_table(const parsers::Table& table, std::string_view text) {
  std::vector<int> covered(static_cast<std::size_t>(table.rows * table.columns));
  for (const parsers::Cell& cell : table.cells) {
    fuzz::check(cell.row >= 0 && cell.row_span >= 1 && cell.row + cell.row_span <= table.rows &&
                    cell.column >= 0 && cell.column_span >= 1 &&
                    cell.column + cell.column_span <= table.columns,
                "cells lie in their table", text);
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        ++covered[static_cast<std::size_t>(row * table.columns + column)];
      }
    }
  }
  for (const int times : covered) fuzz::check(times == 1, "one cell at each position", text);
}

void check_reading(const parsers::Reading& reading, std::string_view text) {
  fuzz::check(reading.value.has_value() == !reading.missing.has_value(), "a value or a reason",
              text);
  fuzz::check(fuzz::is_known_unit(reading.unit), "units are canonical", text);
  fuzz::check(fuzz::is_known_measure(reading.measure), "measures are known", text);
  fuzz::check(fuzz::is_utf8(reading.raw), "raw text is UTF-8", text);
  if (reading.period) {
    fuzz::check(reading.period->start <= reading.period->end, "periods go forwards", text);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kLongestInput) return 0;
  const std::string_view bytes = fuzz::text_of(data, size);
  const auto text = extract::decode_text(bytes);
  if (!text) return 0;
  fuzz::check(fuzz::is_utf8(*text), "decoded text is UTF-8", bytes);
  extract::DocumentInfo info;
  info.is_text = true;
  const auto document = extract::open_text(*text, info);
  extract::Diagnostics diagnostics;
  const parsers::Report report = parsers::read_report(*document, {}, diagnostics);
  for (const parsers::Table& table : report.tables) check_table(table, bytes);
  for (const parsers::Reading& reading : report.readings) check_reading(reading, bytes);
  return 0;
}
