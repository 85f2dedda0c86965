#include "schema/export_columns.h"

#include <algorithm>
#include <array>

namespace schema {

namespace {

struct Known {
  std::string_view name;
  ColumnType type;
  std::string_view description;
};

constexpr ColumnType kText = ColumnType::text;
constexpr ColumnType kInteger = ColumnType::integer;
constexpr ColumnType kNumber = ColumnType::number;
constexpr ColumnType kDate = ColumnType::date;

constexpr auto kColumns = std::to_array<Known>({
    // Where and when
    {"municipality_code", kText, "SCB's four-digit code; leading zeros belong to it"},
    {"municipality", kText, "The municipality's name"},
    {"board", kText, "The board (nämnd)"},
    {"indicator", kText, "Id in the catalogue of indicators; none when no alias fits, or several"},
    {"measure", kText, "utfall, budget, prognos, avvikelse, …; empty when unknown"},
    {"period", kText, "The period the figure is about: year, month, range of months, or day"},
    {"period_start", kDate, "First day of the period"},
    {"period_end", kDate, "Last day of the period"},
    {"population_year", kInteger, "Year (31 December) of the inhabitants counted by"},
    // The figure
    {"value", kNumber, "The figure with all printed decimals, in the unit of its row"},
    {"value_text", kText, "The figure as exact decimal text"},
    {"unit", kText, "Unit of the value: antal, procent, tkr, …; empty when unknown"},
    {"base_value", kNumber, "The figure in its base unit (money in kronor), signs set right"},
    {"base_unit", kText, "Unit of base_value"},
    {"per_1000_inhabitants", kNumber, "base_value per 1,000 inhabitants; none for shares"},
    {"raw", kText, "The figure as printed"},
    {"missing", kText, "Why there is no value: nothing_to_report, blank, …"},
    {"status", kText,
     "Of a figure: verified, unverified or contradicted; of a file: how it was read"},
    {"corrected", kInteger, "1 when a person has corrected the figure"},
    // Where it stands
    {"report", kText, "The report: its file's name without folder and extension"},
    {"report_sha256", kText, "SHA-256 of the report's bytes"},
    {"page", kInteger, "Page of the report, from 1"},
    {"box", kText, "[x0, y0, x1, y1] in points from the top left of the page"},
    {"section", kText, "Nearest heading above"},
    {"table_title", kText, "The table's title"},
    {"kind", kText, "The table's kind"},
    {"row_label", kText, "Labels of the row, outermost first, joined by ' / '"},
    {"column_label", kText, "Labels of the column, outermost first, joined by ' / '"},
    {"label", kText, "Labels of the figure without period and measure"},
    {"source", kText, "table, chart or prose"},
    {"method", kText, "How the table was read: tagged, lattice, stream, text or ocr"},
    {"chosen", kInteger, "1 for the report whose word stands in the comparison"},
    // Reports and files
    {"path", kText, "The file as it was given to ingest"},
    {"message", kText, "What is wrong with the file"},
    {"pages", kInteger, "Number of pages"},
    {"title", kText, "The report's title"},
    // Revisions and confirmations
    {"old_value", kNumber, "What an older report says"},
    {"old_raw", kText, "The older figure as printed"},
    {"old_report", kText, "The older report"},
    {"old_report_sha256", kText, "SHA-256 of the older report"},
    {"old_page", kInteger, "Page of the older report"},
    {"new_value", kNumber, "What the newest report says"},
    {"new_raw", kText, "The newest figure as printed"},
    {"new_report", kText, "The newest report"},
    {"new_report_sha256", kText, "SHA-256 of the newest report"},
    {"new_page", kInteger, "Page of the newest report"},
    {"confirmed_by", kText, "The report that gives the same value"},
    {"confirmed_by_sha256", kText, "SHA-256 of that report"},
    {"confirmed_by_page", kInteger, "Page of that report"},
    {"report_date", kText,
     "The report's own date: its period's last day, else when its file was made"},
    // Corrections
    {"value_read", kText, "The value as the program read it"},
    {"action", kText, "What a person says of the figure: set, wrong, confirm or withdraw"},
    {"made_by", kText, "Who says it"},
    {"made_at", kText, "When"},
    {"reason", kText, "Why"},
    {"replaces", kText, "Id of the correction that this one replaces"},
    {"state", kText, "applied, stale or replaced"},
    {"why_stale", kText, "Why the correction is not applied"},
    // Contradictions and identities
    {"contradiction", kText, "arithmetic or period"},
    {"failed_check", kText, "The identity that fails"},
    {"expected", kText, "What the terms make"},
    {"tolerance", kText, "What rounding explains"},
    {"mend", kText, "The smallest change that would make the identity hold"},
    {"terms", kText, "The terms, one per line: sign, labels, page, value"},
    {"number", kInteger, "Number of the identity within its report"},
    {"outcome", kText, "holds, doubted or fails"},
    {"text", kText, "The identity in words"},
    {"sign", kInteger, "0 for the result, 1 or -1 for a term"},
    // Labels and indicators
    {"times_seen", kInteger, "Number of figures with the label"},
    {"example", kText, "A figure with the label: report, page, text as printed"},
    {"id", kText, "Id of the indicator or of the correction"},
    {"name", kText, "Name in Swedish"},
    {"definition", kText, "Definition in Swedish"},
    {"aggregation", kText, "flow (may be summed over time) or stock"},
    {"area", kText, "Field of municipal work"},
    {"not_to_confuse_with", kText, "What the indicator must not be confused with"},
    {"rs_code", kText, "SCB's code in the räkenskapssammandrag"},
    {"kolada_id", kText, "Kolada's id"},
});

}  // namespace

ExportColumn export_column(std::string_view name) {
  const auto* const known = std::find_if(kColumns.begin(), kColumns.end(),
                                         [&](const Known& column) { return column.name == name; });
  if (known == kColumns.end()) return {std::string(name), kText, ""};
  return {std::string(name), known->type, std::string(known->description)};
}

std::vector<ExportColumn> export_columns(Database& database, std::string_view view) {
  const Statement select = database.prepare("SELECT * FROM " + std::string(view) + " LIMIT 0");
  std::vector<ExportColumn> columns;
  for (int i = 0; i < select.column_count(); ++i) {
    columns.push_back(export_column(select.column_name(i)));
  }
  return columns;
}

}  // namespace schema
