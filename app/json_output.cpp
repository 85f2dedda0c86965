#include "app/json_output.h"

#include <cmath>

namespace app {

namespace {
double hundredths(double points) { return std::round(points * 100) / 100; }
}  // namespace

Json box_json(const extract::Rect& box) {
  if (box == extract::Rect{}) return nullptr;
  return Json::array(
      {hundredths(box.x0), hundredths(box.y0), hundredths(box.x1), hundredths(box.y1)});
}

Json diagnostics_json(const std::vector<extract::Diagnostic>& diagnostics) {
  Json list = Json::array();
  for (const extract::Diagnostic& diagnostic : diagnostics) {
    Json item;
    item["severity"] = extract::name(diagnostic.severity);
    item["code"] = diagnostic.code;
    item["page"] = diagnostic.page > 0 ? Json(diagnostic.page) : Json(nullptr);
    item["box"] = diagnostic.box ? box_json(*diagnostic.box) : Json(nullptr);
    item["message"] = diagnostic.message;
    list.push_back(std::move(item));
  }
  return list;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string json_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace app
