// Documents that must not drift from the code.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "app/command.h"
#include "extract/error.h"
#include "schema/load.h"
#include "tests/support/temp_dir.h"

namespace fs = std::filesystem;

namespace {

const fs::path kSource = NAMNDATA_SOURCE_DIR;

std::string document(const std::string& name) {
  return support::read_file((kSource / name).string());
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    found.insert((*it)[1].str());
  }
  return found;
}

// The codes of the diagnostics that the layers make.
std::set<std::string> diagnostic_codes() {
  const std::regex made(R"re((?:[Ss]everity(?:::\w+)?,|code\s*=)\s*"([a-z]+(?:-[a-z]+)+)")re");
  std::set<std::string> codes;
  for (const char* layer : {"extract", "parsers", "schema", "app"}) {
    for (const fs::directory_entry& file : fs::directory_iterator(kSource / layer)) {
      if (file.path().extension() != ".cpp") continue;
      codes.merge(matches(support::read_file(file.path().string()), made));
    }
  }
  return codes;
}

}  // namespace

TEST_CASE("docs/cli.md tells every command and only them", "[documentation]") {
  std::set<std::string> commands;
  for (const app::Command& command : app::all_commands()) commands.insert(command.name);
  CHECK(matches(document("docs/cli.md"), std::regex("\n### `([a-z]+)")) == commands);
}

TEST_CASE("docs/diagnostics.md tells every diagnostic and only them", "[documentation]") {
  const std::set<std::string> codes = diagnostic_codes();
  CHECK(codes.size() > 5);
  CHECK(matches(document("docs/diagnostics.md"), std::regex("\n\\| `([a-z-]+)` \\|")) == codes);
}

TEST_CASE("docs/schema.md tells every status a file can have", "[documentation]") {
  const std::string text = document("docs/schema.md");
  using extract::ErrorCode;
  for (const ErrorCode code :
       {ErrorCode::not_found, ErrorCode::not_a_report, ErrorCode::empty_file, ErrorCode::damaged,
        ErrorCode::password, ErrorCode::unsupported, ErrorCode::no_pages, ErrorCode::file_access}) {
    INFO(extract::name(code));
    CHECK(text.find("`" + std::string(extract::name(code)) + "`") != std::string::npos);
  }
  for (const std::string word :
       {schema::kOk, schema::kOkWithErrors, schema::kPartial, schema::kScanned, schema::kGarbled,
        "too_large", "timeout", "memory", "output_limit", "crash"}) {
    INFO(word);
    CHECK(text.find("`" + word + "`") != std::string::npos);
  }
}

TEST_CASE("links between documents lead somewhere", "[documentation]") {
  std::vector<fs::path> documents;
  for (const char* name : {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"}) {
    documents.push_back(kSource / name);
  }
  for (const char* folder : {"docs", "bench", "corpus"}) {
    for (const fs::directory_entry& file : fs::directory_iterator(kSource / folder)) {
      if (file.path().extension() == ".md") documents.push_back(file.path());
    }
  }
  for (const fs::path& file : documents) {
    for (const std::string& link :
         matches(support::read_file(file.string()), std::regex("\\]\\(([^)#:]+)\\)"))) {
      INFO(file << " -> " << link);
      CHECK(fs::exists(file.parent_path() / link));
    }
  }
}

TEST_CASE("ARCHITECTURE.md stays a map", "[documentation]") {
  const std::string text = document("ARCHITECTURE.md");
  CHECK(std::count(text.begin(), text.end(), '\n') <= 120);
}
