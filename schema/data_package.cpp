#include "schema/data_package.h"

#include <nlohmann/json.hpp>

#include "schema/export_columns.h"
#include "schema/report_link.h"
#include "schema/view_texts.h"

namespace schema {

namespace {

using Json = nlohmann::ordered_json;

const char* type_name(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "integer";
    case ColumnType::number:
      return "number";
    case ColumnType::date:
      return "date";
    case ColumnType::text:
      break;
  }
  return "string";
}

Json table_schema(Database& database, std::string_view table, std::string_view key) {
  Json fields = Json::array();
  for (const ExportColumn& column : export_columns(database, table)) {
    Json field = {{"name", column.name}, {"type", type_name(column.type)}};
    if (!column.description.empty()) field["description"] = column.description;
    if (column.name == key) field["constraints"] = {{"required", true}, {"unique", true}};
    fields.push_back(field);
  }
  Json result = {{"fields", fields}, {"missingValues", {""}}};
  if (!key.empty()) result["primaryKey"] = key;
  return result;
}

Json resource(std::string_view name, std::string_view title, std::string_view description,
              Json schema) {
  return {{"name", name},
          {"path", std::string(name) + ".csv"},
          {"profile", "tabular-data-resource"},
          {"title", title},
          {"description", description},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"dialect", {{"delimiter", ","}, {"lineTerminator", "\n"}, {"doubleQuote", true}}},
          {"schema", std::move(schema)}};
}

Json sources(Database& database) {
  Json list = Json::array();
  Statement select = database.prepare(
      "SELECT document, ifnull(source_url, '') FROM report ORDER BY document, sha256");
  while (select.step()) {
    Json source = {{"title", select.text(0)}};
    if (const std::string path = web_address(select.text(1)); !path.empty()) source["path"] = path;
    list.push_back(source);
  }
  list.push_back({{"title", "SCB, folkmängd 31 december"}, {"path", "https://www.scb.se/"}});
  return list;
}

}  // namespace

std::vector<std::string> data_package_tables() {
  std::vector<std::string> tables;
  for (const ViewText& text : view_texts()) tables.emplace_back(text.view);
  tables.emplace_back("indicator");
  return tables;
}

std::string data_package_json(Database& database) {
  Json resources = Json::array();
  for (const ViewText& text : view_texts()) {
    Json schema = table_schema(database, text.view, text.key);
    if (text.view == "comparison") {
      schema["foreignKeys"] = {
          {{"fields", "indicator"}, {"reference", {{"resource", "indicator"}, {"fields", "id"}}}}};
    }
    resources.push_back(resource(text.view, text.title, text.description, std::move(schema)));
  }
  resources.push_back(resource("indicator", "Indikatorer",
                               "What the indicators of the catalogue mean, and their units.",
                               table_schema(database, "indicator", "id")));
  const Json package = {{"profile", "tabular-data-package"},
                        {"name", "namndata"},
                        {"title", "Kommunala nämnders uppgifter"},
                        {"description",
                         "Figures read from the reports of Swedish municipal boards, each with its "
                         "source. A figure's "
                         "unit stands in its row."},
                        {"sources", sources(database)},
                        {"resources", resources}};
  return package.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace schema
