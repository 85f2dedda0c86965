#include "app/reading_output.h"

#include <fmt/format.h>

#include "app/json_output.h"
#include "app/text_table.h"
#include "schema/csv.h"

namespace app {

using parsers::Reading;
using parsers::Report;

namespace {

std::string period_text(const std::optional<parsers::Period>& period) {
  return period ? period->text : "";
}

std::string value_text(const Reading& reading) {
  return reading.value ? reading.value->to_string() : "";
}

std::string box_text(const extract::Rect& box) {
  if (box == extract::Rect{}) return "";
  return fmt::format("{:.2f} {:.2f} {:.2f} {:.2f}", box.x0, box.y0, box.x1, box.y1);
}

Json municipality_json(const schema::Municipality* municipality) {
  if (municipality == nullptr) return nullptr;
  Json json;
  json["code"] = municipality->code;
  json["name"] = municipality->name;
  return json;
}

Json observation_json(const Reading& reading, const schema::Observation& observation) {
  Json json;
  json["row"] = observation.row_label;
  json["column"] = observation.column_label;
  json["kind"] = reading.kind;
  json["table"] = reading.table_title;
  json["section"] = reading.section;
  json["period"] = text_or_null(period_text(reading.period));
  json["measure"] = text_or_null(reading.measure);
  json["value"] = text_or_null(value_text(reading));
  json["unit"] = text_or_null(reading.unit);
  json["raw"] = reading.raw;
  json["missing"] = reading.missing ? Json(parsers::name(*reading.missing)) : Json(nullptr);
  json["page"] = reading.page;
  json["box"] = box_json(reading.box);
  json["source"] = parsers::name(reading.source);
  json["method"] = parsers::name(reading.method);
  json["status"] = parsers::name(reading.status);
  json["checks"] = reading.checks;
  json["indicator"] = text_or_null(observation.indicator);
  return json;
}

}  // namespace

std::string report_json(const UnderstoodReport& understood) {
  const Report& report = understood.report;
  Json json;
  json["document"] = report.info.name;
  json["sha256"] = report.info.sha256;
  json["pages"] = report.pages;
  json["municipality"] = municipality_json(understood.municipality);
  json["board"] = text_or_null(report.board);
  json["title"] = report.title;
  json["period"] = text_or_null(period_text(report.period));
  Json observations = Json::array(), missing_values = Json::array();
  for (const schema::Observation& observation : understood.observations) {
    const Reading& reading = report.readings[observation.reading];
    Json& list = reading.missing ? missing_values : observations;
    list.push_back(observation_json(reading, observation));
  }
  json["observations"] = std::move(observations);
  json["missing_values"] = std::move(missing_values);
  json["diagnostics"] = diagnostics_json(understood.diagnostics);
  return json_line(json);
}

std::string report_jsonl(const UnderstoodReport& understood) {
  const Report& report = understood.report;
  std::string lines;
  for (const schema::Observation& observation : understood.observations) {
    Json json;
    json["document"] = report.info.name;
    json.update(observation_json(report.readings[observation.reading], observation));
    lines += json_line(json);
  }
  return lines;
}

std::string report_csv_header() {
  return schema::csv_row({"document", "page", "box", "section", "table", "kind", "row", "column",
                          "period", "measure", "value", "unit", "raw", "missing", "source",
                          "method", "status", "indicator"});
}

std::string report_csv(const UnderstoodReport& understood) {
  const Report& report = understood.report;
  std::string csv;
  for (const schema::Observation& observation : understood.observations) {
    const Reading& reading = report.readings[observation.reading];
    csv += schema::csv_row(
        {report.info.name, fmt::format("{}", reading.page), box_text(reading.box), reading.section,
         reading.table_title, reading.kind, observation.row_label, observation.column_label,
         period_text(reading.period), reading.measure, value_text(reading), reading.unit,
         reading.raw, reading.missing ? parsers::name(*reading.missing) : "",
         parsers::name(reading.source), parsers::name(reading.method),
         parsers::name(reading.status), observation.indicator});
  }
  return csv;
}

std::string report_text(const UnderstoodReport& understood) {
  const Report& report = understood.report;
  std::string text = report.info.name;
  if (!report.title.empty()) text += "\n  " + report.title;
  text += fmt::format(
      "\n  {}{}{}{}{}\n  {} pages, {} figures\n",
      understood.municipality == nullptr ? "municipality unknown" : understood.municipality->name,
      report.board.empty() ? "" : ", ", report.board, report.period ? ", " : "",
      period_text(report.period), report.pages, report.readings.size());
  std::vector<std::vector<std::string>> rows = {
      {"PAGE", "ROW", "COLUMN", "PERIOD", "MEASURE", "VALUE", "UNIT", "STATUS"}};
  for (const schema::Observation& observation : understood.observations) {
    const Reading& reading = report.readings[observation.reading];
    rows.push_back({fmt::format("{}", reading.page), observation.row_label,
                    observation.column_label, period_text(reading.period), reading.measure,
                    reading.value ? value_text(reading) : fmt::format("({})", reading.raw),
                    reading.unit, parsers::name(reading.status)});
  }
  using enum Align;
  return text + text_table(rows, {right, left, left, left, left, right, left, left}, true);
}

}  // namespace app
