// namndata search WORD… --db FILE: pages whose text has all the words.

#include <fmt/format.h>

#include <array>

#include "app/commands.h"
#include "app/row_set.h"
#include "schema/open_database.h"

namespace app {

namespace {

constexpr std::array<std::string_view, 1> kPages = {"page"};

// Each argument as a phrase: SQLite's own query language has no place on a command line.
std::string phrases(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    query += query.empty() ? "\"" : " \"";
    for (const char c : word) {
      if (c == '"') query += '"';
      query += c;
    }
    query += '"';
  }
  return query;
}

// Each page with its hit below it, whole: in a column the hit could be cut off.
std::string hits_text(const RowSet& rows) {
  std::string text;
  for (const std::vector<Json>& row : rows.rows) {
    const auto part = [&](std::size_t column) {
      return row[column].is_null() ? "" : row[column].get<std::string>() + ", ";
    };
    text += fmt::format("{}{}{}page {}\n  {}\n", part(0), part(1), part(2), row[3].dump(),
                        row[4].get<std::string>());
  }
  return text;
}

}  // namespace

ExitStatus run_search(const Command& command, const Arguments& arguments, Console& console) {
  CommandLine line(command);
  std::string file;
  std::vector<std::string> words;
  RowFormat format = RowFormat::table;
  line.cli.add_option("WORD", words, "words or \"phrases\" that must all stand on a page")
      ->required();
  add_database(line.cli, file);
  add_row_format(line.cli, format);
  if (auto over = line.parse(arguments, console)) return *over;

  schema::Database database = schema::open_database(file, schema::Access::read_only);
  schema::Statement query = database.prepare(
      "SELECT m.name AS municipality, r.board, r.document AS report, p.number AS page, "
      "replace(replace(snippet(page_text, 0, '[', ']', '…', 12), char(9), ' '), char(10), ' ') "
      "AS text, "
      "r.sha256 AS report_sha256 "
      "FROM page_text JOIN page AS p ON p.id = page_text.rowid "
      "JOIN report AS r ON r.id = p.report_id "
      "LEFT JOIN municipality AS m ON m.code = r.municipality_code "
      "WHERE page_text MATCH ?1 ORDER BY r.municipality_code, r.document, r.sha256, p.number");
  query.bind(1, phrases(words));
  const RowSet rows = query_rows(query, kPages);
  console.out(format == RowFormat::table ? hits_text(rows) : print_rows(rows, format));
  return ExitStatus::done;
}

}  // namespace app
