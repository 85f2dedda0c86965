// docs/schema.md tells of every table, view, column of a view and index.

#include <catch2/catch.hpp>

#include "tests/schema/sample_report.h"
#include "tests/support/temp_dir.h"

TEST_CASE("docs/schema.md names every table and view", "[docs]") {
  const std::string text = support::read_file(NAMNDATA_SOURCE_DIR "/docs/schema.md");
  schema::Database database = schema::open_database_in_memory();
  for (const std::string& name :
       sample::rows(database,
                    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view', 'index') "
                    "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'page_text_%'")) {
    INFO(name);
    CHECK(text.find("`" + name + "`") != std::string::npos);
  }
  for (const std::string& view :
       sample::rows(database, "SELECT name FROM sqlite_schema WHERE type = 'view'")) {
    for (const std::string& column :
         sample::rows(database, "SELECT name FROM pragma_table_info('" + view + "')")) {
      INFO(view << "." << column);
      CHECK(text.find("`" + column + "`") != std::string::npos);
    }
  }
}
