#include "parsers/codepoint.h"

#include <catch2/catch.hpp>
#include <string>

using parsers::plain_lower;

namespace {

std::string decoded(std::string_view text) {
  std::string out;
  while (!text.empty()) parsers::append_utf8(out, parsers::take_codepoint(text));
  return out;
}

}  // namespace

TEST_CASE("well-formed text is decoded and encoded alike", "[codepoint]") {
  for (const char* text : {"", "a", "å", "–", "\U0001F600", "\ud7ff\ue000", "\U0010ffff"}) {
    CHECK(decoded(text) == text);
  }
}

TEST_CASE("malformed bytes are replacement characters, one each", "[codepoint][issue-4]") {
  struct Row {
    const char* text;
    int replaced;
  };
  for (const Row& row : {
           Row{"\xff", 1},
           {"\xc3", 1},              // cut short
           {"\xc0\xb1", 2},          // an overlong "1"
           {"\xe0\x80\xb1", 3},      // the same in three bytes
           {"\xf0\x80\x80\xb1", 4},  // and in four
           {"\xed\xa0\x80", 3},      // a surrogate
           {"\xf4\x90\x80\x80", 4},  // beyond Unicode
       }) {
    std::string expected;
    for (int i = 0; i < row.replaced; ++i) expected += "\ufffd";
    CHECK(decoded(row.text) == expected);
  }
}

TEST_CASE("the plain form of a text", "[codepoint]") {
  CHECK(plain_lower("  Total\u00a0 SJUKFRÅNVARO\n") == "total sjukfrånvaro");
  CHECK(plain_lower("2020\u20132040") == "2020-2040");
  CHECK(plain_lower("Kontakt\u00adperson") == "kontaktperson");
}
