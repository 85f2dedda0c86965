// The structure tree of tests/data/tagged.pdf; hostile trees must end.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/document.h"

namespace {

std::string text_of(const extract::Page& page, const extract::TaggedCell& cell) {
  std::string text;
  for (const int id : cell.content_ids) {
    for (const extract::Word& word : page.words) {
      if (word.content_id == id) text += word.text;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("tagged tables with spans, over two pages") {
  extract::Diagnostics diagnostics;
  const auto document =
      extract::open_document(std::string(NAMNDATA_TEST_DATA) + "/tagged.pdf", diagnostics);
  CHECK(document->info().tagged);
  CHECK(document->info().language == "sv-SE");

  const extract::Page first = document->page(1);
  REQUIRE(first.tagged_tables.size() == 2);
  const extract::TaggedTable& table = first.tagged_tables[0];
  // Head, two rows with content, one empty row that follows them; the last row is on page 2.
  REQUIRE(table.rows.size() == 4);
  CHECK(table.rows[0].head);
  CHECK_FALSE(table.rows[1].head);
  REQUIRE(table.rows[0].cells.size() == 1);
  const extract::TaggedCell& head = table.rows[0].cells[0];
  CHECK(head.header);            // by two steps of the role map
  CHECK(head.column_span == 2);  // by a class
  CHECK(text_of(first, head) == "2023");
  REQUIRE(table.rows[1].cells.size() == 2);
  CHECK(table.rows[1].cells[0].row_span == 2);  // an array of attributes
  CHECK(text_of(first, table.rows[1].cells[0]) == "Antal");
  CHECK(text_of(first, table.rows[1].cells[1]) == "5");  // without the nested table's text
  CHECK(text_of(first, table.rows[2].cells[0]) == "Timmar");
  // Content 0 of a form is not content 0 of the page.
  CHECK(text_of(first, table.rows[2].cells[1]) == "7");
  CHECK(text_of(first, first.tagged_tables[1].rows[0].cells[0]) == "inre");

  const extract::Page second = document->page(2);
  REQUIRE(second.tagged_tables.size() == 1);
  CHECK(second.tagged_tables[0].id == table.id);
  REQUIRE(second.tagged_tables[0].rows.size() == 1);
  CHECK(text_of(second, second.tagged_tables[0].rows[0].cells[1]) == "9");
}

TEST_CASE("a tree too deep to be meant is given up, not the page") {
  extract::Diagnostics diagnostics;
  const auto document =
      extract::open_document(std::string(NAMNDATA_TEST_DATA) + "/deep_tags.pdf", diagnostics);
  const extract::Page page = document->page(1);
  CHECK(page.words.size() == 1);
  CHECK(page.tagged_tables.empty());
}
