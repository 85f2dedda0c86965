#include "corpus/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "extract/error.h"

namespace corpus {

namespace {

enum class Better { more, fewer, neither };

struct Column {
  const char* name;
  int BaselineRow::*value;
  Better better;
};

constexpr Column kColumns[] = {
    {"expected", &BaselineRow::expected, Better::neither},
    {"found_value", &BaselineRow::found_value, Better::more},
    {"found_period", &BaselineRow::found_period, Better::more},
    {"found_full", &BaselineRow::found_full, Better::more},
    {"wrong_value", &BaselineRow::wrong_value, Better::fewer},
    {"found_relations", &BaselineRow::found_relations, Better::more},
    {"wrong_relations", &BaselineRow::wrong_relations, Better::fewer},
    {"found_tables", &BaselineRow::found_tables, Better::more},
    {"wrong_tables", &BaselineRow::wrong_tables, Better::fewer},
    {"found_facts", &BaselineRow::found_facts, Better::more},
};

std::string header() {
  std::string line = "report";
  for (const Column& column : kColumns) line += std::string("\t") + column.name;
  return line;
}

[[noreturn]] void reject(const std::string& why) {
  throw extract::Error(extract::ErrorCode::bad_argument, "baseline.tsv", why);
}

int parse_count(const std::string& field) {
  int count = 0;
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), count);
  if (error != std::errc{} || end != field.data() + field.size()) reject("no number: " + field);
  return count;
}

void compare_rows(const BaselineRow& before, const BaselineRow& now, BaselineVerdict& verdict) {
  for (const Column& column : kColumns) {
    const int from = before.*column.value, to = now.*column.value;
    if (from == to) continue;
    const bool better = column.better == (to > from ? Better::more : Better::fewer);
    (better ? verdict.better : verdict.worse)
        .push_back(fmt::format("{}: {} {} -> {}", now.report, column.name, from, to));
  }
}

}  // namespace

BaselineRow baseline_row(const SampleScore& score) {
  BaselineRow row;
  row.report = score.report;
  row.expected = score.values.value.expected;
  row.found_value = score.values.value.found;
  row.found_period = score.values.period.found;
  row.found_full = score.values.full.found;
  row.wrong_value = score.values.value.wrong();
  row.found_relations = score.grids.relations.found;
  row.wrong_relations = score.grids.relations.wrong();
  row.found_tables = score.grids.tables.found;
  row.wrong_tables = score.grids.tables.wrong();
  row.found_facts = score.facts.found;
  return row;
}

std::string baseline_text(std::span<const BaselineRow> rows) {
  std::vector<BaselineRow> sorted(rows.begin(), rows.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const BaselineRow& a, const BaselineRow& b) { return a.report < b.report; });
  std::string text = header() + "\n";
  for (const BaselineRow& row : sorted) {
    text += row.report;
    for (const Column& column : kColumns) text += fmt::format("\t{}", row.*column.value);
    text += "\n";
  }
  return text;
}

std::vector<BaselineRow> parse_baseline(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  if (!std::getline(lines, line) || line != header()) reject("other columns than expected");
  std::vector<BaselineRow> rows;
  while (std::getline(lines, line)) {
    std::istringstream fields(line);
    BaselineRow row;
    std::getline(fields, row.report, '\t');
    for (const Column& column : kColumns) {
      std::string field;
      if (!std::getline(fields, field, '\t')) reject("too few columns: " + line);
      row.*column.value = parse_count(field);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

BaselineVerdict compare(std::span<const BaselineRow> baseline, std::span<const BaselineRow> now) {
  BaselineVerdict verdict;
  const auto find = [](std::span<const BaselineRow> rows, const std::string& report) {
    return std::find_if(rows.begin(), rows.end(),
                        [&](const BaselineRow& row) { return row.report == report; });
  };
  for (const BaselineRow& before : baseline) {
    const auto row = find(now, before.report);
    if (row == now.end()) {
      verdict.worse.push_back(before.report + ": not scored any more");
    } else {
      compare_rows(before, *row, verdict);
    }
  }
  for (const BaselineRow& row : now) {
    if (find(baseline, row.report) == baseline.end())
      verdict.better.push_back(row.report + ": new");
  }
  return verdict;
}

}  // namespace corpus
