// A database on a disk that fails in the middle: what was stored stays whole, the user is told, and
// the same again ends as if nothing had been.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "schema/database.h"
#include "tests/schema/sample_report.h"
#include "tests/support/faulty_vfs.h"
#include "tests/support/temp_dir.h"

using schema::Access;
using schema::Database;
using support::Fault;

namespace {

constexpr int kReports = 12;
// For each kind of fault, spread over a database's life.
constexpr std::size_t kPoints = 50;

parsers::Report report(int number, bool read_again) {
  std::vector<parsers::Reading> readings;
  for (int row = 0; row < 12; ++row) {
    readings.push_back(sample::reading({"Rad " + std::to_string(row)}, {"Utfall"}, "2023", "utfall",
                                       std::to_string(number * 100 + row), "tkr"));
    readings.back().checks = {"Summa = " + std::to_string(row)};
  }
  if (read_again) readings.pop_back();
  parsers::Report made =
      sample::report(std::string(1, static_cast<char>('a' + number)), "2023", std::move(readings));
  made.passages.push_back({1, {}, "Text " + std::to_string(number), 0, false, false});
  return made;
}

// A database is made, and again and again opened, added to and closed; each report is read again by
// a newer version of the program when the next one comes.
void live(const std::string& path) {
  for (int number = 0; number < kReports; ++number) {
    Database database = schema::open_database(path, Access::read_write);
    sample::load(database, report(number, false));
    if (number > 0) sample::load(database, report(number - 1, true), "1461", "0.2.0");
    schema::record_failure(database, std::to_string(number % 3) + ".pdf", "damaged", "is damaged");
    database.close();
  }
}

const std::vector<std::string> kReportTables = {"place", "observation", "observation_check",
                                                "diagnostic", "page"};

// The rows of a report, but for what they say of other reports.
std::vector<std::string> rows_of(Database& database, const std::string& id) {
  std::vector<std::string> all;
  for (const std::string& table : kReportTables) {
    const std::string columns =
        table == "observation" ? "position, place, row_label, value_text, raw, status" : "*";
    for (const std::string& row :
         sample::rows(database, "SELECT " + columns + " FROM " + table +
                                    " WHERE report_id = " + id + " ORDER BY 1, 2, 3")) {
      all.push_back(table + '|' + row);
    }
  }
  return all;
}

// Each report of the database, as it may be found after an accident: read once, or read again.
using Known = std::map<std::string, std::set<std::vector<std::string>>>;

void know(Known& known, Database& database) {
  for (const std::string& id : sample::rows(database, "SELECT id FROM report")) {
    known[id].insert(rows_of(database, id));
  }
}

Known all_states() {
  Known known;
  Database database = schema::open_database_in_memory();
  for (int number = 0; number < kReports; ++number) {
    sample::load(database, report(number, false));
    know(known, database);
    sample::load(database, report(number, true), "1461", "0.2.0");
    know(known, database);
  }
  return known;
}

// All rows but the text index's own, which depend on the order of writing.
std::vector<std::string> dump(const std::string& path) {
  Database database = schema::open_database(path, Access::read_only);
  std::vector<std::string> all;
  for (const std::string& table :
       sample::rows(database,
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                    "'page_text%' ORDER BY name")) {
    // The catalogue's largest table: its rows come and go together.
    const std::string columns = table == "population" ? "count(*), 0" : "*";
    const auto rows =
        sample::rows(database, "SELECT " + columns + " FROM " + table + " ORDER BY 1, 2");
    for (const std::string& row : rows) all.push_back(table + '|' + row);
  }
  return all;
}

void check_whole(const std::string& path, const Known& known) {
  if (!std::filesystem::exists(path)) return;
  Database database = Database::open(path, Access::read_write);
  CHECK(sample::rows(database, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
  CHECK(sample::rows(database, "PRAGMA foreign_key_check").empty());
  if (database.integer("SELECT count(*) FROM sqlite_schema") == 0) return;
  database.run("INSERT INTO page_text (page_text, rank) VALUES ('integrity-check', 1)");
  for (const std::string& id : sample::rows(database, "SELECT id FROM report")) {
    CHECK(known.at(id).contains(rows_of(database, id)));
  }
}

std::string message_of_life(const std::string& path) {
  try {
    live(path);
  } catch (const extract::Error& error) {
    CHECK(error.code() == extract::ErrorCode::database);
    CHECK(error.place() == path);
    return error.message();
  }
  return "";
}

const std::string kFull = "cannot grow: the disk is full";
const std::string kBroken = "cannot be read or written; check the disk (disk I/O error)";

}  // namespace

TEST_CASE("A failing disk harms no report, wherever it fails", "[database][issue-6]") {
  struct Case {
    const char* name;
    Fault fault;
    std::string message;
  };
  const support::TempDir folder;
  support::FaultyVfs disk;
  disk.work();
  live(folder.path("wanted.db"));
  const std::map<Fault, std::size_t> operations = {{Fault::write, disk.operations(Fault::write)},
                                                   {Fault::sync, disk.operations(Fault::sync)},
                                                   {Fault::full, disk.operations(Fault::full)}};
  const std::vector<std::string> wanted = dump(folder.path("wanted.db"));
  const Known known = all_states();

  for (const Case& c : {Case{"write", Fault::write, kBroken}, Case{"sync", Fault::sync, kBroken},
                        Case{"full", Fault::full, kFull}}) {
    const std::size_t all = operations.at(c.fault);
    REQUIRE(all >= kPoints);
    std::size_t told = 0;
    for (std::size_t point = 0; point < kPoints; ++point) {
      const std::size_t nth = 1 + point * (all - 1) / (kPoints - 1);
      const bool lasting = point % 2 == 1;
      INFO(c.name << " " << nth << " of " << all << (lasting ? " and all after it" : ""));
      const std::string path = folder.path("faulty.db");
      disk.fail(c.fault, nth, lasting);
      const std::string message = message_of_life(path);
      // What SQLite can do without is tried again later, and only a disk that heals lets it pass.
      if (!message.empty()) {
        CHECK(message == c.message);
        ++told;
      }
      CHECK(disk.struck());
      CHECK((!lasting || !message.empty()));
      disk.work();
      check_whole(path, known);
      CHECK(message_of_life(path).empty());
      CHECK((dump(path) == wanted));
      for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        INFO(file.path());
        CHECK(file.path().extension() == ".db");
      }
      std::filesystem::remove(path);
    }
    CHECK(told >= kPoints / 2);
  }
}
