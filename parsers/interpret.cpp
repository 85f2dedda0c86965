#include "parsers/interpret.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "parsers/cell_class.h"
#include "parsers/codepoint.h"
#include "parsers/fold.h"
#include "parsers/kind.h"
#include "parsers/label_meaning.h"
#include "parsers/missing.h"
#include "parsers/number.h"
#include "parsers/open_figures.h"
#include "parsers/table_periods.h"
#include "parsers/unit.h"

namespace parsers {

namespace {

constexpr std::size_t kLongestRemark = 60;  // bytes; a longer cell without a figure is prose
constexpr int kMostUnprinted = 4;  // one figure in so many may lack the unit its column prints

// What a column's cells are like together.
struct Column {
  NumberStyle style;
  int figures = 0;  // cells that read as figures and are no years
  int years = 0;    // cells that are bare years
  DecimalsSeen decimals;
  std::map<std::string, int> printed_units;
};

class Interpreter {
 public:
  Interpreter(const Table& table, const std::vector<LabelledCell>& labels,
              const ReportContext& context, extract::Diagnostics& diagnostics)
      : table_(table),
        labels_(labels),
        context_(context),
        diagnostics_(diagnostics),
        kind_(table.kind.empty() ? table_kind(table) : table.kind),
        table_unit_(table_unit(table)),
        title_counts_(find_unit(table.title).counts) {}

  std::vector<Reading> run() {
    read_meanings();
    carry_measures();
    read_columns();
    read_row_units();
    periods_ = table_periods(table_, labels_, rows_, columns_, kind_, context_, diagnostics_);
    for (std::size_t i = 0; i < labels_.size(); ++i) read_cell(i);
    return std::move(readings_);
  }

 private:
  const Cell& cell(std::size_t i) const { return table_.cells[labels_[i].cell]; }
  Column& column(std::size_t i) { return column_info_[cell(i).column]; }

  void read_meanings() {
    std::map<std::vector<std::string>, LabelMeaning> known;
    const auto meaning = [&](const std::vector<std::string>& path) {
      const auto [entry, added] = known.try_emplace(path);
      if (added) entry->second = meaning_of(path);
      return entry->second;
    };
    for (const LabelledCell& label : labels_) {
      rows_.push_back(meaning(label.row_path));
      columns_.push_back(meaning(label.column_path));
    }
  }

  // "Prognos 2020 | 2021 | 2022": the word stands over the first of the years that it is about.
  void carry_measures() {
    std::string measure;
    int row = -1, year = 0;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      LabelMeaning& at = columns_[i];
      const bool follows = cell(i).row == row && at.period.year && *at.period.year == year + 1 &&
                           at.measure.empty() && at.is_time && !measure.empty();
      if (follows) at.measure = measure;
      row = cell(i).row;
      measure = at.measure;
      year = at.period.year.value_or(0);
    }
  }

  void read_columns() {
    std::map<int, std::vector<std::string_view>> texts;
    for (std::size_t i = 0; i < labels_.size(); ++i) texts[cell(i).column].push_back(cell(i).text);
    for (const auto& [number, column_texts] : texts) {
      Column& info = column_info_[number];
      info.style = infer_style(column_texts);
      for (const std::string_view text : column_texts) {
        const CellClass cell_class = classify_cell(text);
        if (cell_class == CellClass::year) ++info.years;
        if (cell_class != CellClass::number && !info.style.ungrouped_thousands) continue;
        const Figures read = parse_figures(text, info.style);
        if (read.figures.empty()) continue;
        ++info.figures;
        const auto scale = static_cast<std::size_t>(read.figures[0].value.scale);
        if (info.decimals.size() <= scale) info.decimals.resize(scale + 1);
        ++info.decimals[scale];
        if (!read.figures[0].unit.empty()) ++info.printed_units[read.figures[0].unit];
      }
    }
  }

  void read_row_units() {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const Figures read = parse_figures(cell(i).text, column(i).style);
      if (!read.figures.empty() && !read.figures[0].unit.empty()) {
        row_units_[cell(i).row].insert(read.figures[0].unit);
      }
      if (!read.figures.empty() && read.figures[0].value.scale > 0)
        row_decimals_.insert(cell(i).row);
    }
  }

