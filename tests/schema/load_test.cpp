#include "schema/load.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "tests/schema/sample_report.h"

using sample::load;
using sample::reading;
using sample::report;
using sample::rows;
using schema::Database;
using schema::LoadResult;

namespace {

parsers::Report small(const std::string& name, const std::string& value = "45") {
  return report(name, "2023-02",
                {reading({"jan"}, {"Barn och Unga", "Anmälningar Unga"}, "2023-01", "utfall", value,
                         "antal")});
}

// Everything outside users see, in an order of its own.
std::vector<std::string> logical_dump(Database& database) {
  std::vector<std::string> dump;
  for (const char* view :
       {"observations", "comparison", "comparison_sources", "files", "reports", "revisions",
        "contradictions", "identities", "confirmations", "unmatched_labels"}) {
    std::vector<std::string> all = rows(database, "SELECT * FROM " + std::string(view));
    std::sort(all.begin(), all.end());
    dump.push_back(view);
    dump.insert(dump.end(), all.begin(), all.end());
  }
  return dump;
}

}  // namespace

TEST_CASE("A report is added once, and replaced by a newer tool only", "[load]") {
  Database database = schema::open_database_in_memory();
  CHECK(load(database, small("a")) == LoadResult::added);
  CHECK(load(database, small("a")) == LoadResult::unchanged);
  CHECK(load(database, small("a", "46"), "1461", "0.1.0") == LoadResult::unchanged);
  CHECK(load(database, small("a", "46"), "1461", "0.10.0") == LoadResult::replaced);
  CHECK(load(database, small("a", "47"), "1461", "0.9.9") == LoadResult::unchanged);
  CHECK(rows(database, "SELECT value_text FROM observations") == std::vector<std::string>{"46"});
  CHECK(rows(database, "SELECT path, status FROM files") == std::vector<std::string>{"a.pdf|read"});
}

TEST_CASE("What is stored of a figure", "[load]") {
  Database database = schema::open_database_in_memory();
  parsers::Reading money =
      reading({"Resultat"}, {"Bokslut 2023 (mnkr)"}, "2023", "utfall", "-1633.7", "mnkr");
  money.section = "Ekonomi";
  money.table_title = "Driftredovisning";
  money.kind = "driftredovisning";
  money.raw = "-1 633,7";
  parsers::Reading missing = reading({"x"}, {"y"}, "", "", "", "");
  missing.box = {};
  missing.raw = "-";
  load(database, report("a", "2023", {money, missing}));
  CHECK(
      rows(database,
           "SELECT municipality_code, municipality, board, report, page, box, section, "
           "table_title, kind, row_label, column_label, measure, period, period_start, "
           "period_end, value, value_text, unit, base_value, base_unit, raw, missing, source, "
           "method, status, corrected FROM observations ORDER BY row_label") ==
      std::vector<std::string>{
          "1461|Mellerud|Socialnämnden|a|1|[10.00, 20.00, 30.00, 40.00]|Ekonomi|Driftredovisning|"
          "driftredovisning|Resultat|Bokslut 2023 (mnkr)|utfall|2023|2023-01-01|2023-12-31|-1633.7|"
          "-1633.7|mnkr|-1633700000.0|kr|-1 633,7|-|table|stream|unverified|0",
          "1461|Mellerud|Socialnämnden|a|1|-|||verksamhetsstatistik|x|y||-|-|-|-|-||-||-|"
          "nothing_to_report|table|stream|unverified|0"});
}

TEST_CASE("Values are exact in every scale", "[load]") {
  Database database = schema::open_database_in_memory();
  const std::vector<std::string> values = {"0",
                                           "0.0",
                                           "-0.5",
                                           "0.05",
                                           "12.50",
                                           "-281",
                                           "92.04",
                                           "1664006",
                                           "999999999999999999",
                                           "0.000000000000000001"};
  std::vector<parsers::Reading> readings;
  for (const std::string& value : values) {
    readings.push_back(reading({value}, {"x"}, "2023", "utfall", value, "antal"));
  }
  load(database, report("a", "2023", readings));
  CHECK(rows(database, "SELECT value_text FROM observation ORDER BY position") == values);
}

