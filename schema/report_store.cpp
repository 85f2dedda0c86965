#include "schema/report_store.h"

#include <string>
#include <variant>

#include "schema/corrections.h"
#include "schema/label_key.h"
#include "schema/newest.h"

namespace schema {

namespace {

struct Target {
  std::size_t width;          // values of a Row
  int page;                   // which of them is a page; -1 none
  bool whole_report = false;  // page 0 stands for the whole report
  const char* insert;         // ?1 is the report, the values follow
};

// In the order of RowTable. A figure that can be compared is taken for the newest until
// choose_newest() knows better: for most that is right, and saves writing them twice.
constexpr std::array<Target, kRowTables> kTargets = {{
    {4, -1, false, "INSERT INTO place VALUES (?1, ?2, ?3, ?4, ?5)"},
    {30, 2, false,
     "INSERT INTO observation (report_id, position, place, page, x0, y0, x1, y1, row_label, "
     "column_label, indicator, match_reason, series_label, series, measure, period, period_start, "
     "period_end, digits, scale, unit, base_digits, base_scale, base_unit, base_sign, raw, "
     "missing, qualifier, source, method, status, municipality_code, newest) "
     "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
     "?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, municipality_code, "
     "municipality_code IS NOT NULL AND ?16 IS NOT NULL AND ?19 IS NOT NULL "
     "FROM report WHERE id = ?1"},
    {3, -1, false, "INSERT INTO observation_check VALUES (?1, ?2, ?3, ?4)"},
    {8, 2, false, "INSERT INTO sign_convention VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"},
    {7, -1, false, "INSERT INTO identity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"},
    {4, -1, false, "INSERT INTO identity_term VALUES (?1, ?2, ?3, ?4, ?5)"},
    {9, 3, true, "INSERT INTO diagnostic VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"},
    {2, 0, false, "INSERT INTO page (report_id, number, text, id) VALUES (?1, ?2, ?3, ?4)"},
}};

const Target& target(RowTable table) { return kTargets.at(static_cast<std::size_t>(table)); }

void bind(Statement& statement, int parameter, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    statement.bind(parameter, *number);
  } else if (const auto* real = std::get_if<double>(&value)) {
    statement.bind(parameter, *real);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind(parameter, *text);
  } else {
    statement.bind(parameter, std::nullopt);
  }
}

}  // namespace

std::int64_t report_id(std::string_view sha256) {
  const std::uint64_t bits = std::stoull(std::string(sha256.substr(0, 16)), nullptr, 16);
  return static_cast<std::int64_t>(bits >> 1);
}

std::int64_t page_id(std::int64_t report_id, std::int64_t number) {
  return stable_hash(std::to_string(report_id) + ' ' + std::to_string(number));
}

std::size_t row_width(RowTable table) { return target(table).width; }

ReportStore::ReportStore(Database& database, std::int64_t report_id, int pages)
    : database_(database), report_id_(report_id), pages_(pages) {}

Statement& ReportStore::statement(RowTable table) {
  auto& kept = statements_.at(static_cast<std::size_t>(table));
  if (!kept) kept.emplace(database_.prepare(target(table).insert));
  return *kept;
}

void ReportStore::check_page(const Row& row) const {
  const Target& to = target(row.table);
  if (to.page < 0) return;
  const auto* page = std::get_if<std::int64_t>(&row.values[static_cast<std::size_t>(to.page)]);
  if (page == nullptr || *page < (to.whole_report ? 0 : 1) || *page > pages_) {
    throw RowRefused(database_.file(), "names a page that the report does not have");
  }
}

void ReportStore::insert(const Row& row) {
  if (row.values.size() != row_width(row.table)) {
    throw RowRefused(database_.file(), "has another number of columns than its table");
  }
  check_page(row);
  Statement& insert = statement(row.table);
  insert.bind(1, report_id_);
  int parameter = 1;
  for (const Value& value : row.values) bind(insert, ++parameter, value);
  if (row.table != RowTable::page) return insert.run();
  const std::int64_t number = std::get<std::int64_t>(row.values[0]);
  const std::int64_t id = page_id(report_id_, number);
  insert.bind(++parameter, id).run();
  index_page(row, id);
}

void ReportStore::index_page(const Row& row, std::int64_t id) {
  if (!index_) {
    index_.emplace(database_.prepare("INSERT INTO page_text (rowid, text) VALUES (?1, ?2)"));
  }
  index_->bind(1, id);
  bind(*index_, 2, row.values[1]);
  index_->run();
}

void ReportStore::finish() {
  apply_corrections(database_, report_id_);
  choose_newest(database_, report_id_, Presence::stored);
}

void delete_report_rows(Database& database, std::int64_t report_id) {
  choose_newest(database, report_id, Presence::leaving);
  database
      .prepare(
          "INSERT INTO page_text (page_text, rowid, text) "
          "SELECT 'delete', id, text FROM page WHERE report_id = ?1")
      .bind(1, report_id)
      .run();
  for (const char* table : {"identity_term", "identity", "observation_check", "observation",
                            "sign_convention", "place", "diagnostic", "page"}) {
    database.prepare("DELETE FROM " + std::string(table) + " WHERE report_id = ?1")
        .bind(1, report_id)
        .run();
  }
}

}  // namespace schema