  void read_cell(std::size_t i) {
    const Cell& at = cell(i);
    const Column& in = column(i);
    if (columns_[i].is_code || in.figures + in.years == 0) return;
    // A column of nothing but years says when, not how many.
    if (in.figures == 0) return;
    const std::string measure = measure_of(i);
    const auto missing = missing_mark(at.text);
    // "<5" is a limit to reach in a column of goals, and hides a count everywhere else.
    const bool goal = missing == Missing::suppressed && measure == "målvärde";
    if (missing && !goal) {
      add_missing(i, *missing);
      return;
    }
    const bool flat = table_.method == Method::text || table_.method == Method::ocr;
    if (auto open = open_values(at.text, in.style, in.decimals, flat); !open.empty()) {
      add_missing(i, Missing::text);
      readings_.back().open = std::move(open);
      return;
    }
    const Figures read = parse_figures(at.text, in.style);
    if (read.figures.empty()) {
      refuse(i, read.refusal);
      return;
    }
    for (std::size_t f = 0; f < read.figures.size(); ++f) {
      Reading reading = blank_reading(i);
      reading.value = read.figures[f].value;
      reading.qualifier = read.figures[f].qualifier;
      reading.unit =
          unit_of(i, read.figures[f].unit.empty() ? read.figures[0] : read.figures[f], read.marks);
      if (f > 0 && !columns_[i].measure_in_parentheses.empty()) {
        reading.measure = columns_[i].measure_in_parentheses;
      }
      readings_.push_back(std::move(reading));
    }
  }

  Reading blank_reading(std::size_t i) const {
    const Cell& at = cell(i);
    Reading reading;
    reading.row_path = labels_[i].row_path;
    reading.column_path = labels_[i].column_path;
    reading.table = context_.table;
    reading.row = at.row;
    reading.column = at.column;
    reading.kind = kind_;
    reading.table_title = table_.title;
    reading.section = table_.section;
    reading.period = periods_[i];
    reading.measure = measure_of(i);
    // What is told of a year to come is a forecast, whatever the heading leaves out.
    const bool to_come = context_.period && reading.period &&
                         start_year(*reading.period) > end_year(*context_.period);
    if (to_come && columns_[i].measure.empty()) reading.measure = "prognos";
    reading.raw = at.text;
    reading.page = at.page > 0 ? at.page : table_.page;
    reading.box = at.box;
    reading.method = table_.method;
    reading.tags_agree = at.tags_agree;
    return reading;
  }

  void add_missing(std::size_t i, Missing why) {
    Reading reading = blank_reading(i);
    reading.missing = why;
    reading.unit = unit_of(i, {}, {});
    readings_.push_back(std::move(reading));
  }

  void refuse(std::size_t i, const std::string& why) {
    const Cell& at = cell(i);
    if (at.text.size() > kLongestRemark) return;
    add_missing(i, Missing::text);
    // Words with a number among them ("Topp 10") are words; digits and marks alone are a lost
    // figure.
    const bool words = classify_cell(at.text) == CellClass::text;
    if (words || why.empty()) return;
    diagnostics_.add({.severity = extract::Severity::warning,
                      .code = "unread-figure",
                      .page = at.page > 0 ? at.page : table_.page,
                      .box = at.box,
                      .message = fmt::format("\"{}\" is not read as a figure: {}", at.text, why)});
  }

  std::string measure_of(std::size_t i) const { return cell_measure(rows_[i], columns_[i]); }

