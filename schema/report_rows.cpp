#include "schema/report_rows.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "parsers/identity_mend.h"
#include "schema/corrections.h"
#include "schema/label_key.h"
#include "schema/match.h"
#include "schema/newest.h"

namespace schema {

namespace {

void bind_box(Statement& statement, int parameter, const extract::Rect& box) {
  if (box == extract::Rect{}) {
    for (int i = 0; i < 4; ++i) statement.bind(parameter + i, std::nullopt);
    return;
  }
  statement.bind(parameter, box.x0).bind(parameter + 1, box.y0);
  statement.bind(parameter + 2, box.x1).bind(parameter + 3, box.y1);
}

// The place of each reading, numbered in the order in which they first appear.
std::vector<int> insert_places(Database& database, std::int64_t id, const parsers::Report& report) {
  Statement insert = database.prepare("INSERT INTO place VALUES (?1, ?2, ?3, ?4, ?5)");
  std::map<std::tuple<std::string, std::string, std::string>, int> numbers;
  std::vector<int> places;
  for (const parsers::Reading& reading : report.readings) {
    const int next = static_cast<int>(numbers.size()) + 1;
    const auto [place, is_new] =
        numbers.emplace(std::tuple{reading.section, reading.table_title, reading.kind}, next);
    places.push_back(place->second);
    if (!is_new) continue;
    insert.bind(1, id).bind(2, next).bind(3, reading.section).bind(4, reading.table_title);
    insert.bind(5, reading.kind).run();
  }
  return places;
}

constexpr std::string_view kInsertObservation =
    "INSERT INTO observation (report_id, position, place, page, x0, y0, x1, y1, row_label, "
    "column_label, municipality_code, indicator, match_reason, series_label, series, measure, "
    "period, "
    "period_start, period_end, digits, scale, unit, base_digits, base_scale, base_unit, raw, "
    "missing, "
    "qualifier, source, method, status, base_sign) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
    "municipality_code, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, "
    "?26, ?27, ?28, ?29, ?30, ?31 FROM report WHERE id = ?1";

void bind_value(Statement& statement, int parameter, const std::optional<parsers::Decimal>& value) {
  if (value) {
    statement.bind(parameter, value->digits).bind(parameter + 1, value->scale);
  } else {
    statement.bind(parameter, std::nullopt).bind(parameter + 1, std::nullopt);
  }
}

void insert_observations(Database& database, const Catalogue& catalogue, std::int64_t id,
                         const parsers::Report& report, const std::vector<int>& places) {
  Statement insert = database.prepare(kInsertObservation);
  Statement check = database.prepare("INSERT INTO observation_check VALUES (?1, ?2, ?3, ?4)");
  for (const Observation& observation : match_readings(report, catalogue)) {
    const parsers::Reading& reading = report.readings[observation.reading];
    const auto position = static_cast<std::int64_t>(observation.reading) + 1;
    insert.bind(1, id).bind(2, position).bind(3, places[observation.reading]).bind(4, reading.page);
    bind_box(insert, 5, reading.box);
    insert.bind(9, observation.row_label).bind(10, observation.column_label);
    insert.bind_or_null(11, observation.indicator).bind(12, observation.match_reason);
    insert.bind(13, observation.series_label).bind(14, observation.series);
    insert.bind(15, reading.measure);
    insert.bind_or_null(16, reading.period ? reading.period->text : "");
    insert.bind_or_null(17, reading.period ? reading.period->start : "");
    insert.bind_or_null(18, reading.period ? reading.period->end : "");
    bind_value(insert, 19, reading.value);
    insert.bind(21, reading.unit);
    bind_value(insert, 22, observation.base_value);
    insert.bind(24, observation.base_unit).bind(25, reading.raw);
    insert.bind_or_null(26, reading.missing ? name(*reading.missing) : "");
    insert.bind(27, reading.qualifier).bind(28, name(reading.source));
    insert.bind(29, name(reading.method)).bind(30, name(reading.status));
    insert.bind(31, reading.comparison_sign < 0 ? -1 : 1).run();
    int number = 0;
    for (const std::string& text : reading.checks) {
      check.bind(1, id).bind(2, position).bind(3, ++number).bind(4, text).run();
    }
  }
}

// Of the tables whose identities tell how they print signs.
void insert_signs(Database& database, std::int64_t id, const parsers::Report& report,
                  const std::vector<int>& places) {
  Statement insert =
      database.prepare("INSERT INTO sign_convention VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  for (std::size_t i = 0; i < report.readings.size(); ++i) {
    const parsers::Reading& reading = report.readings[i];
    if (reading.table < 0 || (i > 0 && report.readings[i - 1].table == reading.table)) continue;
    const auto table = static_cast<std::size_t>(reading.table);
    if (table >= report.tables.size() || report.tables[table].signs.evidence.empty()) continue;
    const parsers::SignConvention& signs = report.tables[table].signs;
    insert.bind(1, id).bind(2, places[i]).bind(3, reading.page).bind(4, signs.costs);
    insert.bind(5, signs.revenue).bind(6, signs.net).bind(7, signs.deviation);
    insert.bind(8, signs.evidence).bind(9, static_cast<std::int64_t>(i) + 1).run();
  }
}

void insert_identities(Database& database, std::int64_t id, const parsers::Report& report) {
  Statement insert =
      database.prepare("INSERT INTO identity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  Statement term = database.prepare("INSERT INTO identity_term VALUES (?1, ?2, ?3, ?4, ?5)");
  const auto position = [](std::size_t reading) { return static_cast<std::int64_t>(reading) + 1; };
  int number = 0;
  for (const parsers::Identity& identity : report.identities) {
    insert.bind(1, id).bind(2, ++number).bind(3, position(identity.result));
    insert.bind(4, name(identity.outcome)).bind(5, identity.expected.to_string());
    insert.bind(6, identity.tolerance.to_string()).bind(7, identity.text);
    insert.bind(8, parsers::mend_text(identity, report.readings)).run();
    int place = 0;
    for (const parsers::IdentityTerm& t : identity.terms) {
      term.bind(1, id).bind(2, number).bind(3, ++place).bind(4, position(t.reading));
      term.bind(5, t.sign).run();
    }
  }
}

void insert_diagnostics(Database& database, std::int64_t id,
                        std::span<const extract::Diagnostic> diagnostics) {
  Statement insert =
      database.prepare("INSERT INTO diagnostic VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  int number = 0;
  for (const extract::Diagnostic& diagnostic : diagnostics) {
    insert.bind(1, id).bind(2, ++number).bind(3, name(diagnostic.severity));
    insert.bind(4, diagnostic.code).bind(5, diagnostic.page);
    bind_box(insert, 6, diagnostic.box.value_or(extract::Rect{}));
    insert.bind(10, diagnostic.message).run();
  }
}

// All text of each page: running text line by line, then the tables row by row.
std::map<int, std::string> page_texts(const parsers::Report& report) {
  std::map<int, std::string> texts;
  for (const parsers::TextPassage& passage : report.passages) {
    texts[passage.page] += passage.text + '\n';
  }
  for (const parsers::Table& table : report.tables) {
    int row = -1;
    int page = 0;
    for (const parsers::Cell& cell : table.cells) {
      if (cell.text.empty()) continue;
      if (row >= 0) texts[page] += cell.row == row && cell.page == page ? '\t' : '\n';
      row = cell.row;
      page = cell.page;
      texts[page] += cell.text;
    }
    if (row >= 0) texts[page] += '\n';
  }
  return texts;
}

void insert_pages(Database& database, std::int64_t id, const parsers::Report& report) {
  Statement insert = database.prepare("INSERT INTO page VALUES (?1, ?2, ?3, ?4)");
  Statement index = database.prepare("INSERT INTO page_text (rowid, text) VALUES (?1, ?2)");
  for (const auto& [page, text] : page_texts(report)) {
    const std::int64_t row = stable_hash(std::to_string(id) + ' ' + std::to_string(page));
    insert.bind(1, row).bind(2, id).bind(3, page).bind(4, text).run();
    index.bind(1, row).bind(2, text).run();
  }
}

}  // namespace

std::int64_t report_id(std::string_view sha256) {
  const std::uint64_t bits = std::stoull(std::string(sha256.substr(0, 16)), nullptr, 16);
  return static_cast<std::int64_t>(bits >> 1);
}

void insert_report_rows(Database& database, const Catalogue& catalogue, std::int64_t id,
                        const parsers::Report& report,
                        std::span<const extract::Diagnostic> diagnostics) {
  const std::vector<int> places = insert_places(database, id, report);
  insert_observations(database, catalogue, id, report, places);
  insert_signs(database, id, report, places);
  insert_identities(database, id, report);
  insert_diagnostics(database, id, diagnostics);
  insert_pages(database, id, report);
  apply_corrections(database, id);
  choose_newest(database, id, Presence::stored);
}

void delete_report_rows(Database& database, std::int64_t id) {
  choose_newest(database, id, Presence::leaving);
  database
      .prepare(
          "INSERT INTO page_text (page_text, rowid, text) "
          "SELECT 'delete', id, text FROM page WHERE report_id = ?1")
      .bind(1, id)
      .run();
  for (const char* table : {"identity_term", "identity", "observation_check", "observation",
                            "sign_convention", "place", "diagnostic", "page"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE report_id = ?1")
        .bind(1, id)
        .run();
  }
}

}  // namespace schema