TEST_CASE("The order of loading does not change what is stored", "[load]") {
  std::vector<parsers::Report> reports = {small("a"), small("b", "45.0"), small("c", "46")};
  reports[1].period = sample::period("2023-12");
  reports[2].period = sample::period("2023-12");
  reports[0].readings.push_back(reading({"Okänd sak"}, {"2022"}, "2022", "utfall", "7", "antal"));
  reports[1].readings.push_back(reading({"Okänd sak"}, {"2022"}, "2022", "utfall", "8", "antal"));
  std::vector<std::size_t> order = {0, 1, 2};
  std::vector<std::string> expected;
  do {
    Database database = schema::open_database_in_memory();
    for (const std::size_t i : order) load(database, reports[i]);
    // Loaded twice, and one of them by a newer tool: still the same.
    load(database, reports[order[0]]);
    load(database, reports[order[1]], "1461", "0.1.1");
    load(database, reports[order[0]], "1461", "0.1.1");
    load(database, reports[order[2]], "1461", "0.1.1");
    if (expected.empty()) expected = logical_dump(database);
    CHECK(logical_dump(database) == expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("A manifest goes before the document and causes a new reading", "[load]") {
  Database database = schema::open_database_in_memory();
  const schema::Catalogue& catalogue = schema::Catalogue::builtin();
  const parsers::Report r = small("a");
  const auto manifest = schema::Manifest::parse(
      "path,municipality_code,board,period,title\na.pdf,0580,Omsorgsnämnden,2023-03,Titel\n", "m",
      catalogue);
  const schema::ManifestEntry* entry = manifest.find("a.pdf");
  CHECK(schema::load_report(database, catalogue, {"a.pdf", r, {}, nullptr, "1", {}}) ==
        LoadResult::added);
  CHECK(rows(database, "SELECT municipality_code FROM reports") == std::vector<std::string>{"-"});
  CHECK_FALSE(schema::is_current(database, r.info.sha256, "a.pdf", entry, "1"));
  CHECK(schema::load_report(database, catalogue, {"a.pdf", r, {}, entry, "1", {}}) ==
        LoadResult::replaced);
  CHECK(rows(database,
             "SELECT municipality_code, board, title, period, pages, status FROM reports") ==
        std::vector<std::string>{"0580|Omsorgsnämnden|Titel|2023-03|2|read"});
  // The same file without the manifest keeps what it said; a copy elsewhere too.
  CHECK(schema::is_current(database, r.info.sha256, "a.pdf", nullptr, "1"));
  CHECK(schema::is_current(database, r.info.sha256, "copy.pdf", nullptr, "1"));
  schema::record_unchanged(database, r.info.sha256, "copy.pdf", nullptr);
  CHECK(rows(database, "SELECT path, report_sha256 FROM files ORDER BY path") ==
        std::vector<std::string>{"a.pdf|" + r.info.sha256, "copy.pdf|" + r.info.sha256});
}

TEST_CASE("Files that failed have a row; what they gave before stays", "[load]") {
  Database database = schema::open_database_in_memory();
  schema::record_failure(database, "bad.pdf", "password", "needs a password");
  load(database, small("a"));
  schema::record_failure(database, "a.pdf", "damaged", "cannot be opened");
  CHECK(rows(database, "SELECT * FROM files ORDER BY path") ==
        std::vector<std::string>{"a.pdf|-|damaged|cannot be opened|-",
                                 "bad.pdf|-|password|needs a password|-"});
  CHECK(rows(database, "SELECT count(*) FROM observations") == std::vector<std::string>{"1"});
  CHECK(load(database, small("a")) == LoadResult::unchanged);
  CHECK(rows(database, "SELECT status FROM files WHERE path = 'a.pdf'") ==
        std::vector<std::string>{"read"});
}

TEST_CASE("A report's warnings are in its status and its file's message", "[load]") {
  Database database = schema::open_database_in_memory();
  const parsers::Report r = small("a");
  const std::vector<extract::Diagnostic> diagnostics = {
      {extract::Severity::info, "note", 1, std::nullopt, "n"},
      {extract::Severity::warning, "period-contradiction", 1, std::nullopt, "two years"},
      {extract::Severity::warning, "other", 1, std::nullopt, "o"}};
  schema::load_report(database, schema::Catalogue::builtin(),
                      {"a.pdf", r, {}, nullptr, "1", diagnostics});
  CHECK(
      rows(database, "SELECT status, message FROM files") ==
      std::vector<std::string>{"read_with_warnings|period-contradiction: two years (and 1 more)"});
  const parsers::Report empty = report("e", "2023", {});
  load(database, empty);
  CHECK(rows(database, "SELECT status FROM files WHERE path = 'e.pdf'") ==
        std::vector<std::string>{"no_figures"});
}

TEST_CASE("Pages can be searched, letters as they are", "[load]") {
  Database database = schema::open_database_in_memory();
  parsers::Report r = small("a");
  r.passages.push_back({1, {}, "Åtgärder för hållbar bemanning", 0, false, false});
  r.passages.push_back({2, {}, "Häbo är inget ord", 0, false, false});
  load(database, r);
  const auto hits = [&](const char* word) {
    return rows(database,
                "SELECT p.number FROM page_text JOIN page AS p ON p.id = page_text.rowid "
                "WHERE page_text MATCH '" +
                    std::string(word) + "'");
  };
  CHECK(hits("åtgärder") == std::vector<std::string>{"1"});
  CHECK(hits("atgarder").empty());
  load(database, r, "1461", "0.2.0");
  CHECK(hits("bemanning") == std::vector<std::string>{"1"});
  database.run("INSERT INTO page_text (page_text, rank) VALUES ('integrity-check', 1)");
}
