// The command line as a user meets it: help, versions, wrong arguments, where messages go.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "tests/support/golden.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

using support::ProcessResult;
using support::run_namndata;

namespace {
const std::string kReport = NAMNDATA_SOURCE_DIR
    "/corpus/reports/mellerud-socialnamnden-2023-03/mellerud-socialnamnden-2023-03.pdf";
}

TEST_CASE("the overview and each command's help are as reviewed", "[command_line]") {
  const ProcessResult overview = run_namndata({"--help"});
  CHECK(overview.status == 0);
  CHECK(overview.err.empty());
  CHECK(support::golden_difference("app/help.txt", overview.out).empty());
  for (const app::Command& command : app::all_commands()) {
    INFO(command.name);
    const ProcessResult help = run_namndata({command.name, "--help"});
    CHECK(help.status == 0);
    CHECK(help.err.empty());
    CHECK(support::golden_difference("app/help-" + std::string(command.name) + ".txt", help.out) ==
          "");
    CHECK(help.out.find("\nExamples:\n  ") != std::string::npos);
  }
}

TEST_CASE("--version names the program and its libraries", "[command_line]") {
  const ProcessResult version = run_namndata({"--version"});
  CHECK(version.status == 0);
  for (const char* name : {"namndata 0.", "poppler 22.", "icu ", "re2 ", "sqlite 3.", "fmt "}) {
    INFO(name);
    CHECK(version.out.find(name) != std::string::npos);
  }
}

TEST_CASE("wrong arguments are one line on standard error and status 1", "[command_line]") {
  struct Case {
    std::vector<std::string> arguments;
    std::string said;
  };
  const std::vector<Case> cases = {
      {{}, "no command given"},
      {{"reed"}, "there is no command 'reed'"},
      {{"read"}, "FILE is required"},
      {{"read", "--format", "xml", "a.pdf"}, "table|csv|json|jsonl"},
      {{"read", "--colour", "a.pdf"}, "--colour"},
      {{"tables", "--pages", "3-1", "a.pdf"}, "--pages 3-1"},
      {{"inspect", "a.pdf"}, "--page is required"},
      {{"inspect", "a.pdf", "--page", "0"}, "--page"},
      {{"ingest", "a.pdf"}, "--db is required"},
      {{"ingest", "a.pdf", "--db", "x.db", "--jobs", "0"}, "--jobs"},
      {{"labels"}, "--db or --indicators"},
      {{"export", "--db", "x.db", "--view", "sqlite_schema"}, "no such view"},
      {{"export", "--db", "x.db", "--format", "xlsx"}, "needs the name of a file"},
      {{"export", "--db", "x.db", "--format", "px", "--view", "files"}, "--view"},
      {{"export", "--db", "x.db", "--format", "jsonl", "--excel-sv"}, "is for csv"},
      {{"export", "--db", "x.db", "--granularity", "year"}, "is for px and json-stat"},
      {{"compare", "--db", "x.db", "--from", "maj"}, "--from maj"},
      {{"compare", "--db", "x.db", "--municipality", "Atlantis"}, "Atlantis"},
      {{"compare", "--db", "x.db", "--indicator", "väder"}, "väder"},
      {{"read", "--log-format", "yaml", "a.pdf"}, "text|json"},
  };
  const support::TempDir dir;
  support::ProcessInput in_folder;
  in_folder.folder = dir.path();
  for (const Case& c : cases) {
    const ProcessResult result = run_namndata(c.arguments, in_folder);
    INFO(c.said << "\n" << result.err);
    CHECK(result.status == 1);
    CHECK(result.out.empty());
    CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    CHECK(result.err.find("namndata: error: ") == 0);
    CHECK(result.err.find(c.said) != std::string::npos);
  }
  CHECK_FALSE(std::filesystem::exists(dir.path("x.db")));
}

TEST_CASE("data go to standard output, messages to standard error", "[command_line]") {
  const ProcessResult csv = run_namndata({"read", "--format", "csv", kReport});
  CHECK(csv.status == 0);
  CHECK(csv.out.find("document,page,box,") == 0);
  CHECK(csv.out.find("namndata:") == std::string::npos);

  const ProcessResult quiet = run_namndata({"read", "--quiet", "--format", "csv", kReport});
  CHECK(quiet.out == csv.out);
  CHECK(quiet.err.empty());
}

