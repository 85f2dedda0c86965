#include "parsers/report.h"

#include <iterator>

#include "parsers/interpret.h"
#include "parsers/kind.h"
#include "parsers/open_figures.h"
#include "parsers/prose.h"
#include "parsers/report_identity.h"
#include "parsers/sign_convention.h"
#include "parsers/table_labels.h"
#include "parsers/table_recovery.h"
#include "parsers/verification.h"
#include "parsers/witnesses.h"

namespace parsers {

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

  set_kinds(report.tables);
  const std::vector<ReportContext> contexts =
      report_contexts(report.tables, report.period, identity.period_place);
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    const Table& table = report.tables[i];
    std::vector<Reading> readings =
        interpret_table(table, label_cells(table), contexts[i], diagnostics);
    report.readings.insert(report.readings.end(), std::make_move_iterator(readings.begin()),
                           std::make_move_iterator(readings.end()));
  }
  settle_open_figures(report.readings, diagnostics);
  report.identities = verify_tables(report.readings, diagnostics);
  set_signs(report.tables, report.readings, report.identities);
  ReportContext prose;
  prose.period = report.period;
  prose.period_place = identity.period_place;
  std::vector<Reading> figures =
      read_prose(report.passages, prose, report.info.is_text ? Method::text : Method::stream);
  report.readings.insert(report.readings.end(), std::make_move_iterator(figures.begin()),
                         std::make_move_iterator(figures.end()));
  confirm_by_witnesses(report.readings);
  return report;
}

}  // namespace parsers
