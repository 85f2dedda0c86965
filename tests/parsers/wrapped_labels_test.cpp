// Rows of text over several lines: which lines belong together, told by their distance alone or by
// what is written. Pages are set row by row, at any distance.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parsers/page_tables.h"
#include "tests/support/page_drawing.h"
#include "tests/support/table_text.h"

namespace {

constexpr double kPitch = 12;  // points between the lines of one label

enum class Place { first, middle, last };

struct Row {
  std::vector<std::string> label;  // its lines
  std::string figures;             // as drawn from the picture's 30th character on
  int indent = 0;
};

const char* name(Place place) {
  return place == Place::first ? "first" : place == Place::middle ? "middle" : "last";
}

// The rows below each other, the last line of one and the first of the next `ratio` × kPitch apart.
extract::Page set_rows(const std::vector<Row>& rows, double ratio, Place place,
                       double font_size = 10) {
  support::Drawing drawing;
  drawing.font_size = font_size;
  extract::Page page;
  page.number = 1;
  page.width = drawing.width;
  page.height = drawing.height;
  double top = drawing.top;
  for (const Row& row : rows) {
    const std::size_t lines = row.label.size();
    const std::size_t at = place == Place::first  ? 0
                           : place == Place::last ? lines - 1
                                                  : (lines - 1) / 2;
    for (std::size_t i = 0; i < lines; ++i) {
      std::string text(static_cast<std::size_t>(row.indent), ' ');
      text += row.label[i];
      // Characters beyond ASCII take two bytes.
      const auto wide = static_cast<std::size_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) == 0x80; }));
      if (i == at && !row.figures.empty()) {
        text.resize(30 + wide, ' ');
        text += row.figures;
      }
      drawing.top = top;
      support::draw_onto(page, text, drawing);
      top += i + 1 < lines ? kPitch : ratio * kPitch;
    }
  }
  return page;
}

std::string grid(const extract::Page& page) {
  return support::page_text(parsers::find_page_tables(page, parsers::Furniture{}));
}

const std::vector<Row> kRows{
    {{"Nyckeltal"}, "2022   2023"},    {{"Antal pågående", "Utredningar Barn"}, " 518    530"},
    {{"Antal beslut"}, " 120    131"}, {{"Kostnad per", "Placerad Person"}, " 310    305"},
    {{"Antal besök"}, "  77     80"},  {{"Timmar inom", "Ledsagning SoL"}, "  19     21"},
    {{"Antal larm"}, " 204    311"},
};
constexpr const char* kGrid = R"(
Nyckeltal                       || 2022 | 2023
===
Antal pågående Utredningar Barn || 518  | 530
Antal beslut                    || 120  | 131
Kostnad per Placerad Person     || 310  | 305
Antal besök                     || 77   | 80
Timmar inom Ledsagning SoL      || 19   | 21
Antal larm                      || 204  | 311)";

const std::vector<Row> kLongRows{
    {{"Nyckeltal"}, "2022   2023"},
    {{"Antal pågående", "Utredningar om", "Barn och Unga"}, " 518    530"},
    {{"Antal beslut", "Efter Anmälan", "Under Året"}, " 120    131"},
    {{"Antal besök"}, "  77     80"},
    {{"Timmar inom", "Ledsagning SoL", "Helger och Kvällar"}, "  19     21"},
    {{"Antal larm"}, " 204    311"},
    {{"Antal mil"}, "  33     35"},
};
constexpr const char* kLongGrid = R"(
Nyckeltal                                     || 2022 | 2023
===
Antal pågående Utredningar om Barn och Unga   || 518  | 530
Antal beslut Efter Anmälan Under Året         || 120  | 131
Antal besök                                   || 77   | 80
Timmar inom Ledsagning SoL Helger och Kvällar || 19   | 21
Antal larm                                    || 204  | 311
Antal mil                                     || 33   | 35)";

// Group rows stand at the rows' distance, their rows further in.
const std::vector<Row> kGroups{
    {{"Verksamhet"}, "2022   2023"},        {{"Hemtjänst"}, ""},
    {{"Antal personer"}, " 120    131", 2}, {{"Antal timmar inom", "ledsagning"}, " 518    530", 2},
    {{"varav helger"}, "  77     80", 4},   {{"Boende"}, ""},
    {{"Antal platser"}, "  40     41", 2},  {{"varav externa"}, "   4      7", 4},
};
constexpr const char* kGroupLabels = R"(
Hemtjänst / Antal personer : 2022 = 120
Hemtjänst / Antal personer : 2023 = 131
Hemtjänst / Antal timmar inom ledsagning : 2022 = 518
Hemtjänst / Antal timmar inom ledsagning : 2023 = 530
Hemtjänst / varav helger : 2022 = 77
Hemtjänst / varav helger : 2023 = 80
Boende / Antal platser : 2022 = 40
Boende / Antal platser : 2023 = 41
Boende / varav externa : 2022 = 4
Boende / varav externa : 2023 = 7
)";

}  // namespace

TEST_CASE("The pitch tells wraps from rows", "[wrapped_labels][issue-3]") {
  for (const double ratio : {1.10, 1.43, 1.61}) {
    for (const Place place : {Place::first, Place::middle, Place::last}) {
      for (const double size : {10.0, 9.0}) {
        INFO("rows " << ratio << " × the lines' pitch, figures on the " << name(place)
                     << " line, font " << size);
        if (place != Place::middle) {  // two lines have no middle one
          CHECK(grid(set_rows(kRows, ratio, place, size)) == support::plain_grid(kGrid));
        }
        CHECK(grid(set_rows(kLongRows, ratio, place, size)) == support::plain_grid(kLongGrid));
      }
    }
  }
}

TEST_CASE("Group rows are no wraps", "[wrapped_labels][issue-3]") {
  for (const double ratio : {1.10, 1.43, 1.61}) {
    for (const Place place : {Place::first, Place::last}) {
      INFO("rows " << ratio << " × the lines' pitch, figures on the " << name(place) << " line");
      const parsers::PageTables found =
          parsers::find_page_tables(set_rows(kGroups, ratio, place), parsers::Furniture{});
      REQUIRE(found.tables.size() == 1);
      CHECK("\n" + support::label_text(found.tables.front()) == kGroupLabels);
    }
  }
}
