#include "parsers/label_meaning.h"

#include <catch2/catch.hpp>

using parsers::meaning_of;

namespace {

using Path = std::vector<std::string>;

}  // namespace

TEST_CASE("marks of labels are stars and digits", "[label_meaning][issue-4]") {
  CHECK(meaning_of(Path{"Hemtjänst 1)"}).marks == Path{"1"});
  CHECK(meaning_of(Path{"Boende LSS**", "Bistånd²"}).marks == Path{"2", "**"});
  CHECK(meaning_of(Path{"Bistånd\u207e"}).marks.empty());
  CHECK(meaning_of(Path{}).marks.empty());
}

TEST_CASE("a label that is a measure names one", "[label_meaning][issue-4]") {
  CHECK(meaning_of(Path{"Budget"}).is_measure);
  CHECK_FALSE(meaning_of(Path{"Mål och"}).is_measure);
  CHECK_FALSE(meaning_of(Path{"Mål och aktiviteter"}).is_measure);
}

TEST_CASE("notes state the unit of what they mark", "[label_meaning]") {
  CHECK(parsers::unit_of_notes(Path{"**"}, Path{"* Avser mars", "** Antal verkställda timmar"}) ==
        "timmar");
  CHECK(parsers::unit_of_notes(Path{"1"}, Path{"1) Belopp i tkr"}) == "tkr");
  CHECK(parsers::unit_of_notes(Path{"2"}, Path{"1) Belopp i tkr"}).empty());
}
