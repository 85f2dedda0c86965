#include "schema/correction_csv.h"

#include <charconv>
#include <optional>

#include "extract/error.h"
#include "schema/corrections.h"
#include "schema/csv.h"

namespace schema {

namespace {

constexpr const char* kNeeded[] = {"report_sha256", "page",    "table_title", "row_label",
                                   "column_label",  "raw",     "value_read",  "action",
                                   "value",         "made_by", "made_at",     "reason"};

// Fields of a row by the header's names; unlike CsvTable, a row too long is a fault of that row.
class Rows {
 public:
  Rows(std::string_view text, const std::string& place) : rows_(parse_csv(text, place)) {
    if (rows_.empty()) fail(place, "is empty");
    for (const char* name : kNeeded) {
      if (!column(name)) fail(place, "has no column " + std::string(name));
    }
  }
  std::size_t size() const { return rows_.size() - 1; }
  int line(std::size_t row) const { return rows_[row + 1].line; }
  bool is_too_long(std::size_t row) const {
    return rows_[row + 1].fields.size() > rows_.front().fields.size();
  }
  std::string field(std::size_t row, std::string_view name) const {
    const std::optional<std::size_t> at = column(name);
    const std::vector<std::string>& fields = rows_[row + 1].fields;
    return at && *at < fields.size() ? fields[*at] : "";
  }

 private:
  [[noreturn]] static void fail(const std::string& place, const std::string& message) {
    throw extract::Error(extract::ErrorCode::bad_argument, place, message);
  }
  std::optional<std::size_t> column(std::string_view name) const {
    const std::vector<std::string>& names = rows_.front().fields;
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == name) return i;
    }
    return std::nullopt;
  }
  std::vector<CsvRow> rows_;
};

int number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

// The correction of a row, `replaces` as printed; or what is wrong with it.
struct Row {
  Correction correction;
  std::string fault;
};

Row read_row(const Rows& rows, std::size_t row) {
  const auto field = [&](std::string_view name) { return rows.field(row, name); };
  Row result;
  FigureKey& figure = result.correction.figure;
  figure = {field("report_sha256"), number(field("page")), field("table_title"), field("row_label"),
            field("column_label"),  field("raw"),          field("value_read")};
  result.correction.value = field("value");
  result.correction.made_by = field("made_by");
  result.correction.made_at = field("made_at");
  result.correction.reason = field("reason");
  result.correction.replaces = field("replaces");
  const auto action = correction_action(field("action"));
  if (rows.is_too_long(row)) {
    result.fault = "has more fields than the header";
  } else if (!action) {
    result.fault =
        "action must be set, wrong, confirm or withdraw, not \"" + field("action") + "\"";
  } else {
    result.correction.action = *action;
    result.fault = fault(result.correction);
  }
  return result;
}

// The figure of a stored correction; nothing when there is none of this id.
std::optional<FigureKey> figure_of(Database& database, const std::string& id) {
  Statement select = database.prepare(
      "SELECT report_sha256, page, table_title, row_label, column_label, raw, value_read "
      "FROM correction WHERE id = ?1");
  select.bind(1, id);
  if (!select.step()) return std::nullopt;
  const auto text = [&](int column) { return std::string(select.text(column)); };
  return FigureKey{text(0), static_cast<int>(select.integer(1)), text(2), text(3), text(4), text(5),
                   text(6)};
}

// A correction that says the same of the same figure, whatever it replaces.
bool says_the_same(Database& database, const Correction& correction) {
  Statement select = database.prepare(
      "SELECT 1 FROM correction WHERE report_sha256 = ?1 AND page = ?2 AND table_title = ?3 "
      "AND row_label = ?4 AND column_label = ?5 AND raw = ?6 AND value_read = ?7 AND action = ?8 "
      "AND value = ?9 AND made_by = ?10 AND made_at = ?11 AND reason = ?12");
  const FigureKey& figure = correction.figure;
  select.bind(1, figure.report_sha256).bind(2, figure.page).bind(3, figure.table_title);
  select.bind(4, figure.row_label).bind(5, figure.column_label).bind(6, figure.raw);
  select.bind(7, figure.value_read).bind(8, name(correction.action)).bind(9, correction.value);
  select.bind(10, correction.made_by).bind(11, correction.made_at).bind(12, correction.reason);
  return select.step();
}

}  // namespace

ImportedCorrections import_corrections(Database& database, std::string_view text,
                                       const std::string& place) {
  const Rows rows(text, place);
  ImportedCorrections result;
  std::vector<Correction> wanted;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row = read_row(rows, i);
    Correction& correction = row.correction;
    const std::string id = rows.field(i, "id");
    if (row.fault.empty() && id.empty()) {
      if (says_the_same(database, correction)) {
        ++result.unchanged;
        continue;
      }
      correction.replaces = standing_correction(database, correction.figure);
    } else if (row.fault.empty() && id != correction_id(correction)) {
      const std::optional<FigureKey> before = figure_of(database, id);
      if (before && *before != correction.figure) {
        row.fault = "the figure of correction " + id +
                    " has been changed; leave the id empty for a new correction";
      }
      correction.replaces = id;
    }
    if (row.fault.empty()) {
      wanted.push_back(std::move(correction));
    } else {
      result.faults.push_back({rows.line(i), row.fault});
    }
  }
  result.added = add_corrections(database, wanted);
  result.unchanged += wanted.size() - result.added;
  return result;
}

}  // namespace schema
