#include "parsers/report.h"

#include <set>

#include "parsers/interpret.h"
#include "parsers/kind.h"
#include "parsers/report_identity.h"
#include "parsers/table_labels.h"
#include "parsers/table_recovery.h"
#include "parsers/unit.h"

namespace parsers {

namespace {

// The one unit of money that the report's tables state for themselves or in a heading; "" when they
// state none or several.
std::string stated_money_unit(const std::vector<Table>& tables) {
  std::set<std::string> units;
  for (const Table& table : tables) {
    if (std::string unit = table_unit(table); is_money(unit)) units.insert(std::move(unit));
    for (const Cell& cell : table.cells) {
      if (cell.role != CellRole::boxhead) continue;
      if (std::string unit = find_unit(cell.text).printed; is_money(unit))
        units.insert(std::move(unit));
    }
  }
  return units.size() == 1 ? *units.begin() : std::string{};
}

bool prints_percent(const std::vector<Table>& tables) {
  for (const Table& table : tables) {
    if (table.kind != "indikatorer") continue;
    for (const Cell& cell : table.cells) {
      if (cell.role == CellRole::data && cell.text.ends_with('%')) return true;
    }
  }
  return false;
}

}  // namespace

Report read_report(extract::Document& document, const ReportHints& hints,
                   extract::Diagnostics& diagnostics) {
  Report report;
  report.info = document.info();
  report.pages = document.page_count();
  TableRecovery recovery;
  for (int number = 1; number <= report.pages; ++number) recovery.add_page(document.page(number));
  Recovery recovered = recovery.finish();
  for (extract::Diagnostic& diagnostic : recovered.diagnostics)
    diagnostics.add(std::move(diagnostic));
  report.tables = std::move(recovered.tables);
  report.passages = std::move(recovered.passages);

  ReportIdentity identity = identify_report(report.info, hints, report.passages, diagnostics);
  report.title = std::move(identity.title);
  report.board = std::move(identity.board);
  report.period = std::move(identity.period);

  ReportContext context;
  context.period = report.period;
  context.period_place = identity.period_place;
  for (Table& table : report.tables) {
    if (table.kind.empty()) table.kind = table_kind(table);
  }
  context.money_unit = stated_money_unit(report.tables);
  context.percent_is_printed = prints_percent(report.tables);
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    context.table = static_cast<int>(i);
    const Table& table = report.tables[i];
    std::vector<Reading> readings =
        interpret_table(table, label_cells(table), context, diagnostics);
    report.readings.insert(report.readings.end(), std::make_move_iterator(readings.begin()),
                           std::make_move_iterator(readings.end()));
  }
  return report;
}

}  // namespace parsers
