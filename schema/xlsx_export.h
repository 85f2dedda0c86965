#pragma once
// A view as an Excel workbook, written row by row in constant memory. Figures are numbers and link
// to the page of their report; everything else is text, never a formula. Figures that are
// contradicted, corrected or missing have a comment with their status, the text as printed and
// their checks. A new sheet begins where Excel's limits of rows or links are reached.

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/database.h"

namespace schema {

struct XlsxLimits {
  std::int64_t rows = 1'048'576;  // of a sheet with its header: Excel's specification
  std::int64_t links = 65'530;    // of a sheet: Excel's specification
  std::size_t text = 32'000;  // characters of a cell: Excel has 32,767, some of them for escapes
};

struct XlsxSummary {
  std::int64_t rows = 0;
  std::int64_t sheets = 0;
  std::int64_t shortened = 0;  // texts longer than a cell; the cell says so at its end
  std::int64_t replaced = 0;   // texts that are no UTF-8; a comment has their bytes
};

// Writes the file at `path`. Relative paths of reports become relative to the folder `links_from`,
// "" for as they are. Throws extract::Error(file_access) when it cannot be written.
// REQUIRES: is_exportable(view).
XlsxSummary export_xlsx(Database& database, std::string_view view, const std::string& path,
                        const std::string& links_from, const XlsxLimits& limits = {});

// `text` as a cell holds it: characters that XML 1.0 cannot have as _xHHHH_ (ECMA-376, 22.9.2.19),
// a text that looks so as _x005F_xHHHH_, bytes that are no UTF-8 as U+FFFD.
std::string xlsx_text(std::string_view text);

}  // namespace schema
