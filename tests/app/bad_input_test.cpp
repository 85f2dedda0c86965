// What happens to files and databases that cannot be used: one clear line that names the file, a
// row with its status, the right exit status, and the other reports stored.

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

using support::ProcessResult;
using support::run_namndata;
using support::TempDir;

namespace {

const std::string kSource = NAMNDATA_SOURCE_DIR;
const std::string kGood =
    kSource + "/corpus/reports/mellerud-socialnamnden-2023-03/mellerud-socialnamnden-2023-03.pdf";
const std::string kData = kSource + "/tests/data/";

// The status and message stored for a file; {"", ""} when it has no row.
std::pair<std::string, std::string> stored(const std::string& database, const std::string& path) {
  const ProcessResult files =
      run_namndata({"reports", "--db", database, "--files", "--format", "json"});
  for (const auto& file : nlohmann::json::parse(files.out)) {
    if (file["path"] == path) return {file["status"], file["message"]};
  }
  return {"", ""};
}

std::string one_line_error(const ProcessResult& result) {
  std::string found;
  for (std::size_t from = 0; from < result.err.size();) {
    const auto end = std::min(result.err.find('\n', from), result.err.size());
    const std::string line = result.err.substr(from, end - from);
    if (line.find("namndata: error: ") == 0) {
      CHECK(found.empty());
      found = line;
    }
    from = end + 1;
  }
  return found;
}

}  // namespace

TEST_CASE("a file that cannot be read gets a line and a row, the others are stored",
          "[bad_input]") {
  const TempDir dir;
  std::filesystem::create_directories(dir.path("no reports"));
  const std::string whole = support::read_file(kGood);
  struct Case {
    std::string path;
    std::string status;
  };
  const std::vector<Case> cases = {
      {dir.path("missing.pdf"), "not_found"},
      {dir.write("empty.pdf", ""), "empty_file"},
      {dir.path("no reports"), "not_found"},
      {dir.write("picture.pdf", std::string("\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01", 13)),
       "not_a_report"},
      {dir.write("header only.pdf", "%PDF-1.7\n"), "damaged"},
      {dir.write("half.pdf", whole.substr(0, whole.size() / 2)), "damaged"},
      {kData + "encrypted_secret.pdf", "password"},
      {kData + "no_pages.pdf", "no_pages"},
  };
  for (const Case& c : cases) {
    INFO(c.path);
    const std::string database = dir.path("test.db");
    const ProcessResult alone = run_namndata({"ingest", c.path, "--db", database});
    INFO(alone.err);
    CHECK(alone.status == 2);
    CHECK(one_line_error(alone).find(c.path) != std::string::npos);
    CHECK(stored(database, c.path).first == c.status);
    CHECK_FALSE(stored(database, c.path).second.empty());

    const ProcessResult both = run_namndata({"ingest", c.path, kGood, "--db", database});
    CHECK(both.status == 20);
    CHECK(one_line_error(both).find(c.path) != std::string::npos);
    CHECK(stored(database, c.path).first == c.status);
    CHECK(stored(database, kGood).first.find("ok") == 0);
    std::filesystem::remove(database);

    if (c.path != dir.path("no reports")) {
      const ProcessResult read = run_namndata({"read", c.path});
      CHECK(read.status == 2);
      CHECK(one_line_error(read).find(c.path) != std::string::npos);
    }
  }
}

TEST_CASE("a file that may not be read is said to be so", "[bad_input]") {
  if (::geteuid() == 0) return;  // root may read everything
  const TempDir dir;
  const std::string path = dir.write("secret.pdf", "%PDF-1.4\n");
  ::chmod(path.c_str(), 0);
  const ProcessResult result = run_namndata({"ingest", path, "--db", dir.path("test.db")});
  CHECK(result.status == 2);
  CHECK(stored(dir.path("test.db"), path).first == "file_access");
}

TEST_CASE("a PDF with an empty user password is simply read", "[bad_input]") {
  const ProcessResult result =
      run_namndata({"read", "--format", "json", kData + "encrypted_empty.pdf"});
  CHECK(result.status == 0);
  CHECK(one_line_error(result).empty());
}

TEST_CASE("a database that cannot be used ends every command with status 5", "[bad_input]") {
  const TempDir dir;
  const std::string other = dir.path("other.db");
  REQUIRE(support::run_process({"sqlite3", other, "CREATE TABLE bookmark (url TEXT);"}).status ==
          0);
  const std::string before = support::read_file(other);
  const std::string text = dir.write("text.db",
                                     "This is no database, but long enough to be taken "
                                     "for one by a program that does not look.\n");
  for (const std::string& database : {other, text}) {
    for (const std::string command : {"reports", "compare", "check", "labels", "export"}) {
      INFO(database << " " << command);
      const ProcessResult result = run_namndata({command, "--db", database});
      CHECK(result.status == 5);
      CHECK(result.out.empty());
      CHECK(one_line_error(result).find(database) != std::string::npos);
    }
    const ProcessResult ingest = run_namndata({"ingest", kGood, "--db", database});
    CHECK(ingest.status == 5);
    CHECK(one_line_error(ingest).find(database) != std::string::npos);
  }
  CHECK(support::read_file(other) == before);

  const ProcessResult missing = run_namndata({"reports", "--db", dir.path("missing.db")});
  CHECK(missing.status == 5);
  CHECK(one_line_error(missing).find("missing.db") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(dir.path("missing.db")));
}

TEST_CASE("ingest takes a 0-byte database as a new one, readers do not", "[bad_input]") {
  const TempDir dir;
  const std::string database = dir.write("empty.db", "");
  const ProcessResult reports = run_namndata({"reports", "--db", database});
  CHECK(reports.status == 5);
  CHECK(one_line_error(reports).find(database) != std::string::npos);
  CHECK(run_namndata({"ingest", kGood, "--db", database}).status == 0);
  CHECK(stored(database, kGood).first.find("ok") == 0);
}

TEST_CASE("a read-only database is left alone", "[bad_input]") {
  const TempDir dir;
  const std::string database = dir.path("test.db");
  REQUIRE(run_namndata({"ingest", kGood, "--db", database}).status == 0);
  ::chmod(database.c_str(), 0444);
  CHECK(run_namndata({"reports", "--db", database}).status == 0);
  const ProcessResult result = run_namndata({"ingest", kGood, "--db", database});
  CHECK(result.status == 5);
  CHECK(one_line_error(result).find(database) != std::string::npos);
}

TEST_CASE("a manifest that is wrong is an error before anything is read", "[bad_input]") {
  struct Case {
    std::string manifest;
    std::string said;
  };
  const std::vector<Case> cases = {
      {"path,municipality_code\nreport.pdf,9999\n", "9999"},
      {"path,municipality\nreport.pdf,Atlantis\n", "Atlantis"},
      {"path,period\nreport.pdf,våren\n", "våren"},
      {"file,municipality_code\nreport.pdf,1461\n", "path"},
  };
  const TempDir dir;
  for (const Case& c : cases) {
    INFO(c.manifest);
    const std::string manifest = dir.write("manifest.csv", c.manifest);
    const ProcessResult result =
        run_namndata({"ingest", kGood, "--db", dir.path("test.db"), "--manifest", manifest});
    CHECK(result.status == 1);
    CHECK(one_line_error(result).find(manifest) != std::string::npos);
    CHECK(one_line_error(result).find(c.said) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(dir.path("test.db")));
  }
  const ProcessResult missing = run_namndata(
      {"ingest", kGood, "--db", dir.path("test.db"), "--manifest", dir.path("none.csv")});
  CHECK(missing.status == 5);
}
