// Whole ingestions by the built program.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

using support::ProcessResult;
using support::run_namndata;
using support::TempDir;

namespace {

const std::string kSource = NAMNDATA_SOURCE_DIR;
const std::string kReports = kSource + "/corpus/reports/";
const std::string kManifest = kSource + "/corpus/manifest.csv";

// The rows of a query as SQLite's own shell prints them.
std::string query(const std::string& database, const std::string& sql) {
  const ProcessResult result = support::run_process({"sqlite3", database, sql});
  INFO(result.err);
  REQUIRE(result.status == 0);
  return result.out;
}

// The bytes of a database but for the two places where SQLite counts how often it was written.
std::string content(const std::string& database) {
  std::string bytes = support::read_file(database);
  REQUIRE(bytes.size() > 100);
  for (const std::size_t counter : {24U, 92U}) bytes.replace(counter, 4, 4, '\0');
  return bytes;
}

std::vector<std::string> some_reports() {
  return {kReports + "alingsas-socialnamnden-2023-08", kReports + "mellerud-socialnamnden-2023-03",
          kReports + "linkoping-social-och-omsorgsnamnden-2022-03"};
}

ProcessResult ingest(std::vector<std::string> paths, const std::string& database,
                     const std::vector<std::string>& options = {}) {
  paths.insert(paths.begin(), "ingest");
  paths.insert(paths.end(), {"--db", database});
  paths.insert(paths.end(), options.begin(), options.end());
  return run_namndata(paths);
}

}  // namespace

TEST_CASE("reports are stored with their municipality, and found again", "[ingest]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  const ProcessResult result = ingest(some_reports(), database, {"--manifest", kManifest});
  INFO(result.err);
  CHECK(result.status == 0);
  CHECK(result.out.empty());
  CHECK(result.err.find("3 reports: 3 added, 0 replaced, 0 unchanged, 0 failed") !=
        std::string::npos);
  CHECK(query(database, "SELECT DISTINCT municipality_code FROM observations ORDER BY 1") ==
        "0580\n1461\n1489\n");
  CHECK(query(database, "SELECT count(*) > 100 FROM observations") == "1\n");
  CHECK(query(database, "SELECT count(*) FROM observations WHERE page < 1 OR box IS NULL") ==
        "0\n");

  const ProcessResult reports = run_namndata({"reports", "--db", database, "--format", "csv"});
  CHECK(std::count(reports.out.begin(), reports.out.end(), '\n') == 4);
  const ProcessResult compared = run_namndata({"compare", "--db", database});
  CHECK(compared.status == 0);
  CHECK(compared.out.find("Mellerud") != std::string::npos);
  const ProcessResult found = run_namndata({"search", "socialnämnden", "--db", database});
  CHECK(found.status == 0);
  CHECK(std::count(found.out.begin(), found.out.end(), '\n') > 1);
}

TEST_CASE("the same again changes nothing", "[ingest]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  REQUIRE(ingest(some_reports(), database).status == 0);
  const std::string before = run_namndata({"export", "--db", database}).out;
  const ProcessResult again = ingest(some_reports(), database);
  CHECK(again.status == 0);
  CHECK(again.err.find("0 added, 0 replaced, 3 unchanged, 0 failed") != std::string::npos);
  CHECK(run_namndata({"export", "--db", database}).out == before);

  const ProcessResult manifest = ingest(some_reports(), database, {"--manifest", kManifest});
  CHECK(manifest.err.find("0 added, 3 replaced, 0 unchanged") != std::string::npos);
}

TEST_CASE("neither jobs nor order change what is stored, to the byte", "[ingest]") {
  const TempDir dir;
  std::vector<std::string> paths = some_reports();
  REQUIRE(ingest(paths, dir.path("one.db")).status == 0);
  std::reverse(paths.begin(), paths.end());
  REQUIRE(ingest(paths, dir.path("three.db"), {"--jobs", "3"}).status == 0);
  CHECK((content(dir.path("one.db")) == content(dir.path("three.db"))));
}

TEST_CASE("one file is left, whatever was read and by how many", "[ingest]") {
  for (const char* jobs : {"1", "3"}) {
    const TempDir dir;
    std::vector<std::string> paths = some_reports();
    paths.push_back("missing.pdf");
    REQUIRE(ingest(paths, dir.path("test.db"), {"--jobs", jobs}).status == 20);
    std::size_t files = 0;
    for (const auto& file : std::filesystem::directory_iterator(dir.path())) {
      INFO(file.path());
      CHECK(file.path().filename() == "test.db");
      ++files;
    }
    CHECK(files == 1);
    CHECK(query(dir.path("test.db"), "PRAGMA journal_mode") == "delete\n");
  }
}

