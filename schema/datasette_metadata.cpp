#include "schema/datasette_metadata.h"

#include <nlohmann/json.hpp>

#include "schema/export_columns.h"
#include "schema/view_texts.h"

namespace schema {

namespace {

using Json = nlohmann::ordered_json;

Json view_metadata(Database& database, const ViewText& text) {
  Json columns = Json::object();
  for (const ExportColumn& column : export_columns(database, text.view)) {
    columns[column.name] = column.description;
  }
  Json metadata = {{"title", text.title},
                   {"description", text.description},
                   {"sort", text.sort},
                   {"columns", columns}};
  if (!text.facets.empty()) metadata["facets"] = text.facets;
  return metadata;
}

}  // namespace

std::string datasette_metadata(Database& database, const std::string& name) {
  Json tables = Json::object();
  for (const ViewText& text : view_texts()) {
    tables[std::string(text.view)] = view_metadata(database, text);
  }
  Statement select =
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  while (select.step()) tables[std::string(select.text(0))] = {{"hidden", true}};
  const Json metadata = {
      {"title", "Kommunala nämnders uppgifter"},
      {"description",
       "Figures read from the reports of Swedish municipal boards. The unit of a figure stands in "
       "its row; report, page and box say where it is printed."},
      {"source", "Kommunala nämnders rapporter"},
      {"databases", {{name, {{"tables", tables}}}}}};
  return metadata.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace schema
