#include "schema/report_link.h"

#include <catch2/catch.hpp>

#include "tests/schema/sample_report.h"

using schema::file_address;
using schema::web_address;

TEST_CASE("the path of a file as a link", "[report_link][issue-5]") {
  struct Case {
    std::string_view path, link;
  };
  for (const Case& test :
       std::vector<Case>{{"reports/a.pdf", "reports/a.pdf"},
                         {"../nämnd/Måndag é.pdf", "../nämnd/Måndag%20é.pdf"},
                         {"a #1 100% [b].pdf", "a%20%231%20100%25%20%5Bb%5D.pdf"},
                         {"a%20b.pdf", "a%2520b.pdf"},
                         {"javascript:alert(1).pdf", "javascript%3Aalert%281%29.pdf"},
                         {"internal:A1", "internal%3AA1"},
                         {"a\\b?c&d\n.pdf", "a%5Cb%3Fc%26d%0A.pdf"},
                         {"stem\xC3.pdf", "stem%C3.pdf"},
                         {"\uFFFE.pdf", "%EF%BF%BE.pdf"},
                         {"/data/Nämnd 1.pdf", "file:///data/Nämnd%201.pdf"},
                         {"", ""}}) {
    CHECK(file_address(test.path) == test.link);
  }
}

TEST_CASE("only addresses of the web are linked as such", "[report_link][issue-5]") {
  CHECK(web_address("https://a.se/Rapport å 1.pdf#page=9") ==
        "https://a.se/Rapport%20%C3%A5%201.pdf");
  CHECK(web_address("http://a.se/a%20b.pdf?x=1&y=2") == "http://a.se/a%20b.pdf?x=1&y=2");
  CHECK(web_address("javascript:alert(1)").empty());
  CHECK(web_address("file:///etc/passwd").empty());
  CHECK(web_address("").empty());
}

TEST_CASE("the page of a report: its address, else its file from where the workbook stands",
          "[report_link][issue-5]") {
  schema::Database database = schema::open_database_in_memory();
  CHECK_FALSE(schema::ReportLinks(database, "out").any());
  const auto stored = [&](const std::string& name, const std::string& address,
                          const std::string& path) {
    sample::load(database, sample::report(name, "2023-01", {}));
    database.prepare("UPDATE report SET source_url = ?2 WHERE document = ?1")
        .bind(1, name)
        .bind(2, address)
        .step();
    database.prepare("UPDATE file SET path = ?2 WHERE path = ?1 || '.pdf'")
        .bind(1, name)
        .bind(2, path)
        .step();
  };
  stored("a", "https://a.se/x.pdf", "a.pdf");
  stored("b", "http://internal:8080/external:x.pdf", "b.pdf");
  stored("c", "", "shelf/år 1.pdf");
  stored("d", "ftp://a.se/x.pdf", "/shelf/1.pdf");
  const schema::ReportLinks links(database, "out");
  CHECK(links.any());
  CHECK(links.page_link(sample::sha("a"), "6") == "https://a.se/x.pdf#page=6");
  CHECK(links.page_link(sample::sha("b"), "6") == "http://INTERNAL:8080/external%3Ax.pdf#page=6");
  CHECK(links.page_link(sample::sha("c"), "6") == "../shelf/år%201.pdf#page=6");
  CHECK(links.page_link(sample::sha("d"), "6") == "file:///shelf/1.pdf#page=6");
  CHECK(links.page_link(sample::sha("e"), "6").empty());
}
