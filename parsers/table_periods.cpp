#include "parsers/table_periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "parsers/cell_class.h"
#include "parsers/kind.h"
#include "parsers/measure.h"

namespace parsers {

namespace {

constexpr std::size_t kFewestMonths = 3;  // rows or columns that make a table one of months

// Measures that belong to a whole year unless a heading says otherwise.
bool is_yearly(const std::string& measure) {
  return measure == "prognos" || measure == "målvärde" || measure == "omdisponering" ||
         measure == "ombudgetering" || measure == "tilläggsbudget";
}

// Only the year of a label that names more than a time: "Enkät 2019" says when, "Antal
// helårsplatser" does not.
PeriodExpression dated_part(const PeriodExpression& expression) {
  return expression.year ? expression : PeriodExpression{};
}

bool names_last_year_only(const PeriodExpression& expression) {
  PeriodExpression only;
  only.years_back = 1;
  return expression == only;
}

class Dater {
 public:
  Dater(const Table& table, const std::vector<LabelledCell>& labels,
        const std::vector<LabelMeaning>& rows, const std::vector<LabelMeaning>& columns,
        const std::string& kind, const ReportContext& context, extract::Diagnostics& diagnostics)
      : table_(table),
        labels_(labels),
        rows_(rows),
        columns_(columns),
        kind_(kind),
        context_(context),
        diagnostics_(diagnostics),
        title_(find_period(table.title)) {
    for (const std::string& caption : table.captions)
      title_ = merged(title_, dated_part(find_period(caption)));
  }

  std::vector<std::optional<Period>> run() {
    carry_years();
    set_year();
    compare_title_with_headings();
    std::vector<std::optional<Period>> periods(labels_.size());
    int row = -1;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (cell(i).row != row) left_.reset();
      row = cell(i).row;
      periods[i] = period_of(i);
      if (periods[i] && !columns_[i].period.empty()) left_ = periods[i];
    }
    date_totals(periods);
    return periods;
  }

 private:
  const Cell& cell(std::size_t i) const { return table_.cells[labels_[i].cell]; }
  bool filled(std::size_t i) const { return is_data(classify_cell(cell(i).text)); }

  // "jan-23", "feb", "mars": the year goes on down the rows, and turns with the year.
  void carry_years() {
    std::map<int, PeriodExpression> months;  // by grid row
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (rows_[i].is_time && rows_[i].period.has_months()) months[cell(i).row] = rows_[i].period;
    }
    const auto step = [&](auto from, auto to, bool down) {
      std::optional<int> year;
      int month = 0;
      for (auto at = from; at != to; ++at) {
        const PeriodExpression& e = at->second;
        if (e.year) {
          year = e.year;
        } else if (year) {
          if (down ? e.first_month < month : e.first_month > month) *year += down ? 1 : -1;
          row_years_.try_emplace(at->first, *year);
        }
        month = e.first_month;
      }
    };
    step(months.begin(), months.end(), true);
    step(months.rbegin(), months.rend(), false);
  }

