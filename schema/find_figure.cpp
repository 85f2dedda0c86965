#include "schema/find_figure.h"

#include <vector>

#include "extract/error.h"
#include "parsers/decimal.h"
#include "schema/label_key.h"

namespace schema {

namespace {

// A shorter beginning of a digest is rather a name.
constexpr std::size_t kShortestDigest = 6;
// More candidates than this help nobody.
constexpr std::size_t kMostCandidates = 20;

[[noreturn]] void fail(const std::string& place, const std::string& message) {
  throw extract::Error(extract::ErrorCode::bad_argument, place, message);
}

struct StoredReport {
  std::int64_t id = 0;
  std::string sha256;
};

StoredReport find_report(Database& database, const std::string& text) {
  Statement select = database.prepare(
      "SELECT id, sha256, document FROM report WHERE document = ?1 "
      "OR (length(?1) >= ?2 AND substr(sha256, 1, length(?1)) = lower(?1)) ORDER BY sha256");
  select.bind(1, text).bind(2, static_cast<std::int64_t>(kShortestDigest));
  std::vector<StoredReport> found;
  std::string candidates;
  while (select.step()) {
    found.push_back({select.integer(0), std::string(select.text(1))});
    candidates += "; " + std::string(select.text(1)) + " " + std::string(select.text(2));
  }
  if (found.empty()) fail(text, "no report is named so; namndata reports lists them");
  if (found.size() > 1) {
    fail(text, "several reports are named so; give the beginning of a digest" + candidates);
  }
  return found.front();
}

// The whole path, or its last parts.
bool names(const std::optional<std::string>& wanted, std::string_view label) {
  if (!wanted) return true;
  const std::string key = label_key(*wanted);
  const std::string whole = label_key(label);
  return whole == key || (!key.empty() && whole.ends_with(" / " + key));
}

std::string shown(const FigureKey& figure) {
  std::string text = "; page " + std::to_string(figure.page);
  for (const std::string* part : {&figure.table_title, &figure.row_label, &figure.column_label}) {
    text += " | " + (part->empty() ? std::string("-") : *part);
  }
  return text + ": " + (figure.raw.empty() ? "(blank)" : figure.raw);
}

std::vector<FigureKey> find_all(Database& database, const StoredReport& report,
                                const FigureQuestion& question) {
  Statement select = database.prepare(
      "SELECT o.page, p.table_title, o.row_label, o.column_label, o.raw, o.digits, o.scale "
      "FROM observation AS o JOIN place AS p ON p.report_id = o.report_id AND p.number = o.place "
      "WHERE o.report_id = ?1 AND (?2 IS NULL OR o.page = ?2) AND (?3 IS NULL OR o.raw = ?3) "
      "ORDER BY o.position");
  select.bind(1, report.id).bind(2, question.page).bind(3, question.raw);
  std::vector<FigureKey> found;
  while (select.step()) {
    if (!names(question.table, select.text(1)) || !names(question.row, select.text(2)) ||
        !names(question.column, select.text(3))) {
      continue;
    }
    FigureKey figure;
    figure.report_sha256 = report.sha256;
    figure.page = static_cast<int>(select.integer(0));
    figure.table_title = select.text(1);
    figure.row_label = select.text(2);
    figure.column_label = select.text(3);
    figure.raw = select.text(4);
    if (!select.is_null(5)) {
      figure.value_read =
          parsers::Decimal{select.integer(5), static_cast<int>(select.integer(6))}.to_string();
    }
    found.push_back(std::move(figure));
  }
  return found;
}

}  // namespace

FigureKey find_figure(Database& database, const FigureQuestion& question) {
  const StoredReport report = find_report(database, question.report);
  const std::vector<FigureKey> found = find_all(database, report, question);
  if (found.empty()) fail(question.report, "has no such figure; namndata export shows its labels");
  if (found.size() == 1) return found.front();
  std::string candidates;
  for (std::size_t i = 0; i < found.size() && i < kMostCandidates; ++i)
    candidates += shown(found[i]);
  if (found.size() > kMostCandidates) {
    candidates += "; and " + std::to_string(found.size() - kMostCandidates) + " more";
  }
  fail(question.report, std::to_string(found.size()) +
                            " figures are meant; say more (page, table, row, column, raw)" +
                            candidates);
}

}  // namespace schema
