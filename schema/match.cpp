#include "schema/match.h"

#include <map>
#include <set>
#include <tuple>

#include "schema/concept_label.h"
#include "schema/label_key.h"
#include "schema/label_matcher.h"

namespace schema {

namespace {

int money_power(std::string_view unit) {
  if (unit == "tkr") return 3;
  if (unit == "mnkr") return 6;
  if (unit == "mdkr") return 9;
  return 0;
}

// The table's title without its years: "Verksamhetsstatistik 2022/2023" is last year's table again.
std::string title_key(std::string_view title) {
  std::string key = label_key(title);
  std::erase_if(key, [](char c) { return (c >= '0' && c <= '9') || c == '/'; });
  return label_key(key);
}

void set_series(Observation& observation, const parsers::Reading& reading, std::string_view extra) {
  const std::string what =
      observation.indicator.empty()
          ? "label\n" + title_key(reading.table_title) + '\n' + label_key(observation.series_label)
          : "indicator\n" + observation.indicator;
  observation.series = stable_hash(what + '\n' + std::string(extra));
}

// "345 (28)": what stands in parentheses is another figure than the one before it, of which the
// label does not tell.
constexpr std::string_view kInParentheses = "i parentes";

// What makes two figures of one report the same figure.
using FigureKey = std::tuple<std::int64_t, std::string, std::string, std::string>;

FigureKey key_of(const Observation& observation, const parsers::Reading& reading) {
  return {observation.series, reading.period ? reading.period->text : "", reading.measure,
          reading.unit};
}

// Takes the mapping off figures in parentheses that stand beside one with the same meaning.
void part_parentheses(const parsers::Report& report, std::vector<Observation>& observations) {
  std::set<FigureKey> plain;
  for (const Observation& observation : observations) {
    const parsers::Reading& reading = report.readings[observation.reading];
    if (reading.qualifier != kInParentheses) plain.insert(key_of(observation, reading));
  }
  for (Observation& observation : observations) {
    const parsers::Reading& reading = report.readings[observation.reading];
    if (reading.qualifier != kInParentheses || !plain.contains(key_of(observation, reading))) {
      continue;
    }
    observation.indicator.clear();
    observation.match_reason = "in parentheses beside another figure";
    set_series(observation, reading, kInParentheses);
  }
}

// A report that gives one figure two values in its tables tells that the label was read too
// broadly: the mapping is dropped, and what stays without one is no series with other reports.
// Prose repeats tables in round figures, so only tables count.
void part_ambiguous(const parsers::Report& report, std::vector<Observation>& observations) {
  for (const bool mapped : {true, false}) {
    std::map<FigureKey, const parsers::Reading*> first;
    std::set<FigureKey> ambiguous;
    for (const Observation& observation : observations) {
      const parsers::Reading& reading = report.readings[observation.reading];
      if (!reading.value || reading.source != parsers::Source::table) continue;
      if (reading.qualifier == kInParentheses) continue;
      if (observation.indicator.empty() == mapped) continue;
      const FigureKey key = key_of(observation, reading);
      const auto [seen, is_new] = first.emplace(key, &reading);
      if (!is_new && compare(*seen->second->value, *reading.value) != 0) ambiguous.insert(key);
    }
    for (Observation& observation : observations) {
      const parsers::Reading& reading = report.readings[observation.reading];
      if (observation.indicator.empty() == mapped) continue;
      if (!ambiguous.contains(key_of(observation, reading))) continue;
      if (mapped) {
        observation.match_reason =
            "ambiguous: the report has several values for " + observation.indicator;
        observation.indicator.clear();
        set_series(observation, reading, "");
      } else {
        set_series(observation, reading, report.info.sha256 + std::to_string(observation.reading));
      }
    }
  }
}

// A table says what it is about in its title, in captions ("Driftsammandrag, netto tkr") and in the
// head of its stub.
std::string table_headings(const parsers::Report& report, const parsers::Reading& reading) {
  std::string headings = reading.table_title;
  if (reading.table < 0 || static_cast<std::size_t>(reading.table) >= report.tables.size()) {
    return headings;
  }
  const parsers::Table& table = report.tables[static_cast<std::size_t>(reading.table)];
  for (const std::string& caption : table.captions) headings += " ; " + caption;
  for (const parsers::Cell& cell : table.cells) {
    if (cell.row < table.boxhead_rows && cell.column < table.stub_columns && !cell.text.empty()) {
      headings += " ; " + cell.text;
    }
  }
  return headings;
}

}  // namespace

std::string join_labels(std::span<const std::string> labels) {
  std::string text;
  for (const std::string& label : labels) {
    if (!text.empty()) text += " / ";
    text += label;
  }
  return text;
}

BaseValue base_value(const std::optional<parsers::Decimal>& value, std::string_view unit) {
  if (!is_money(unit)) return {value, std::string(unit)};
  const int power = money_power(unit);
  if (!value || power == 0) return {value, "kr"};
  return {scaled(*value, power), "kr"};
}

Observation match_reading(const parsers::Reading& reading, std::string_view board,
                          std::string_view headings, const Catalogue& catalogue) {
  Observation observation;
  observation.row_label = join_labels(reading.row_path);
  observation.column_label = join_labels(reading.column_path);
  const std::vector<std::string> labels = concept_labels(reading);
  observation.series_label = join_labels(labels);
  const LabelMatch match = catalogue.labels().find(
      {labels, reading.section, headings, reading.kind, board, reading.unit});
  observation.indicator = match.indicator;
  observation.match_reason = match.reason;
  const BaseValue base = base_value(reading.value, reading.unit);
  observation.base_value = base.value;
  if (base.value && reading.comparison_sign < 0) observation.base_value = negate(*base.value);
  observation.base_unit = base.unit;
  set_series(observation, reading, "");
  return observation;
}

std::vector<Observation> match_readings(const parsers::Report& report, const Catalogue& catalogue) {
  std::vector<Observation> observations;
  observations.reserve(report.readings.size());
  std::string headings;
  for (std::size_t i = 0; i < report.readings.size(); ++i) {
    const parsers::Reading& reading = report.readings[i];
    if (i == 0 || reading.table != report.readings[i - 1].table) {
      headings = table_headings(report, reading);
    }
    observations.push_back(match_reading(reading, report.board, headings, catalogue));
    observations.back().reading = i;
  }
  part_parentheses(report, observations);
  part_ambiguous(report, observations);
  return observations;
}

}  // namespace schema