  // The closest place that says it: the cell, the column, the row, a note, the neighbours, the kind
  // of thing, the table, the report.
  std::string unit_of(std::size_t i, const Figure& figure, const std::string& cell_marks) const {
    const LabelMeaning& row = rows_[i];
    const LabelMeaning& in = columns_[i];
    if (!figure.unit.empty()) return figure.unit;
    if (!in.printed_unit.empty() && in.printed_unit != "antal") return in.printed_unit;
    if (!row.printed_unit.empty() && (in.printed_unit.empty() || row.printed_unit != "antal")) {
      return row.printed_unit;
    }
    if (!in.printed_unit.empty()) return in.printed_unit;
    if (std::string unit = unit_of_notes(in.marks, table_.notes); !unit.empty()) return unit;
    if (std::string unit = unit_of_notes(row.marks, table_.notes); !unit.empty()) return unit;
    if (!cell_marks.empty()) {
      const std::vector<std::string> marks = {cell_marks};
      if (std::string unit = unit_of_notes(marks, table_.notes); !unit.empty()) return unit;
    }
    const auto in_row = row_units_.find(cell(i).row);
    if (in_row != row_units_.end() && in_row->second.size() == 1) return *in_row->second.begin();
    if (!in.implied_unit.empty()) return in.implied_unit;
    if (!row.implied_unit.empty()) return row.implied_unit;
    // Indicator tables mix: a bare "2" among percentages is a count there.
    const Column& info = column_info_.at(cell(i).column);
    for (const auto& [unit, count] : info.printed_units) {
      if (kind_ != "indikatorer" && count > 1 &&
          (info.figures - count) * kMostUnprinted <= info.figures)
        return unit;
    }
    if (!table_unit_.empty()) return table_unit_;
    if (is_money_kind(kind_)) return context_.money_unit;
    const bool whole_numbers = !row_decimals_.contains(cell(i).row);
    if (in.counts && whole_numbers) return "antal";
    if (row.is_money || in.is_money) return {};
    if (is_counting_kind(kind_)) return "antal";
    const bool marked = kind_ == "indikatorer" && context_.percent_is_printed;
    return whole_numbers && (row.counts || title_counts_ || marked) ? "antal" : std::string{};
  }

  const Table& table_;
  const std::vector<LabelledCell>& labels_;
  const ReportContext& context_;
  extract::Diagnostics& diagnostics_;
  std::string kind_;
  std::string table_unit_;
  bool title_counts_;                           // "Trygghetslarm per område"
  std::vector<LabelMeaning> rows_, columns_;    // of each labelled cell
  std::vector<std::optional<Period>> periods_;  // of each labelled cell
  std::map<int, Column> column_info_;
  std::map<int, std::set<std::string>> row_units_;  // units printed with the figures of a row
  std::set<int> row_decimals_;                      // rows with decimals: no counts
  std::vector<Reading> readings_;
};

// The unit of money that a table states, for all of it or in a heading; "" none.
std::string money_unit(const Table& table) {
  if (std::string unit = table_unit(table); is_money(unit)) return unit;
  for (const Cell& cell : table.cells) {
    if (cell.role != CellRole::boxhead) continue;
    if (std::string unit = find_unit(cell.text).printed; is_money(unit)) return unit;
  }
  return {};
}

bool prints_percent(const Table& table) {
  return std::any_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
    return cell.role == CellRole::data && cell.text.ends_with('%');
  });
}

}  // namespace

std::vector<Reading> interpret_table(const Table& table, const std::vector<LabelledCell>& labels,
                                     const ReportContext& context,
                                     extract::Diagnostics& diagnostics) {
  return Interpreter(table, labels, context, diagnostics).run();
}

std::vector<ReportContext> report_contexts(const std::vector<Table>& tables,
                                           const std::optional<Period>& period,
                                           const std::string& period_place) {
  std::vector<std::string> money;
  std::set<std::string> stated;
  bool percent_is_printed = false;
  for (const Table& table : tables) {
    money.push_back(money_unit(table));
    if (!money.back().empty()) stated.insert(money.back());
    percent_is_printed |= table.kind == "indikatorer" && prints_percent(table);
  }
  std::vector<ReportContext> contexts;
  std::map<std::string, std::string> by_kind;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    std::string& last = by_kind[tables[i].kind];
    if (!money[i].empty()) last = money[i];
    const std::string only = stated.size() == 1 ? *stated.begin() : std::string{};
    contexts.push_back({.period = period,
                        .period_place = period_place,
                        .money_unit = last.empty() ? only : last,
                        .percent_is_printed = percent_is_printed,
                        .table = static_cast<int>(i)});
  }
  return contexts;
}

std::string table_unit(const Table& table) {
  if (std::string unit = find_unit(table.title).printed; !unit.empty()) return unit;
  for (const std::string& caption : table.captions) {
    if (std::string unit = stated_unit(caption); !unit.empty()) return unit;
  }
  for (const Cell& cell : table.cells) {
    if (cell.role != CellRole::boxhead || cell.column >= table.stub_columns) continue;
    if (std::string unit = find_unit(cell.text).printed; !unit.empty() && unit != "antal")
      return unit;
  }
  for (const std::string& note : table.notes) {
    if (note.starts_with('*') || split_marks(note.substr(0, note.find(' '))).text.empty()) continue;
    if (std::string unit = stated_unit(note); !unit.empty()) return unit;
  }
  return {};
}

}  // namespace parsers
