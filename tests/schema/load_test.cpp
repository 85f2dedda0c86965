#include "schema/load.h"

#include <catch2/catch.hpp>

#include "extract/error.h"
#include "tests/schema/sample_report.h"

using sample::load;
using sample::Loaded;
using sample::reading;
using sample::report;
using sample::rows;
using schema::Database;

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
  CHECK(load(database, small("a")) == Loaded::added);
  CHECK(load(database, small("a")) == Loaded::unchanged);
  CHECK(load(database, small("a", "46"), "1461", "0.1.0") == Loaded::unchanged);
  CHECK(load(database, small("a", "46"), "1461", "0.10.0") == Loaded::replaced);
  CHECK(load(database, small("a", "47"), "1461", "0.9.9") == Loaded::unchanged);
  CHECK(load(database, small("a", "46"), "1461", "0.10.0+1") == Loaded::replaced);
  CHECK(load(database, small("a", "47"), "1461", "0.10.0") == Loaded::unchanged);
  CHECK(rows(database, "SELECT value_text FROM observations") == std::vector<std::string>{"46"});
  CHECK(rows(database, "SELECT path, status FROM files") ==
        std::vector<std::string>{"a.pdf|scanned"});
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
  sample::LoadOptions options{.path = "",
                              .municipality_code = "",
                              .tool_version = "1",
                              .manifest = nullptr,
                              .diagnostics = {}};
  CHECK(load(database, r, options) == Loaded::added);
  CHECK(rows(database, "SELECT municipality_code FROM reports") == std::vector<std::string>{"-"});
  const auto state = [&](const char* path, const schema::ManifestEntry* line) {
    return schema::stored_state(database, {path, r.info.sha256, line, "1"});
  };
  CHECK_FALSE(state("a.pdf", entry).current);
  CHECK(state("a.pdf", entry).reason == "the manifest says something else of it");
  options.manifest = entry;
  CHECK(load(database, r, options) == Loaded::replaced);
  CHECK(rows(database,
             "SELECT municipality_code, board, title, period, pages, status FROM reports") ==
        std::vector<std::string>{"0580|Omsorgsnämnden|Titel|2023-03|2|scanned"});
  // The same file without the manifest keeps what it said; a copy elsewhere too.
  CHECK(state("a.pdf", nullptr).current);
  CHECK(state("copy.pdf", nullptr).current);
  CHECK(state("copy.pdf", nullptr).manifest.title == "Titel");
  schema::record_unchanged(database, {"copy.pdf", r.info.sha256, nullptr, "1"});
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
  CHECK(load(database, small("a")) == Loaded::unchanged);
  CHECK(rows(database, "SELECT status FROM files WHERE path = 'a.pdf'") ==
        std::vector<std::string>{"scanned"});
}

TEST_CASE("A report's warnings are in its status and its file's message", "[load]") {
  Database database = schema::open_database_in_memory();
  parsers::Report r = small("a");
  r.passages.push_back({1, {}, "Text", 0, false, false});
  const std::vector<extract::Diagnostic> diagnostics = {
      {extract::Severity::info, "note", 1, std::nullopt, "n"},
      {extract::Severity::warning, "period-contradiction", 1, std::nullopt, "two years"},
      {extract::Severity::warning, "other", 1, std::nullopt, "o"}};
  load(database, r, {.path = "", .manifest = nullptr, .diagnostics = diagnostics});
  CHECK(rows(database, "SELECT status, message FROM files") ==
        std::vector<std::string>{"ok_with_errors|period-contradiction: two years (and 1 more)"});
}

