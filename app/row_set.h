#pragma once
// RowSet: the answer of a database command as named columns and rows, printed as an aligned table,
// CSV or JSON. For answers of a few thousand rows at most; RowWriter writes longer ones.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "app/json_output.h"
#include "app/row_writer.h"
#include "schema/database.h"

namespace app {

struct RowSet {
  std::vector<std::string> columns;
  std::vector<std::vector<Json>> rows;  // texts, integers or null
  // So many of the columns are for reading; digests and the like stand behind them, and are left
  // out of a table. 0: all are.
  std::size_t readable = 0;
};

// Runs a query whose texts stay texts; columns named in `integers` become numbers. NULL is null.
RowSet query_rows(schema::Statement& query, std::span<const std::string_view> integers = {});

// table: readable columns, a head in capitals, long texts cut, numbers to the right; nothing but
// the head when there are no rows. csv and json: as RowWriter has them.
std::string print_rows(const RowSet& rows, RowFormat format);

// --format table|csv|json
void add_row_format(CLI::App& cli, RowFormat& format);
// --db FILE, required
void add_database(CLI::App& cli, std::string& file);

}  // namespace app
