// docs/normalisation.md is held to the code: each row of its tables is an example that must come
// true.

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "parsers/boards.h"
#include "parsers/fold.h"
#include "parsers/measure.h"
#include "parsers/missing.h"
#include "parsers/number.h"
#include "parsers/period_expression.h"
#include "parsers/prose.h"
#include "parsers/unit.h"
#include "parsers/verification.h"

namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::vector<std::string> split(const std::string& text, const std::string& at) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t to = text.find(at); to != std::string::npos; to = text.find(at, from)) {
    parts.push_back(text.substr(from, to - from));
    from = to + at.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::string or_nothing(std::string text) { return text.empty() ? "nothing" : text; }

std::string figure(const std::string& text) {
  std::string all;
  for (const parsers::Figure& figure : parsers::parse_figures(text).figures) {
    all += (all.empty() ? "" : ", ") + figure.value.to_string();
    if (!figure.unit.empty()) all += " " + figure.unit;
    if (!figure.qualifier.empty()) all += " [" + figure.qualifier + "]";
  }
  return or_nothing(all);
}

const parsers::PeriodContext& march() {
  static const parsers::PeriodContext context{.report = parsers::canonical_period("2022-03"),
                                              .year = std::nullopt};
  return context;
}

std::string shown(const std::optional<parsers::Period>& period) {
  return period ? period->text : "nothing";
}

std::string prose(const std::string& text) {
  parsers::TextPassage line;
  line.page = 1;
  line.text = text;
  parsers::ReportContext context;
  context.period = march().report;
  std::string all;
  for (const parsers::Reading& reading :
       parsers::read_prose({&line, 1}, context, parsers::Method::text)) {
    all += reading.row_path[0] + ", " + reading.value->to_string() + ", " + reading.unit + ", " +
           reading.period->text + ", " + reading.measure;
  }
  return or_nothing(all);
}

// The statuses of the figures of a table: "Skola 93 95; Vård 41 40; Summa 134 135".
std::string arithmetic(const std::string& text) {
  std::vector<parsers::Reading> readings;
  int row = 0;
  for (const std::string& line : split(text, "; ")) {
    const std::vector<std::string> parts = split(line, " ");
    for (std::size_t column = 1; column < parts.size(); ++column) {
      parsers::Reading reading;
      reading.table = 0;
      reading.row = row;
      reading.column = static_cast<int>(column);
      reading.row_path = {parts[0]};
      reading.column_path = {std::to_string(2020 + column)};
      reading.value = parsers::Decimal::from_string(parts[column]);
      reading.unit = "tkr";
      readings.push_back(reading);
    }
    ++row;
  }
  extract::Diagnostics diagnostics;
  parsers::verify_tables(readings, diagnostics);
  std::string statuses;
  for (const parsers::Reading& reading : readings) {
    const std::string status = parsers::name(reading.status);
    if ((", " + statuses + ",").find(", " + status + ",") == std::string::npos)
      statuses += (statuses.empty() ? "" : ", ") + status;
  }
  return statuses;
}

using Rule = std::function<std::string(const std::string&)>;

const std::map<std::string, Rule>& rules() {
  static const std::map<std::string, Rule> all = {
      {"figure", figure},
      {"missing",
       [](const std::string& text) {
         const auto missing = parsers::missing_mark(text);
         return std::string(missing ? parsers::name(*missing) : "nothing");
       }},
      {"period",
       [](const std::string& text) { return shown(parsers::parse_period(text, march())); }},
      {"heading period",
       [](const std::string& text) {
         return shown(parsers::resolve(parsers::find_period(text), march()));
       }},
      {"measure",
       [](const std::string& text) {
         const auto path = split(text, " / ");
         const std::string measure = parsers::find_measure(path).measure;
         return or_nothing(measure);
       }},
      {"unit",
       [](const std::string& text) {
         const parsers::UnitWords unit = parsers::find_unit(text);
         return or_nothing(unit.printed.empty() ? unit.implied : unit.printed);
       }},
      {"stated unit",
       [](const std::string& text) { return or_nothing(parsers::stated_unit(text)); }},
      {"label",
       [](const std::string& text) {
         const auto lines = split(text, "⏎");
         return parsers::join_label_lines(lines);
       }},
      {"match key", [](const std::string& text) { return parsers::match_key(text); }},
      {"prose", prose},
      {"arithmetic", arithmetic},
      {"board",
       [](const std::string& text) {
         const auto boards = parsers::boards_in(text);
         return boards.empty() ? "nothing" : boards.front();
       }},
  };
  return all;
}

}  // namespace

TEST_CASE("the examples of docs/normalisation.md come true", "[docs]") {
  std::ifstream file(std::string(NAMNDATA_SOURCE_DIR) + "/docs/normalisation.md");
  REQUIRE(file);
  std::string line, rule;
  int examples = 0;
  std::map<std::string, int> seen;
  while (std::getline(file, line)) {
    const std::string mark = "<!-- check: ";
    if (line.starts_with(mark)) {
      rule = line.substr(mark.size(), line.find(" -->") - mark.size());
      INFO(rule);
      REQUIRE(rules().contains(rule));
      continue;
    }
    if (line.empty()) continue;
    if (!line.starts_with("|")) {
      rule.clear();
      continue;
    }
    if (rule.empty() || !line.starts_with("| `")) continue;
    const std::size_t close = line.find("` | ");
    REQUIRE(close != std::string::npos);
    const std::string input = replaced(line.substr(3, close - 3), "␣", "\u00a0");
    const std::string expected = line.substr(close + 4, line.rfind(" |") - close - 4);
    INFO(rule << ": " << input);
    CHECK(rules().at(rule)(input) == expected);
    ++examples;
    ++seen[rule];
  }
  CHECK(examples > 100);
  CHECK(seen.size() == rules().size());
}