TEST_CASE("Each way in which a report can be read has its status", "[load]") {
  using extract::Diagnostic;
  using extract::Severity;
  const Diagnostic info{Severity::info, "note", 1, std::nullopt, "n"};
  const Diagnostic syntax{Severity::info, "pdf-syntax", 1, std::nullopt, "odd"};
  const Diagnostic garbled{Severity::warning, "garbled-text", 1, std::nullopt, "g"};
  const Diagnostic lost{Severity::error, "page-lost", 2, std::nullopt, "left out"};
  struct Case {
    const char* name;
    bool figure;
    bool text;
    std::vector<Diagnostic> diagnostics;
    bool complete;
    std::string status;
  };
  for (const Case& c : std::vector<Case>{
           {"a", true, true, {info}, true, "ok|"},
           {"b", false, true, {info}, true, "ok|no figures"},
           {"c", true, true, {syntax}, true, "ok_with_errors|"},
           {"d", false, false, {info}, true, "scanned|no figures"},
           {"e", true, true, {garbled}, true, "garbled|garbled-text: g"},
           {"f", true, true, {garbled, lost}, false, "partial|page-lost: left out (and 1 more)"},
       }) {
    INFO(c.name);
    Database database = schema::open_database_in_memory();
    parsers::Report r = small(c.name);
    if (!c.figure) r.readings.clear();
    if (c.text) r.passages.push_back({1, {}, "Text", 0, false, false});
    load(database, r,
         {.path = "", .manifest = nullptr, .diagnostics = c.diagnostics, .complete = c.complete});
    CHECK(rows(database, "SELECT status || '|' || message FROM files") ==
          std::vector<std::string>{c.status});
    CHECK((load(database, r) == Loaded::unchanged) == c.complete);
  }
}

TEST_CASE("Rows that do not fit their report are refused, and nothing is stored", "[load]") {
  using schema::Row;
  using schema::RowTable;
  const std::vector<Row> bad = {
      {RowTable::place, {std::int64_t{1}, "section", "title"}},  // too few columns
      {RowTable::place, {"one", "section", "title", "kind"}},    // a text for a number
      {RowTable::page, {std::int64_t{3}, "text"}},               // a page too many
      {RowTable::page, {std::int64_t{0}, "text"}},
      {RowTable::page, {std::monostate{}, "text"}},
      {RowTable::observation_check, {std::int64_t{99}, std::int64_t{1}, "leads nowhere"}},
      {RowTable::diagnostic,
       {std::int64_t{1}, "fatal", "code", std::int64_t{0}, std::monostate{}, std::monostate{},
        std::monostate{}, std::monostate{}, "no such severity"}},
  };
  Database database = schema::open_database_in_memory();
  for (const Row& row : bad) {
    const parsers::Report r = small("a");
    const schema::LoadRequest request{"a.pdf", r.info.sha256, nullptr, "1"};
    schema::ReportLoad load(database, schema::Catalogue::builtin(), request,
                            schema::report_head(r, {}));
    CHECK_THROWS_AS(load.add(row), schema::RowRefused);
  }
  CHECK(rows(database, "SELECT * FROM report").empty());
}

TEST_CASE("The first of its paths names a content, whatever the order", "[load]") {
  for (const bool turned : {false, true}) {
    Database database = schema::open_database_in_memory();
    std::vector<std::string> paths = {"shelf/a.pdf", "shelf/b.pdf"};
    if (turned) std::reverse(paths.begin(), paths.end());
    for (const std::string& path : paths) {
      load(database, small("x"), {.path = path, .manifest = nullptr, .diagnostics = {}});
    }
    CHECK(rows(database, "SELECT document FROM report") == std::vector<std::string>{"a"});
    CHECK(rows(database, "SELECT count(*) FROM file") == std::vector<std::string>{"2"});
  }
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

// Two ingests at once, of which one loses its workers.
TEST_CASE("A part does not replace what another program stored whole meanwhile",
          "[load][issue-6]") {
  Database database = schema::open_database_in_memory();
  const schema::Identity identity{"1461", schema::IdentitySource::document, "test"};
  for (const bool complete : {true, false}) {
    const std::string name = complete ? "a" : "b";
    const parsers::Report part = small(name, "46");
    const schema::LoadRequest request{name + ".pdf", part.info.sha256, nullptr, "0.1.0"};
    load(database, small(name, "45"),
         sample::LoadOptions{.path = "", .manifest = nullptr, .diagnostics = {}});
    schema::ReportLoad again(database, schema::Catalogue::builtin(), request,
                             schema::report_head(part, identity));
    schema::ReportRows made(schema::Catalogue::builtin(),
                            [&](const schema::Row& row) { again.add(row); });
    made.add(part);
    made.finish({});
    again.commit(complete);
    CHECK(rows(database, "SELECT value_text FROM observations WHERE report = '" + name + "'") ==
          std::vector<std::string>{complete ? "46" : "45"});
    CHECK(rows(database, "SELECT status FROM files WHERE path = '" + request.path + "'") !=
          std::vector<std::string>{"partial"});
  }
  CHECK_FALSE(database.in_transaction());
}
