// The labels of real reports and what the catalogue makes of them, judged row by row in
// corpus/mappings.csv: document, kind, title, label, unit, indicator ("" none, with the reason why
// a person would not map it either).

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "schema/concept_label.h"
#include "schema/csv.h"
#include "schema/match.h"
#include "tests/support/temp_dir.h"

namespace {

std::vector<std::string> path_of(const std::string& joined) {
  std::vector<std::string> path;
  std::size_t at = 0;
  while (at <= joined.size()) {
    const std::size_t end = std::min(joined.find(" / ", at), joined.size());
    if (end > at) path.push_back(joined.substr(at, end - at));
    at = end + 3;
  }
  return path;
}

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() || !found->is_string() ? "" : found->get<std::string>();
}

// The tables of an expected-values file as a report whose labels and units are as printed.
parsers::Report read_truth(const std::filesystem::path& file) {
  const nlohmann::json truth = nlohmann::json::parse(support::read_file(file.string()));
  parsers::Report report;
  report.info.name = truth["document"];
  report.info.sha256 = std::string(64, '0');
  report.board = text_of(truth, "board");
  for (const nlohmann::json& table : truth["tables"]) {
    report.tables.push_back({});
    for (const nlohmann::json& observation : table["observations"]) {
      parsers::Reading reading;
      reading.table = static_cast<int>(report.tables.size()) - 1;
      reading.kind = text_of(table, "kind");
      reading.section = text_of(table, "section");
      reading.table_title = text_of(table, "title");
      reading.row_path = path_of(text_of(observation, "row"));
      reading.column_path = path_of(text_of(observation, "column"));
      reading.measure = text_of(observation, "measure");
      reading.unit = text_of(observation, "unit");
      reading.raw = text_of(observation, "raw");
      reading.value = parsers::Decimal::from_string(text_of(observation, "value"));
      if (const auto period = parsers::canonical_period(text_of(observation, "period"))) {
        reading.period = *period;
      }
      // "345 (28)": the expected values list both, the second one in parentheses.
      if (!report.readings.empty() && report.readings.back().raw == reading.raw &&
          reading.raw.find('(') != std::string::npos) {
        reading.qualifier = "i parentes";
      }
      report.readings.push_back(std::move(reading));
    }
  }
  return report;
}

struct Row {
  std::string document, kind, title, label, unit, indicator;
  auto operator<=>(const Row&) const = default;
};

// What the matcher makes of a report, one row per label.
std::set<Row> mappings(const parsers::Report& report) {
  std::set<Row> rows;
  for (const schema::Observation& o :
       schema::match_readings(report, schema::Catalogue::builtin())) {
    const parsers::Reading& reading = report.readings[o.reading];
    if (!reading.value) continue;
    rows.insert({report.info.name, reading.kind, reading.table_title, o.series_label, reading.unit,
                 o.indicator});
  }
  return rows;
}

}  // namespace

TEST_CASE("Labels of real reports mean what a person says", "[mapping]") {
  const std::filesystem::path folder = NAMNDATA_SHARED_DIR "/truth";
  if (!std::filesystem::exists(folder)) {
    WARN("no expected values beside the project: nothing compared");
    return;
  }
  std::set<Row> found;
  std::map<std::string, std::pair<int, int>> share;  // kind → mapped, all
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    const parsers::Report report = read_truth(entry.path());
    found.merge(mappings(report));
    for (const schema::Observation& o :
         schema::match_readings(report, schema::Catalogue::builtin())) {
      const parsers::Reading& reading = report.readings[o.reading];
      if (!reading.value || reading.qualifier == "i parentes") continue;
      if (reading.kind == "volymutveckling" && reading.unit == "procent") continue;
      auto& [mapped, all] = share[reading.kind];
      mapped += o.indicator.empty() ? 0 : 1;
      ++all;
    }
  }
  std::string actual = "document,kind,title,label,unit,indicator\n";
  for (const Row& r : found) {
    actual += schema::csv_row({r.document, r.kind, r.title, r.label, r.unit, r.indicator});
  }
  const std::string list = NAMNDATA_SOURCE_DIR "/corpus/mappings.csv";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    REQUIRE(std::getenv("CI") == nullptr);
    std::ofstream(list, std::ios::binary) << actual;
  }
  const auto rows_in = [](const std::string& text) {
    std::set<std::vector<std::string>> rows;
    for (const schema::CsvRow& row : schema::parse_csv(text, "mappings")) rows.insert(row.fields);
    return rows;
  };
  const auto judged = rows_in(support::read_file(list));
  const auto now = rows_in(actual);
  for (const auto& row : now) {
    INFO(row[0] << " | " << row[2] << " | " << row[3] << " | " << row[4] << " -> " << row[5]);
    CHECK(judged.contains(row));
  }
  CHECK(judged.size() == now.size());

  // Shares of figures; those in percent of a volume table are changes, which no indicator counts.
  for (const char* kind : {"verksamhetsstatistik", "volymutveckling"}) {
    const auto [mapped, all] = share[kind];
    INFO(kind << ": " << mapped << " of " << all << " figures mapped");
    CHECK(all > 0);
    CHECK(mapped * 100 >= all * 95);
  }
  for (const Row& row : found) {
    // SCB's codes end at 900: what is above is the municipality's own.
    const bool coded = row.label.size() > 5 && row.label.substr(3, 1) == " " &&
                       row.label.find("- ") < 8 && row.label < "9";
    if (row.document.starts_with("linkoping") && row.kind == "driftredovisning" && coded) {
      INFO(row.label);
      CHECK(row.indicator.starts_with("rs."));
    }
  }
}
