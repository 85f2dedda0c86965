#include "schema/corrections.h"

#include <algorithm>
#include <array>
#include <set>

#include "extract/error.h"
#include "extract/sha256.h"
#include "parsers/decimal.h"
#include "parsers/period.h"
#include "schema/match.h"
#include "schema/newest.h"

namespace schema {

namespace {

constexpr std::array<const char*, 4> kActions = {"set", "wrong", "confirm", "withdraw"};
constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kSha256Digits = 64;

void bind_figure(Statement& statement, int parameter, const FigureKey& figure) {
  statement.bind(parameter, figure.report_sha256).bind(parameter + 1, figure.page);
  statement.bind(parameter + 2, figure.table_title).bind(parameter + 3, figure.row_label);
  statement.bind(parameter + 4, figure.column_label).bind(parameter + 5, figure.raw);
  statement.bind(parameter + 6, figure.value_read);
}

// Of the corrections of a report's figures, those that stand: of each figure the one that no other
// replaces, the latest of these, and of one day the one with the greatest id.
constexpr const char* kStanding =
    "SELECT c.*, row_number() OVER (PARTITION BY c.page, c.table_title, c.row_label, "
    "c.column_label, c.raw, c.value_read ORDER BY c.made_at DESC, c.id DESC) AS rank "
    "FROM correction AS c WHERE c.report_sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM correction AS x "
    "WHERE x.report_sha256 = c.report_sha256 AND x.replaces = c.id)";

bool insert(Database& database, const Correction& correction) {
  const std::string wrong = fault(correction);
  if (!wrong.empty()) throw extract::Error(extract::ErrorCode::bad_argument, "correction", wrong);
  Statement statement = database.prepare(
      "INSERT INTO correction (report_sha256, page, table_title, row_label, column_label, raw, "
      "value_read, action, value, made_by, made_at, reason, replaces, id) VALUES "
      "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (id) DO NOTHING");
  bind_figure(statement, 1, correction.figure);
  statement.bind(8, name(correction.action)).bind(9, correction.value);
  statement.bind(10, correction.made_by).bind(11, correction.made_at).bind(12, correction.reason);
  statement.bind(13, correction.replaces).bind(14, correction_id(correction)).run();
  return database.changes() > 0;
}

void apply_to_report(Database& database, const std::string& sha256) {
  Statement stored = database.prepare("SELECT id FROM report WHERE sha256 = ?1");
  stored.bind(1, sha256);
  if (!stored.step()) return;
  const std::int64_t id = stored.integer(0);
  apply_corrections(database, id);
  choose_newest(database, id, Presence::stored);
}

// A correction with the figure it fits.
struct Fit {
  std::int64_t position = 0;
  std::string id;
  CorrectionAction action = CorrectionAction::confirm;
  std::string value, unit;
  bool turned = false;  // the base value has the other sign
};

std::vector<Fit> find_fits(Database& database, std::int64_t report_id) {
  // Most reports have none: the question below is long.
  Statement report = database.prepare(
      "SELECT sha256 FROM report WHERE id = ?1 AND EXISTS "
      "(SELECT 1 FROM correction WHERE report_sha256 = report.sha256)");
  report.bind(1, report_id);
  if (!report.step()) return {};
  // Compared with what the machine read: no correction is applied to the report at this point.
  Statement select = database.prepare(
      "SELECT position, id, action, value, unit, base_sign FROM (SELECT o.position, s.id, "
      "s.action, "
      "s.value, o.unit, o.base_sign, count(*) OVER (PARTITION BY s.id) AS fits FROM (" +
      std::string(kStanding) +
      ") AS s JOIN observation AS o ON o.report_id = ?2 AND o.page = s.page "
      "AND o.row_label = s.row_label AND o.column_label = s.column_label AND o.raw = s.raw "
      "AND coalesce(o.value_text, '') = s.value_read "
      "JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place "
      "AND p.table_title = s.table_title WHERE s.rank = 1) WHERE fits = 1 ORDER BY position");
  select.bind(1, report.text(0)).bind(2, report_id);
  std::vector<Fit> fits;
  while (select.step()) {
    fits.push_back({select.integer(0), std::string(select.text(1)),
                    correction_action(select.text(2)).value(), std::string(select.text(3)),
                    std::string(select.text(4)), select.integer(5) < 0});
  }
  return fits;
}

const char* judgement(CorrectionAction action) {
  switch (action) {
    case CorrectionAction::set:
      return "set";
    case CorrectionAction::wrong:
      return "wrong";
    case CorrectionAction::confirm:
      return "confirmed";
    case CorrectionAction::withdraw:
      return "";
  }
  return "";
}

void bind_value(Statement& statement, int parameter, const std::optional<parsers::Decimal>& value) {
  statement.bind(parameter, value ? std::optional(value->digits) : std::nullopt);
  statement.bind(parameter + 1, value ? std::optional(std::int64_t{value->scale}) : std::nullopt);
}

}  // namespace

const char* name(CorrectionAction action) { return kActions[static_cast<std::size_t>(action)]; }

std::optional<CorrectionAction> correction_action(std::string_view name) {
  const auto* const found = std::find(kActions.begin(), kActions.end(), name);
  if (found == kActions.end()) return std::nullopt;
  return static_cast<CorrectionAction>(found - kActions.begin());
}

std::string correction_id(const Correction& correction) {
  const FigureKey& figure = correction.figure;
  std::string text;
  for (const std::string& field :
       {figure.report_sha256, std::to_string(figure.page), figure.table_title, figure.row_label,
        figure.column_label, figure.raw, figure.value_read, std::string(name(correction.action)),
        correction.value, correction.made_by, correction.made_at, correction.reason,
        correction.replaces}) {
    text += std::to_string(field.size()) + ':' + field;
  }
  return extract::sha256_of_text(text).substr(0, kIdDigits);
}

std::string standing_correction(Database& database, const FigureKey& figure) {
  Statement select =
      database.prepare("SELECT id FROM (" + std::string(kStanding) +
                       ") WHERE rank = 1 AND page = ?2 AND table_title = ?3 AND row_label = ?4 "
                       "AND column_label = ?5 AND raw = ?6 AND value_read = ?7");
  bind_figure(select, 1, figure);
  return select.step() ? std::string(select.text(0)) : "";
}

std::string fault(const Correction& correction) {
  const FigureKey& figure = correction.figure;
  if (figure.report_sha256.size() != kSha256Digits ||
      figure.report_sha256.find_first_not_of("0123456789abcdef") != std::string::npos) {
    return "report_sha256 must be 64 hexadecimal digits";
  }
  if (figure.page < 1) return "page must be a number from 1";
  const bool sets = correction.action == CorrectionAction::set;
  if (sets && !parsers::Decimal::from_string(correction.value)) {
    return "value must be a number such as 1234.5, not \"" + correction.value + "\"";
  }
  if (!sets && !correction.value.empty()) return "value belongs to the action set only";
  if (correction.made_by.empty()) return "made_by must say who";
  if (correction.reason.empty()) return "reason must say why";
  const auto day = parsers::canonical_period(correction.made_at);
  if (!day || day->start != correction.made_at) {
    return "made_at must be a date such as 2023-06-30, not \"" + correction.made_at + "\"";
  }
  return "";
}

bool add_correction(Database& database, Correction correction) {
  Transaction transaction(database);
  correction.replaces = standing_correction(database, correction.figure);
  if (!correction.replaces.empty()) {
    // Said already, by the same person the same day for the same reason?
    Statement same = database.prepare(
        "SELECT 1 FROM correction WHERE id = ?1 AND action = ?2 AND value = ?3 AND made_by = ?4 "
        "AND made_at = ?5 AND reason = ?6");
    same.bind(1, correction.replaces).bind(2, name(correction.action)).bind(3, correction.value);
    same.bind(4, correction.made_by).bind(5, correction.made_at).bind(6, correction.reason);
    if (same.step()) return false;
  }
  insert(database, correction);
  apply_to_report(database, correction.figure.report_sha256);
  transaction.commit();
  return true;
}

std::size_t add_corrections(Database& database, const std::vector<Correction>& corrections) {
  Transaction transaction(database);
  std::size_t added = 0;
  std::set<std::string> reports;
  for (const Correction& correction : corrections) {
    if (!insert(database, correction)) continue;
    ++added;
    reports.insert(correction.figure.report_sha256);
  }
  for (const std::string& sha256 : reports) apply_to_report(database, sha256);
  transaction.commit();
  return added;
}

void apply_corrections(Database& database, std::int64_t report_id) {
  database
      .prepare(
          "UPDATE observation SET correction = NULL, judgement = '', set_digits = NULL, "
          "set_scale = NULL, set_base_digits = NULL, set_base_scale = NULL, newest = 0, "
          "revised = 0, confirmed = 0 WHERE report_id = ?1 AND correction IS NOT NULL")
      .bind(1, report_id)
      .run();
  Statement update = database.prepare(
      "UPDATE observation SET correction = ?3, judgement = ?4, set_digits = ?5, set_scale = ?6, "
      "set_base_digits = ?7, set_base_scale = ?8, newest = 0, revised = 0, confirmed = 0 "
      "WHERE report_id = ?1 AND position = ?2");
  for (const Fit& fit : find_fits(database, report_id)) {
    const std::optional<parsers::Decimal> value = parsers::Decimal::from_string(fit.value);
    std::optional<parsers::Decimal> base = base_value(value, fit.unit).value;
    if (base && fit.turned) base = negate(*base);
    update.bind(1, report_id).bind(2, fit.position).bind(3, fit.id);
    update.bind(4, judgement(fit.action));
    bind_value(update, 5, value);
    bind_value(update, 7, base);
    update.run();
  }
}

}  // namespace schema