  // The year of months that have none: the title's, unless the months that are filled say that it
  // is last year's title over this year's figures.
  void set_year() {
    const std::optional<Period>& report = context_.period;
    if (!title_.year) return;
    if (title_.last_year) {
      const bool within =
          report && end_year(*report) >= *title_.year && end_year(*report) <= *title_.last_year;
      year_ = within ? end_year(*report) : *title_.last_year;
      return;
    }
    year_ = title_.year;
    if (!report || *year_ == end_year(*report)) return;
    std::map<int, bool> months;  // filled, by month
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      for (const LabelMeaning* label : {&rows_[i], &columns_[i]}) {
        if (!label->is_time || !label->period.has_months()) continue;
        if (label->period.year || row_years_.contains(cell(i).row)) return;
        if (label->period.first_month == label->period.last_month) {
          months[label->period.first_month] |= filled(i);
        }
      }
    }
    if (months.size() < kFewestMonths) return;
    int last = 0;
    for (const auto& [month, is_filled] : months) {
      if (is_filled) last = month;
    }
    if (last != end_month(*report) || last == 12) return;
    diagnostics_.add(
        {.severity = extract::Severity::warning,
         .code = "period-contradiction",
         .page = table_.page,
         .box = table_.box,
         .message = fmt::format(
             "the title \"{}\" names {}, but its months are filled to the end of the "
             "report's period {} ({}): read as {}",
             table_.title, *year_, report->text, context_.period_place, end_year(*report))});
    year_ = end_year(*report);
    title_ = {};
  }

  // "Budget 2018" over the heading "Budget 2019": the heading counts, and both are told.
  void compare_title_with_headings() {
    const std::string measure = find_measure({&table_.title, 1}).measure;
    if (measure.empty() || !title_.year || title_.last_year) return;
    const LabelMeaning* other = nullptr;
    std::size_t at = 0;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const LabelMeaning& heading = columns_[i];
      if (heading.measure != measure || !heading.period.year) continue;
      if (*heading.period.year == *title_.year) return;
      if (other == nullptr) {
        other = &heading;
        at = i;
      }
    }
    if (other == nullptr) return;
    diagnostics_.add({.severity = extract::Severity::warning,
                      .code = "period-contradiction",
                      .page = table_.page,
                      .box = table_.box,
                      .message = fmt::format("the title \"{}\" names {}, the heading \"{}\" {}: "
                                             "read as the heading says",
                                             table_.title, *title_.year,
                                             labels_[at].column_path.back(), *other->period.year)});
  }

  std::optional<Period> period_of(std::size_t i) const {
    const LabelMeaning& row = rows_[i];
    const LabelMeaning& column = columns_[i];
    const std::string measure = cell_measure(row, column);
    const bool row_leads = row.is_time || row.is_measure;
    PeriodExpression said = row_leads ? merged(row.period, column.period)
                                      : merged(column.period, dated_part(row.period));
    if (row_leads && !said.year && said.has_months()) {
      if (const auto carried = row_years_.find(cell(i).row); carried != row_years_.end()) {
        said.year = carried->second;
      }
    }
    if (said.empty()) return default_period(measure);
    // "Utfall fg år" beside "Utfall jan-mars": the same months a year before.
    if (names_last_year_only(said) && left_ && context_.period &&
        end_year(*left_) == end_year(*context_.period)) {
      return shifted(*left_, -1);
    }
    const bool money = is_money_kind(kind_);
    // A forecast named by a month is made in it, for the year.
    if (money && measure == "prognos" && said.has_months() && said.first_month == said.last_month) {
      said.first_month = said.last_month = said.day = 0;
      said.whole_year = true;
    }
    const bool bare_year = said.year && !said.has_months() && !said.relative() && !said.last_year;
    const bool wants_title = !said.year && said.years_back == 0;
    std::optional<Period> period =
        resolve(said, {.report = context_.period, .year = wants_title ? year_ : std::nullopt});
    if (period && bare_year && measure == "utfall" && context_.period &&
        end_year(*context_.period) == *said.year && !is_whole_year(*context_.period)) {
      period = year_to_date(*context_.period);  // no outcome is later than its report
    }
    // Amounts at a day are what has been spent until then.
    if (period && money && said.day > 0) period = year_to_date(*period);
    return period;
  }

  // The period of a column that says nothing of time.
  std::optional<Period> default_period(const std::string& measure) const {
    const auto report = context_.period;
    const std::optional<int> year = year_    ? year_
                                    : report ? std::optional(end_year(*report))
                                             : std::nullopt;
    if (is_yearly(measure)) return year ? std::optional(whole_year(*year)) : std::nullopt;
    if (measure != "utfall" && left_) return left_;
    if (!title_.empty()) {
      if (auto titled = resolve(title_, {.report = report, .year = std::nullopt})) {
        const bool future = report && titled->end > report->end && measure == "utfall";
        if (!future) return titled;
      }
    }
    if (measure == "budget" && year) return whole_year(*year);
    if (report && is_money_kind(kind_)) return year_to_date(*report);
    return report;
  }

  // "Totalt" under months covers the months that are filled.
  void date_totals(std::vector<std::optional<Period>>& periods) const {
    std::map<int, std::vector<std::size_t>> by_column, by_row;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      by_column[cell(i).column].push_back(i);
      by_row[cell(i).row].push_back(i);
    }
    const auto cover = [&](const std::vector<std::size_t>& cells,
                           const std::vector<LabelMeaning>& axis) {
      std::optional<Period> first, last;
      std::size_t months = 0;
      for (const std::size_t i : cells) {
        if (!axis[i].is_time || !axis[i].period.has_months() || !periods[i] || !filled(i)) continue;
        ++months;
        if (!first || periods[i]->start < first->start) first = periods[i];
        if (!last || periods[i]->end > last->end) last = periods[i];
      }
      if (months < 2) return;
      for (const std::size_t i : cells) {
        if (!axis[i].is_total || axis[i].is_time) continue;
        periods[i] =
            month_span(start_year(*first), start_month(*first), end_year(*last), end_month(*last));
      }
    };
    for (const auto& [number, cells] : by_column) cover(cells, rows_);
    for (const auto& [number, cells] : by_row) cover(cells, columns_);
  }

  const Table& table_;
  const std::vector<LabelledCell>& labels_;
  const std::vector<LabelMeaning>& rows_;
  const std::vector<LabelMeaning>& columns_;
  const std::string& kind_;
  const ReportContext& context_;
  extract::Diagnostics& diagnostics_;
  PeriodExpression title_;
  std::optional<int> year_;       // of months that name none
  std::map<int, int> row_years_;  // of rows of months that take theirs from the rows around
  std::optional<Period> left_;    // of the last column to the left that names a time
};

}  // namespace

std::vector<std::optional<Period>> table_periods(
    const Table& table, const std::vector<LabelledCell>& labels,
    const std::vector<LabelMeaning>& rows, const std::vector<LabelMeaning>& columns,
    const std::string& kind, const ReportContext& context, extract::Diagnostics& diagnostics) {
  return Dater(table, labels, rows, columns, kind, context, diagnostics).run();
}

std::string cell_measure(const LabelMeaning& row, const LabelMeaning& column) {
  if (!column.measure.empty()) return column.measure;
  if (row.is_measure && !row.measure.empty()) return row.measure;
  return "utfall";
}

}  // namespace parsers
