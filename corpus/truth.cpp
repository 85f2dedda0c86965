#include "corpus/truth.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "extract/error.h"

namespace corpus {

namespace {

using Json = nlohmann::json;

// Missing and null both mean: left open.
std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return "";
  return found->get<std::string>();
}

std::vector<int> integers(const Json& object, const char* key) {
  return object.contains(key) ? object.at(key).get<std::vector<int>>() : std::vector<int>{};
}

Figure figure(const Json& object) {
  Figure result;
  result.row = text(object, "row");
  result.column = text(object, "column");
  if (const std::string period = text(object, "period"); !period.empty()) {
    result.periods.push_back(period);
    if (object.contains("period_alt")) {
      for (const Json& other : object.at("period_alt")) result.periods.push_back(other);
    }
  }
  result.measure = text(object, "measure");
  result.unit = text(object, "unit");
  result.page = object.value("page", 0);
  const std::string value = text(object, "value");
  const auto decimal = parsers::Decimal::from_string(value);
  if (!decimal) throw std::runtime_error("no decimal: \"" + value + "\"");
  result.value = *decimal;
  return result;
}

std::vector<Figure> figures(const Json& object, const char* key) {
  std::vector<Figure> result;
  if (!object.contains(key)) return result;
  for (const Json& item : object.at(key)) result.push_back(figure(item));
  return result;
}

ExpectedTable table(const Json& object) {
  ExpectedTable result;
  result.id = text(object, "id");
  result.title = text(object, "title");
  result.kind = text(object, "kind");
  result.pages = integers(object, "pages");
  result.figures = figures(object, "observations");
  result.ignored = figures(object, "ignore");
  if (object.contains("cells")) {
    for (const Json& cell : object.at("cells")) {
      result.cells.push_back({cell.at(0), cell.at(1), cell.at(2), cell.at(3), cell.at(4)});
    }
  }
  return result;
}

}  // namespace

Truth load_truth(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    throw extract::Error(extract::ErrorCode::file_access, path, "expected values cannot be read");
  }
  try {
    const Json json = Json::parse(file);
    Truth truth;
    truth.document = text(json, "document");
    truth.municipality_code = text(json, "municipality_code");
    truth.board = text(json, "board");
    truth.title = text(json, "title");
    truth.period = text(json, "period");
    truth.score_pages = integers(json, "score_pages");
    for (const Json& item : json.at("tables")) truth.tables.push_back(table(item));
    if (json.contains("facts")) {
      for (const Json& item : json.at("facts")) {
        truth.facts.push_back({text(item, "label"), figure(item)});
      }
    }
    return truth;
  } catch (const std::exception& error) {
    throw extract::Error(extract::ErrorCode::bad_argument, path, error.what());
  }
}

}  // namespace corpus
