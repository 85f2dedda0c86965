#pragma once
// CSV as a Swedish Excel opens it by double click: semicolon, decimal comma, CRLF, and a byte order
// mark, without which Excel takes the text for another encoding.
//
// Excel runs or changes what it takes for something else: a text that begins with = + - @ or a tab
// may become a formula that starts programs ("CSV injection"), 0580 becomes 580, and 1-2 a day in
// February. Such texts get an apostrophe in front, and so does a text that begins with one: taking
// one apostrophe away from each field that begins with it gives back every byte.

#include <string>
#include <string_view>

#include "schema/export_columns.h"

namespace schema {

constexpr std::string_view kExcelCsvStart = "\xEF\xBB\xBF";

// True when `text` as a field would not come out of Excel as the text it is.
bool needs_excel_guard(std::string_view text);
// Figures (integer, number) get a decimal comma, dates stay; texts are guarded where they must be.
void append_excel_field(std::string& out, std::string_view text, ColumnType type);

}  // namespace schema