TEST_CASE("the same content under two paths is one report", "[ingest]") {
  const TempDir dir;
  const std::string report = some_reports()[1] + "/mellerud-socialnamnden-2023-03.pdf";
  std::filesystem::copy_file(report, dir.path("copy.pdf"));
  const ProcessResult result =
      ingest({report, dir.path("copy.pdf")}, dir.path("test.db"), {"--jobs", "2"});
  CHECK(result.status == 0);
  CHECK(query(dir.path("test.db"), "SELECT count(*) FROM reports") == "1\n");
  CHECK(query(dir.path("test.db"), "SELECT count(*) FROM files") == "2\n");
}

TEST_CASE("paths can come on standard input", "[ingest]") {
  const TempDir dir;
  support::ProcessInput list;
  list.text = some_reports()[0] + "\n\nmissing.pdf\n";
  const ProcessResult result = run_namndata({"ingest", "-", "--db", dir.path("test.db")}, list);
  CHECK(result.status == 20);
  CHECK(query(dir.path("test.db"), "SELECT path, status FROM files WHERE report_sha256 IS NULL") ==
        "missing.pdf|not_found\n");
}

TEST_CASE("an export is CSV of the view asked for", "[ingest]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  REQUIRE(ingest({some_reports()[1]}, database).status == 0);
  const ProcessResult observations = run_namndata({"export", "--db", database});
  CHECK(observations.status == 0);
  CHECK(observations.out.find("municipality_code,municipality,board,report,") == 0);
  const ProcessResult files = run_namndata({"export", "--db", database, "--view", "files"});
  CHECK(files.out.find("path,report_sha256,status,message,pages\n") == 0);
}

// The text of the December report does not name its municipality; only a manifest can say it.
TEST_CASE("two reports of one board give one series", "[ingest]") {
  const std::string seeds = std::string(NAMNDATA_SHARED_DIR) + "/seeds/";
  const std::string shared = std::string(NAMNDATA_SHARED_DIR) + "/reports/";
  if (!std::filesystem::exists(shared)) {
    WARN("no shared reports beside the source tree: not tested");
    return;
  }
  const TempDir dir;
  const std::vector<std::string> paths = {shared + "rebuilt/mellerud-socialnamnden-2023-12.pdf",
                                          shared + "rebuilt/mellerud-socialnamnden-2023-02.pdf"};

  const std::string unknown = dir.path("unknown.db");
  const ProcessResult without = ingest({seeds + "mellerud-socialnamnden-2023-12.txt"}, unknown);
  CHECK(without.status == 0);
  CHECK(without.err.find("municipality-unknown") != std::string::npos);
  CHECK(query(unknown, "SELECT municipality_code IS NULL FROM reports") == "1\n");

  const std::string database = dir.path("test.db");
  const ProcessResult result = ingest(paths, database, {"--manifest", shared + "manifest.csv"});
  INFO(result.err);
  CHECK(result.status == 0);
  const std::string alarms =
      "municipality_code = '1461' AND measure = 'utfall' AND period = '2023-01' AND indicator = "
      "(SELECT indicator FROM observations WHERE column_label LIKE '%Antal trygghetslarm' LIMIT 1)";
  CHECK(query(database, "SELECT value_text FROM comparison WHERE " + alarms) == "300\n");
  CHECK(query(database, "SELECT count(DISTINCT report) FROM comparison_sources WHERE " + alarms) ==
        "2\n");
  CHECK(query(database,
              "SELECT old_raw, new_raw FROM revisions WHERE period = '2023-01' AND old_raw LIKE "
              "'92%' AND new_raw LIKE '92%'") == "92,04%|92%\n");
}

TEST_CASE("a dry run says what would happen and does nothing", "[ingest][issue-6]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  const std::string report = some_reports()[1] + "/mellerud-socialnamnden-2023-03.pdf";
  const std::string copy = dir.path("copy.pdf");
  std::filesystem::copy_file(report, copy);
  const auto plan = [&](const std::vector<std::string>& options = {}) {
    std::vector<std::string> all = {"--dry-run"};
    all.insert(all.end(), options.begin(), options.end());
    const ProcessResult result = ingest({report, copy, "missing.pdf"}, database, all);
    CHECK(result.status == 0);
    return result.out;
  };
  const std::string fresh = plan();
  CHECK(fresh.find("add") != std::string::npos);
  CHECK(fresh.find("copy") != std::string::npos);
  CHECK(fresh.find("fail") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(database));

  REQUIRE(ingest({report}, database).status == 0);
  CHECK(plan().find("unchanged") != std::string::npos);
  const std::string again = plan({"--manifest", kManifest});
  CHECK(again.find("replace") != std::string::npos);
  CHECK(again.find("the manifest says something else of it") != std::string::npos);
}

