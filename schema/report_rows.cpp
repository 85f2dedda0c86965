#include "schema/report_rows.h"

#include <utility>

#include "parsers/identity_mend.h"
#include "schema/match.h"

namespace schema {

namespace {

Value text_or_null(std::string text) {
  if (text.empty()) return std::monostate{};
  return text;
}

void append_box(std::vector<Value>& values, const extract::Rect& box) {
  if (box == extract::Rect{}) {
    values.insert(values.end(), 4, std::monostate{});
  } else {
    values.insert(values.end(), {box.x0, box.y0, box.x1, box.y1});
  }
}

void append_value(std::vector<Value>& values, const std::optional<parsers::Decimal>& value) {
  if (value) {
    values.insert(values.end(), {value->digits, std::int64_t{value->scale}});
  } else {
    values.insert(values.end(), 2, std::monostate{});
  }
}

// Positions count from 1 through all parts of a report.
std::int64_t position(std::int64_t before, std::size_t reading) {
  return before + static_cast<std::int64_t>(reading) + 1;
}

// All text of each page: running text line by line, then the tables row by row.
std::map<int, std::string> page_texts(const parsers::Report& report) {
  std::map<int, std::string> texts;
  for (const parsers::TextPassage& passage : report.passages) {
    texts[passage.page] += passage.text + '\n';
  }
  for (const parsers::Table& table : report.tables) {
    int row = -1;
    int page = 0;
    for (const parsers::Cell& cell : table.cells) {
      if (cell.text.empty()) continue;
      if (row >= 0) texts[page] += cell.row == row && cell.page == page ? '\t' : '\n';
      row = cell.row;
      page = cell.page;
      texts[page] += cell.text;
    }
    if (row >= 0) texts[page] += '\n';
  }
  return texts;
}

}  // namespace

ReportHead report_head(const parsers::Report& report, const Identity& identity) {
  const extract::DocumentInfo& info = report.info;
  return {info.sha256,        identity,      report.board, report.title, report.period,
          info.creation_date, info.producer, info.tagged,  report.pages};
}

ReportRows::ReportRows(const Catalogue& catalogue, Sink sink)
    : catalogue_(catalogue), sink_(std::move(sink)) {}

void ReportRows::row(RowTable table, std::vector<Value> values) {
  sink_({table, std::move(values)});
}

void ReportRows::add(const parsers::Report& part) {
  const std::vector<std::int64_t> places = add_places(part);
  add_observations(part, places);
  add_signs(part, places);
  add_identities(part);
  add_pages(part);
  readings_ += static_cast<std::int64_t>(part.readings.size());
}

void ReportRows::finish(std::span<const extract::Diagnostic> diagnostics) {
  std::int64_t number = 0;
  for (const extract::Diagnostic& diagnostic : diagnostics) {
    std::vector<Value> values = {++number, name(diagnostic.severity), diagnostic.code,
                                 std::int64_t{diagnostic.page}};
    append_box(values, diagnostic.box.value_or(extract::Rect{}));
    values.emplace_back(diagnostic.message);
    row(RowTable::diagnostic, std::move(values));
  }
}

std::vector<std::int64_t> ReportRows::add_places(const parsers::Report& part) {
  std::vector<std::int64_t> places;
  for (const parsers::Reading& reading : part.readings) {
    const auto next = static_cast<std::int64_t>(places_.size()) + 1;
    const auto [place, is_new] =
        places_.emplace(std::tuple{reading.section, reading.table_title, reading.kind}, next);
    places.push_back(place->second);
    if (is_new) {
      row(RowTable::place, {next, reading.section, reading.table_title, reading.kind});
    }
  }
  return places;
}

void ReportRows::add_observations(const parsers::Report& part,
                                  const std::vector<std::int64_t>& places) {
  for (const Observation& observation : match_readings(part, catalogue_)) {
    const parsers::Reading& reading = part.readings[observation.reading];
    const std::int64_t at = position(readings_, observation.reading);
    std::vector<Value> values = {at, places[observation.reading], std::int64_t{reading.page}};
    append_box(values, reading.box);
    values.insert(values.end(), {observation.row_label, observation.column_label,
                                 text_or_null(observation.indicator), observation.match_reason,
                                 observation.series_label, observation.series, reading.measure,
                                 text_or_null(reading.period ? reading.period->text : ""),
                                 text_or_null(reading.period ? reading.period->start : ""),
                                 text_or_null(reading.period ? reading.period->end : "")});
    append_value(values, reading.value);
    values.emplace_back(reading.unit);
    append_value(values, observation.base_value);
    values.insert(values.end(),
                  {observation.base_unit, std::int64_t{reading.comparison_sign < 0 ? -1 : 1},
                   reading.raw, text_or_null(reading.missing ? name(*reading.missing) : ""),
                   reading.qualifier, std::string(name(reading.source)),
                   std::string(name(reading.method)), std::string(name(reading.status))});
    row(RowTable::observation, std::move(values));
    std::int64_t number = 0;
    for (const std::string& text : reading.checks) {
      row(RowTable::observation_check, {at, ++number, text});
    }
  }
}

// Of the tables whose identities tell how they print signs.
void ReportRows::add_signs(const parsers::Report& part, const std::vector<std::int64_t>& places) {
  for (std::size_t i = 0; i < part.readings.size(); ++i) {
    const parsers::Reading& reading = part.readings[i];
    if (reading.table < 0 || (i > 0 && part.readings[i - 1].table == reading.table)) continue;
    const auto table = static_cast<std::size_t>(reading.table);
    if (table >= part.tables.size() || part.tables[table].signs.evidence.empty()) continue;
    const parsers::SignConvention& signs = part.tables[table].signs;
    row(RowTable::sign_convention,
        {position(readings_, i), places[i], std::int64_t{reading.page}, std::int64_t{signs.costs},
         std::int64_t{signs.revenue}, std::int64_t{signs.net}, std::int64_t{signs.deviation},
         signs.evidence});
  }
}

void ReportRows::add_identities(const parsers::Report& part) {
  for (const parsers::Identity& identity : part.identities) {
    row(RowTable::identity,
        {++identities_, position(readings_, identity.result), std::string(name(identity.outcome)),
         identity.expected.to_string(), identity.tolerance.to_string(), identity.text,
         parsers::mend_text(identity, part.readings)});
    std::int64_t term = 0;
    for (const parsers::IdentityTerm& t : identity.terms) {
      row(RowTable::identity_term,
          {identities_, ++term, position(readings_, t.reading), std::int64_t{t.sign}});
    }
  }
}

void ReportRows::add_pages(const parsers::Report& part) {
  for (auto& [page, text] : page_texts(part)) {
    row(RowTable::page, {std::int64_t{page}, std::move(text)});
  }
}

}  // namespace schema
