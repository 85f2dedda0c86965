// Every spelling of a month, with every form of the year, alone and in spans.

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "parsers/period.h"

using parsers::parse_period;

namespace {

struct MonthNames {
  int month;
  std::vector<std::string> names;
};

const std::vector<MonthNames>& months() {
  static const std::vector<MonthNames> all = {{1, {"januari", "jan"}},
                                              {2, {"februari", "feb", "febr"}},
                                              {3, {"mars", "mar"}},
                                              {4, {"april", "apr"}},
                                              {5, {"maj"}},
                                              {6, {"juni", "jun"}},
                                              {7, {"juli", "jul"}},
                                              {8, {"augusti", "aug"}},
                                              {9, {"september", "sep", "sept"}},
                                              {10, {"oktober", "okt"}},
                                              {11, {"november", "nov"}},
                                              {12, {"december", "dec"}}};
  return all;
}

std::string upper(std::string word, std::size_t letters) {
  for (std::size_t i = 0; i < letters; ++i) word[i] = static_cast<char>(word[i] - 'a' + 'A');
  return word;
}

// Small, capitalised and upper case, each without and with a full stop.
std::vector<std::string> spellings(const std::string& name) {
  std::vector<std::string> all;
  for (const std::string& word : {name, upper(name, 1), upper(name, name.size())}) {
    all.push_back(word);
    all.push_back(word + ".");
  }
  return all;
}

// How 2023 stands after a month.
constexpr auto kYears =
    std::to_array<const char*>({" 2023",        "\u00a02023",  "-2023",     "/2023", " -2023",
                                " \u2013 2023", " månad 2023", ", 2023",    " 23",   "-23",
                                " -23",         "\u201323",    "\u201123",  "/23",   "'23",
                                " '23",         "\u201923",    " \u201923", "2023",  "23"});

constexpr auto kLinks =
    std::to_array<const char*>({"-", "\u2013", " - ", " \u2013 ", "/", " till ", " t.o.m. ",
                                " t.o.m ", " tom ", " till och med ", "--"});

std::string text_of(int year, int month) {
  return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

std::string read(const std::string& text, const parsers::PeriodContext& context = {}) {
  const auto period = parse_period(text, context);
  return period ? period->text : "none";
}

}  // namespace

TEST_CASE("every month spelling in every form of the year", "[period][property][issue-4]") {
  const parsers::PeriodContext report{.report = parsers::canonical_period("2023-12"),
                                      .year = std::nullopt};
  for (const MonthNames& month : months()) {
    const std::string expected = text_of(2023, month.month);
    for (const std::string& name : month.names) {
      for (const std::string& spelling : spellings(name)) {
        for (const std::string year : kYears) {
          INFO(spelling + year);
          CHECK(read(spelling + year) == expected);
        }
        INFO(spelling);
        CHECK(read(spelling) == "none");
        CHECK(read(spelling, report) == expected);
        CHECK(read(spelling, {.report = std::nullopt, .year = 2023}) == expected);
      }
    }
  }
}

TEST_CASE("every span of months in every form", "[period][property][issue-4]") {
  for (const MonthNames& first : months()) {
    for (const MonthNames& last : months()) {
      if (last.month <= first.month) continue;
      const bool whole_year = first.month == 1 && last.month == 12;
      const std::string expected =
          whole_year ? "2022" : text_of(2022, first.month) + "/" + text_of(2022, last.month);
      for (const std::string& from : first.names) {
        for (const std::string& to : last.names) {
          for (const std::string link : kLinks) {
            for (const std::string year : {" 2022", "-22", " 22", "\u201922", " -22"}) {
              const std::string text = from + link + to + year;
              INFO(text);
              CHECK(read(text) == expected);
            }
            INFO(from + link + to);
            CHECK(read(from + link + to, {.report = std::nullopt, .year = 2022}) == expected);
          }
          const std::string stops = upper(from, 1) + ".\u2013" + to + ". 2022";
          INFO(stops);
          CHECK(read(stops) == expected);
        }
      }
    }
  }
}

TEST_CASE("a span over the turn of the year needs both years", "[period][property][issue-4]") {
  for (const MonthNames& first : months()) {
    for (const MonthNames& last : months()) {
      const std::string& from = first.names.back();
      const std::string& to = last.names.back();
      INFO(from << " " << to);
      const bool years = first.month == 1 && last.month == 12;
      CHECK(read(from + " 2022 - " + to + " 2023") ==
            (years ? "2022/2023" : text_of(2022, first.month) + "/" + text_of(2023, last.month)));
      CHECK(read(from + " 2023 - " + to + " 2022") == "none");
    }
  }
}
