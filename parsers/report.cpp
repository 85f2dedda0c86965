#include "parsers/report.h"

#include <iterator>
#include <utility>

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

namespace {

template <typename T>
void append(std::vector<T>& list, std::vector<T>&& more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()),
              std::make_move_iterator(more.end()));
}

// The part's indices become those of the whole.
void append(Report& report, Report&& part) {
  const std::size_t tables = report.tables.size();
  const std::size_t readings = report.readings.size();
  for (Reading& reading : part.readings) {
    if (reading.table >= 0) reading.table += static_cast<int>(tables);
  }
  for (Identity& identity : part.identities) {
    identity.result += readings;
    for (IdentityTerm& term : identity.terms) term.reading += readings;
    for (Mend& mend : identity.mends) mend.reading += readings;
  }
  append(report.tables, std::move(part.tables));
  append(report.readings, std::move(part.readings));
  append(report.identities, std::move(part.identities));
  append(report.passages, std::move(part.passages));
}

}  // namespace

struct ReportReader::State {
  extract::Document& document;
  ReportHints hints;
  extract::Diagnostics& diagnostics;
  ReportReaderOptions options;
  TableRecovery recovery;
  int next_page = 1;
  bool done = false;
  std::optional<ReportIdentity> identity;  // known with the first part

  Recovery recover_part();
  Report understand(Recovery recovered);
  void read_tables(Report& report);
};

Recovery ReportReader::State::recover_part() {
  const int first = next_page;
  while (next_page <= document.page_count()) {
    const int number = next_page++;
    if (!options.wanted || options.wanted(number)) recovery.add_page(document.page(number));
    const int pages = next_page - first;
    const bool full = pages >= options.part_pages && recovery.between_tables();
    if (full || pages >= options.longest_part) return recovery.take();
  }
  done = true;
  return recovery.finish();
}

Report ReportReader::State::understand(Recovery recovered) {
  Report report;
  report.info = document.info();
  report.pages = document.page_count();
  for (extract::Diagnostic& diagnostic : recovered.diagnostics)
    diagnostics.add(std::move(diagnostic));
  report.tables = std::move(recovered.tables);
  report.passages = std::move(recovered.passages);
  if (!identity) identity = identify_report(report.info, hints, report.passages, diagnostics);
  report.title = identity->title;
  report.board = identity->board;
  report.period = identity->period;
  read_tables(report);
  ReportContext prose;
  prose.period = report.period;
  prose.period_place = identity->period_place;
  append(report.readings,
         read_prose(report.passages, prose, report.info.is_text ? Method::text : Method::stream));
  confirm_by_witnesses(report.readings);
  return report;
}

void ReportReader::State::read_tables(Report& report) {
  set_kinds(report.tables);
  const std::vector<ReportContext> contexts =
      report_contexts(report.tables, report.period, identity->period_place);
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    const Table& table = report.tables[i];
    append(report.readings, interpret_table(table, label_cells(table), contexts[i], diagnostics));
  }
  settle_open_figures(report.readings, diagnostics);
  report.identities = verify_tables(report.readings, diagnostics);
  set_signs(report.tables, report.readings, report.identities);
}

ReportReader::ReportReader(extract::Document& document, ReportHints hints,
                           extract::Diagnostics& diagnostics, ReportReaderOptions options)
    : state_(new State{document,
                       std::move(hints),
                       diagnostics,
                       std::move(options),
                       {},
                       1,
                       false,
                       std::nullopt}) {}

ReportReader::~ReportReader() = default;

std::optional<Report> ReportReader::next() {
  if (state_->done) return std::nullopt;
  return state_->understand(state_->recover_part());
}

Report read_report(extract::Document& document, const ReportHints& hints,
                   extract::Diagnostics& diagnostics) {
  ReportReader reader(document, hints, diagnostics, {});
  Report report = *reader.next();
  while (std::optional<Report> part = reader.next()) append(report, std::move(*part));
  return report;
}

}  // namespace parsers
