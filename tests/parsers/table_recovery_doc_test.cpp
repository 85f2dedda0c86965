// docs/table-recovery.md is held to the code: its worked page is drawn and read, and its tables of
// thresholds, with those of docs/normalisation.md, are compared with the options structs.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "parsers/page_tables.h"
#include "parsers/ruling_lines.h"
#include "parsers/text_lines.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace fs = std::filesystem;

namespace {

const fs::path kSource = NAMNDATA_SOURCE_DIR;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::string& document() {
  static const std::string text = content(kSource / "docs" / "table-recovery.md");
  return text;
}

// The block ```name of the document.
std::string block(const std::string& name) {
  const std::string open = "```" + name + "\n";
  const std::size_t from = document().find(open);
  REQUIRE(from != std::string::npos);
  const std::size_t begin = from + open.size();
  return document().substr(begin, document().find("```", begin) - begin);
}

// "Struct.field = default" of every options struct in the headers.
std::set<std::string> fields_in_code() {
  const std::regex structs("struct (\\w*Options) \\{([^}]*)\\};");
  const std::regex field("\\n *[\\w:]+ (\\w+)(?:\\s*=\\s*([^;]+))?;");
  std::set<std::string> fields;
  for (const fs::directory_entry& file : fs::directory_iterator(kSource / "parsers")) {
    if (file.path().extension() != ".h") continue;
    const std::string text = content(file.path());
    for (std::sregex_iterator s(text.begin(), text.end(), structs), end; s != end; ++s) {
      const std::string body = (*s)[2].str();
      for (std::sregex_iterator f(body.begin(), body.end(), field); f != end; ++f) {
        const std::string value = (*f)[2].matched ? (*f)[2].str() : "own";
        fields.insert((*s)[1].str() + "." + (*f)[1].str() + " = " + value);
      }
    }
  }
  return fields;
}

std::set<std::string> fields_in_document() {
  const std::regex heading("### `\\w+\\.h`: `(\\w+)`");
  const std::regex row("\\| `(\\w+)` \\| ([^ |]+) \\|.*");
  std::set<std::string> fields;
  std::istringstream lines(document() + content(kSource / "docs" / "normalisation.md"));
  std::string place;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, heading)) {
      place = match[1].str() + ".";
    } else if (line.starts_with("#")) {
      place.clear();
    } else if (!place.empty() && std::regex_match(line, match, row)) {
      fields.insert(place + match[1].str() + " = " + match[2].str());
    }
  }
  return fields;
}

std::string missing_from(const std::set<std::string>& all, const std::set<std::string>& some) {
  std::string text;
  for (const std::string& entry : all) {
    if (!some.contains(entry)) text += entry + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("docs/table-recovery.md: the worked page comes out as told", "[documentation]") {
  const extract::Page page = support::draw_page(block("picture"));
  const parsers::PageWords words(page, {});
  std::string pieces;
  for (const parsers::TextLine& line :
       parsers::find_lines(words, parsers::join_rulings(words, {}).vertical, {})) {
    for (const parsers::TextPiece& piece : line.pieces) {
      pieces += (&piece == &line.pieces.front() ? "" : " | ") + piece.text;
    }
    pieces += '\n';
  }
  CHECK(pieces == block("pieces"));
  const parsers::PageTables found = parsers::find_page_tables(page, parsers::Furniture{});
  REQUIRE(found.tables.size() == 1);
  CHECK(support::grid_text(found.tables[0]) == support::plain_grid(block("grid")));
  CHECK(support::label_text(found.tables[0]) == block("labels"));
  CHECK(found.tables[0].title == "Volymer, januari-mars");
  CHECK(found.tables[0].notes == std::vector<std::string>{"* Preliminära uppgifter"});
}

TEST_CASE("the documents tell every threshold with its default", "[documentation]") {
  const std::set<std::string> code = fields_in_code(), told = fields_in_document();
  CHECK(code.size() > 50);
  CHECK(missing_from(code, told) == "");
  CHECK(missing_from(told, code) == "");
}