TEST_CASE("messages can be JSON lines", "[command_line]") {
  const ProcessResult result = run_namndata({"read", "--log-format", "json", "missing.pdf"});
  CHECK(result.status == 2);
  const auto line = nlohmann::json::parse(result.err);
  CHECK(line["level"] == "error");
  CHECK(line["code"] == "not_found");
  CHECK(line["file"] == "missing.pdf");
  CHECK(line["message"].get<std::string>().find("no such file") != std::string::npos);
}

TEST_CASE("read gives one JSON object per file, in their order", "[command_line]") {
  const ProcessResult result =
      run_namndata({"read", "--format", "json", kReport, "missing.pdf", kReport});
  CHECK(result.status == 20);
  CHECK(result.err.find("missing.pdf") != std::string::npos);
  const auto end = result.out.find('\n');
  REQUIRE(end != std::string::npos);
  CHECK(result.out.substr(0, end + 1) == result.out.substr(end + 1));
  const auto report = nlohmann::json::parse(result.out.substr(0, end));
  CHECK(report["document"].is_string());
  CHECK(report["sha256"].get<std::string>().size() == 64);
  CHECK(report["municipality"]["code"] == "1461");
  REQUIRE(report["observations"].size() > 0);
  for (const auto& observation : report["observations"]) {
    INFO(observation.dump());
    CHECK(observation["value"].is_string());
    CHECK(observation["missing"].is_null());
    CHECK(observation["page"].get<int>() >= 1);
    CHECK(observation["box"].size() == 4);
  }
  for (const auto& observation : report["missing_values"]) {
    INFO(observation.dump());
    CHECK(observation["value"].is_null());
    CHECK(observation["missing"].is_string());
  }
}

TEST_CASE("a table is the same whichever pages are asked for", "[command_line]") {
  const ProcessResult all = run_namndata({"tables", "--format", "json", kReport});
  const auto tables = nlohmann::json::parse(all.out)["tables"];
  REQUIRE(tables.size() > 0);
  CHECK(tables[0]["kind"] == "verksamhetsstatistik");
  const int page = tables[0]["page"];
  const ProcessResult some =
      run_namndata({"tables", "--format", "json", "--pages", std::to_string(page), kReport});
  CHECK(nlohmann::json::parse(some.out)["tables"][0] == tables[0]);
  const ProcessResult none = run_namndata({"tables", "--format", "json", "--pages", "99", kReport});
  CHECK(none.status == 0);
  CHECK(nlohmann::json::parse(none.out)["tables"].empty());
}

TEST_CASE("inspect draws a page as SVG or HTML", "[command_line]") {
  const support::TempDir dir;
  const ProcessResult svg =
      run_namndata({"inspect", kReport, "--page", "1", "-o", dir.path("page.svg")});
  CHECK(svg.status == 0);
  CHECK(svg.out.empty());
  const std::string drawing = support::read_file(dir.path("page.svg"));
  for (const char* layer : {"fills", "rulings", "words", "tables", "cells", "diagnostics"}) {
    INFO(layer);
    CHECK(drawing.find("<g id=\"" + std::string(layer) + "\">") != std::string::npos);
  }
  const ProcessResult html = run_namndata({"inspect", kReport, "--page", "1", "--format", "html"});
  CHECK(html.out.find("<!DOCTYPE html>") == 0);
  CHECK(html.out.find("type=\"checkbox\"") != std::string::npos);

  const ProcessResult beyond = run_namndata({"inspect", kReport, "--page", "999"});
  CHECK(beyond.status == 1);
  CHECK(beyond.err.find("there is no page 999") != std::string::npos);
  const ProcessResult nowhere =
      run_namndata({"inspect", kReport, "--page", "1", "-o", dir.path("no/such/folder.svg")});
  CHECK(nowhere.status == 5);
}

TEST_CASE("a full disk is an error, not a short output", "[command_line]") {
  const ProcessResult result = support::run_process(
      {"bash", "-c", "\"$0\" read --format csv \"$1\" >/dev/full", NAMNDATA_PROGRAM, kReport});
  CHECK(result.status == 5);
  CHECK(result.err.find("standard output") != std::string::npos);
}
