#include "schema/excel_csv.h"

#include <algorithm>

#include "schema/json_text.h"

namespace schema {

namespace {

// Excel keeps so many digits of a number.
constexpr std::size_t kExcelDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void append_quoted(std::string& out, std::string_view text) {
  if (text.find_first_of(";\"\r\n\t,") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

bool needs_excel_guard(std::string_view text) {
  // Excel passes over spaces and line ends before it looks for a formula.
  const std::size_t first = text.find_first_not_of(" \n");
  if (first == std::string_view::npos) return false;
  if (std::string_view("=+-@\t\r'").find(text[first]) != std::string_view::npos) return true;
  // Full-width forms of the same characters count as them in East Asian settings.
  for (const std::string_view wide : {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.substr(first).starts_with(wide)) return true;
  }
  // Whole numbers that are kept as they are.
  if (std::all_of(text.begin(), text.end(), is_digit)) {
    return text.size() > kExcelDigits || (text.size() > 1 && text.front() == '0');
  }
  // Other texts of digits and marks may be read as numbers, days or times.
  return is_digit(text[first]) && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || std::string_view(" .,:/-%eE").find(c) != std::string_view::npos;
         });
}

void append_excel_field(std::string& out, std::string_view text, ColumnType type) {
  if ((type == ColumnType::number || type == ColumnType::integer) && is_json_number(text)) {
    const std::size_t begin = out.size();
    out += text;
    std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), '.', ',');
    return;
  }
  if (type == ColumnType::date && text.size() == 10 && is_digit(text.front())) {
    out += text;
    return;
  }
  if (!needs_excel_guard(text)) {
    append_quoted(out, text);
    return;
  }
  append_quoted(out, "'" + std::string(text));
}

}  // namespace schema
