#pragma once
// What the columns of the views are: their type and a description, for the exports that tell it
// (Frictionless, Datasette) or write numbers as numbers (JSON lines, XLSX). A name means the same
// in every view.

#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace schema {

enum class ColumnType { text, integer, number, date };

struct ExportColumn {
  std::string name;
  ColumnType type = ColumnType::text;
  std::string description;  // "" for a column that export_columns.cpp does not know
};

ExportColumn export_column(std::string_view name);
// The columns of a view or table of the database, in their order.
std::vector<ExportColumn> export_columns(Database& database, std::string_view view);

}  // namespace schema
