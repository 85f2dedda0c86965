#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "parsers/report.h"
#include "tests/support/page_drawing.h"

namespace {

// Pages that were drawn, read as a document.
class DrawnDocument final : public extract::Document {
 public:
  explicit DrawnDocument(std::vector<extract::Page> pages) : pages_(std::move(pages)) {}
  const extract::DocumentInfo& info() const override { return info_; }
  int page_count() const override { return static_cast<int>(pages_.size()); }
  extract::Page page(int number) override {
    read.push_back(number);
    extract::Page page = pages_[static_cast<std::size_t>(number) - 1];
    page.number = number;
    return page;
  }
  std::vector<int> read;

 private:
  extract::DocumentInfo info_;
  std::vector<extract::Page> pages_;
};

// A table on each page, and under the last of the even ones nothing: it may go on.
std::vector<extract::Page> pages(int count) {
  std::vector<extract::Page> drawn;
  for (int i = 1; i <= count; ++i) {
    drawn.push_back(support::draw_page(fmt::format(R"(
Verksamhetsstatistik del {0}

              Hemtjänst   Boende   Totalt
Januari              {0}      1{0}      1{0}
Februari            2{0}      3{0}      5{0}
Mars                4{0}      1{0}      5{0}

Text under tabellen som hör till sidan {0}.
)",
                                                   i % 10)));
  }
  return drawn;
}

struct All {
  std::vector<parsers::Report> parts;
  std::vector<int> read;
};

All read_in_parts(int count, int part_pages, std::function<bool(int)> wanted = {}) {
  DrawnDocument document(pages(count));
  extract::Diagnostics diagnostics;
  parsers::ReportReaderOptions options;
  options.part_pages = part_pages;
  options.longest_part = 2 * part_pages;
  options.wanted = std::move(wanted);
  parsers::ReportReader reader(document, {}, diagnostics, options);
  All all;
  while (auto part = reader.next()) all.parts.push_back(std::move(*part));
  all.read = document.read;
  return all;
}

std::vector<std::string> figures(const std::vector<parsers::Report>& parts) {
  std::vector<std::string> lines;
  for (const parsers::Report& part : parts) {
    for (const parsers::Reading& r : part.readings) {
      lines.push_back(
          fmt::format("p. {} {} {}", r.page, r.row_path.empty() ? "" : r.row_path[0], r.raw));
      CHECK(r.table < static_cast<int>(part.tables.size()));
    }
    for (const parsers::Identity& identity : part.identities) {
      CHECK(identity.result < part.readings.size());
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("A long report's parts have the figures of the whole", "[report][issue-6]") {
  const All whole = read_in_parts(9, 100);
  REQUIRE(whole.parts.size() == 1);
  const std::vector<std::string> expected = figures(whole.parts);
  CHECK(expected.size() >= 9 * 9);
  for (const int part_pages : {1, 2, 4, 9}) {
    INFO(part_pages << " pages a part");
    const All parts = read_in_parts(9, part_pages);
    CHECK(parts.parts.size() >= static_cast<std::size_t>(9 / (2 * part_pages)));
    CHECK(parts.parts.size() <= static_cast<std::size_t>(9 / part_pages + 1));
    CHECK(figures(parts.parts) == expected);
    CHECK(parts.read == whole.read);
    for (const parsers::Report& part : parts.parts) {
      CHECK(part.pages == 9);
      CHECK(part.title == whole.parts[0].title);
    }
  }
}

TEST_CASE("Pages that are not wanted are not opened, the others are read", "[report][issue-6]") {
  const All all = read_in_parts(6, 100, [](int page) { return page != 3 && page != 6; });
  CHECK(all.read == std::vector<int>{1, 2, 4, 5});
  for (const parsers::Reading& reading : all.parts.at(0).readings) {
    CHECK(reading.page != 3);
    CHECK(reading.page != 6);
  }
  CHECK(all.parts.at(0).pages == 6);
}

TEST_CASE("A report of no wanted pages is one empty part", "[report][issue-6]") {
  const All all = read_in_parts(3, 1, [](int) { return false; });
  CHECK(all.read.empty());
  CHECK(figures(all.parts).empty());
  CHECK_FALSE(all.parts.empty());
}

TEST_CASE("Parts put together are numbered as one report", "[report][issue-6]") {
  // More pages than a part has.
  const int count = parsers::ReportReaderOptions{}.part_pages + 20;
  DrawnDocument document(pages(count));
  extract::Diagnostics diagnostics;
  const parsers::Report report = parsers::read_report(document, {}, diagnostics);
  CHECK(report.tables.size() == static_cast<std::size_t>(count));
  for (const parsers::Reading& reading : report.readings) {
    if (reading.table < 0) continue;
    CHECK(report.tables.at(static_cast<std::size_t>(reading.table)).page == reading.page);
  }
  for (const parsers::Identity& identity : report.identities) {
    const int page = report.readings.at(identity.result).page;
    for (const parsers::IdentityTerm& term : identity.terms) {
      CHECK(report.readings.at(term.reading).page == page);
    }
  }
}