TEST_CASE("what failed can be listed and tried again", "[ingest][issue-6]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  const std::string data = kSource + "/tests/data/";
  std::vector<std::string> paths = {some_reports()[1], data + "encrypted_secret.pdf",
                                    data + "no_pages.pdf", data + "scanned.pdf"};
  const ProcessResult first = ingest(paths, database);
  CHECK(first.status == 20);
  CHECK(first.err.find("by status: ") != std::string::npos);
  CHECK(first.err.find("no_pages 1") != std::string::npos);
  CHECK(first.err.find("scanned 1") != std::string::npos);
  CHECK(first.err.find("by municipality: ") != std::string::npos);
  CHECK(first.err.find("Mellerud 1") != std::string::npos);

  const auto listed = [&](const std::vector<std::string>& options) {
    std::vector<std::string> all = {"reports", "--db", database, "--paths"};
    all.insert(all.end(), options.begin(), options.end());
    return run_namndata(all).out;
  };
  CHECK(listed({"--failed"}) == data + "encrypted_secret.pdf\n" + data + "no_pages.pdf\n");
  CHECK(listed({"--status", "password"}) == data + "encrypted_secret.pdf\n");
  CHECK(listed({"--status", "scanned", "--status", "no_pages"}) ==
        data + "no_pages.pdf\n" + data + "scanned.pdf\n");
  CHECK(listed({"--status", "scanned", "--failed"}).empty());

  support::ProcessInput list;
  list.text = listed({"--failed"});
  const ProcessResult again = run_namndata({"ingest", "-", "--db", database}, list);
  CHECK(again.err.find("2 reports: 0 added, 0 replaced, 0 unchanged, 2 failed") !=
        std::string::npos);
}

TEST_CASE("a manifest that says something else than the report is told", "[ingest][issue-6]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  const std::string report = some_reports()[1] + "/mellerud-socialnamnden-2023-03.pdf";
  const std::string manifest =
      dir.write("m.csv", "path,municipality_code,board\n" + report + ",0580,Kulturnämnden\n");
  REQUIRE(ingest({report}, database, {"--manifest", manifest}).status == 0);
  CHECK(query(database, "SELECT municipality_code, board FROM reports") == "0580|Kulturnämnden\n");
  CHECK(query(database,
              "SELECT message FROM diagnostic WHERE code = 'manifest-contradiction' ORDER BY "
              "number") ==
        "the manifest names the municipality 0580, the report 1461; the manifest counts\n"
        "the manifest names the board Kulturnämnden, the report Socialnämnden; the manifest "
        "counts\n");
}

TEST_CASE("limits are options: a file over one has that status", "[ingest][issue-6]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  const std::string big = dir.write("big.txt", std::string((1 << 20) + 1, 'x'));
  const ProcessResult result = ingest({big}, database, {"--max-file-size", "1"});
  CHECK(result.status == 2);
  CHECK(query(database, "SELECT status FROM files") == "too_large\n");
  CHECK(ingest({big}, database, {"--page-time", "0"}).status == 1);
}

TEST_CASE("--version --verbose tells what workers are kept from", "[ingest][issue-6]") {
  const ProcessResult result = run_namndata({"--version", "--verbose"});
  CHECK(result.status == 0);
  for (const char* part : {"no_new_privs: ", "landlock: ", "seccomp: "}) {
    CHECK(result.out.find(part) != std::string::npos);
  }
  CHECK(run_namndata({"--version"}).out.find("landlock") == std::string::npos);
}

TEST_CASE("what a manifest says of a copy counts for the content", "[ingest][issue-6]") {
  const TempDir dir;
  const std::string report = some_reports()[1] + "/mellerud-socialnamnden-2023-03.pdf";
  std::vector<std::string> paths;
  for (const char* name : {"a.pdf", "b.pdf", "c.pdf"}) {
    paths.push_back(dir.path(name));
    std::filesystem::copy_file(report, paths.back());
  }
  const std::string manifest = dir.write("m.csv", "path,title\nb.pdf,Titel ur arkivet\n");
  for (const char* jobs : {"1", "3"}) {
    const std::string database = dir.path(std::string(jobs) + ".db");
    REQUIRE(ingest(paths, database, {"--manifest", manifest, "--jobs", jobs}).status == 0);
    CHECK(query(database, "SELECT title FROM reports") == "Titel ur arkivet\n");
    CHECK(query(database, "SELECT count(*) FROM files") == "3\n");
    CHECK(query(database, "SELECT report FROM observations LIMIT 1") == "a\n");
  }
}
