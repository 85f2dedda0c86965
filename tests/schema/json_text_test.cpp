#include "schema/json_text.h"

#include <catch2/catch.hpp>

TEST_CASE("Numbers as JSON writes them", "[export][issue-5]") {
  for (const char* text : {"0", "-0.50", "12", "1e5", "1.5E-3", "-1633700000"}) {
    INFO(text);
    CHECK(schema::is_json_number(text));
  }
  for (const char* text : {"", "-", "007", "1,5", "1.", ".5", "+1", "1e", "NaN", "1 ", "0x1"}) {
    INFO(text);
    CHECK_FALSE(schema::is_json_number(text));
  }
}

TEST_CASE("Characters of UTF-8 and what is none", "[export][issue-5]") {
  CHECK(schema::utf8_length("a") == 1);
  CHECK(schema::utf8_length("å") == 2);
  CHECK(schema::utf8_length("\u202E") == 3);
  CHECK(schema::utf8_length("\U0001F600") == 4);
  for (const std::string_view text :
       {"", "\x80", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"}) {
    INFO(schema::hexadecimal(text));
    CHECK(schema::utf8_length(text) == 0);
  }
  std::string out;
  CHECK(schema::append_json_text(out, std::string_view("\"\\\x1F\0å", 6)));
  CHECK(out == "\"\\\"\\\\\\u001f\\u0000å\"");
}
