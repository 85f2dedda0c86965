#include "app/overlay.h"

#include <catch2/catch.hpp>

namespace {

app::OverlayPage sample() {
  app::OverlayPage overlay;
  overlay.page.number = 2;
  overlay.page.width = 200;
  overlay.page.height = 100;
  extract::Word word;
  word.text = "<45>";
  word.box = {10, 20, 30, 32};
  word.baseline = 30;
  word.font_size = 10;
  overlay.page.words = {word};
  extract::Ruling ruling;
  ruling.horizontal = false;
  ruling.position = 50;
  ruling.from = 5;
  ruling.to = 95;
  overlay.page.rulings = {ruling};
  parsers::Table table;
  table.page = 1;  // goes on over page 2
  table.reason = "rulings that cross";
  parsers::Cell first, second;
  first.page = 1;
  first.box = {1, 1, 2, 2};
  second.page = 2;
  second.row = 1;
  second.box = {10, 20, 30, 32};
  second.role = parsers::CellRole::stub;
  table.cells = {first, second};
  overlay.report.tables = {table};
  parsers::Reading reading;
  reading.page = 2;
  reading.box = word.box;
  reading.value = parsers::Decimal{45, 0};
  reading.status = parsers::Status::contradicted;
  overlay.report.readings = {reading};
  overlay.diagnostics = {
      {extract::Severity::info, "no-table", 2, extract::Rect{1, 1, 9, 9}, "nothing but text"},
      {extract::Severity::info, "no-table", 1, extract::Rect{1, 1, 9, 9}, "on another page"}};
  return overlay;
}

std::string layer(const std::string& svg, const std::string& id) {
  const auto start = svg.find("<g id=\"" + id + "\">");
  REQUIRE(start != std::string::npos);
  return svg.substr(start, svg.find("</g>", start) - start);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each layer shows its things, with what is known of them", "[overlay]") {
  const std::string svg = app::overlay_svg(sample());
  CHECK(has(svg, "viewBox=\"0 0 200.00 100.00\""));
  CHECK(has(layer(svg, "words"), "&lt;45&gt;</text>"));
  CHECK(has(layer(svg, "rulings"), "x1=\"50.00\" y1=\"5.00\" x2=\"50.00\" y2=\"95.00\""));
  CHECK(has(layer(svg, "tables"), "rulings that cross"));
  CHECK(has(layer(svg, "tables"), "x=\"10.00\" y=\"20.00\""));  // only its part on this page
  CHECK(has(layer(svg, "cells"), "class=\"stub\""));
  CHECK_FALSE(has(layer(svg, "cells"), "class=\"data\""));  // on page 1
  CHECK(has(layer(svg, "readings"), "class=\"contradicted\""));
  CHECK(has(layer(svg, "diagnostics"), "nothing but text"));
  CHECK_FALSE(has(layer(svg, "diagnostics"), "on another page"));
  CHECK_FALSE(has(layer(svg, "images"), "<rect"));
}

TEST_CASE("the HTML form has a checkbox for each layer", "[overlay]") {
  const std::string html = app::overlay_html(sample(), "a & b");
  CHECK(has(html, "<title>a &amp; b</title>"));
  std::size_t boxes = 0, layers = 0;
  for (std::size_t at = 0; (at = html.find("type=\"checkbox\"", at)) != std::string::npos; ++at) {
    ++boxes;
  }
  for (std::size_t at = 0; (at = html.find("<g id=", at)) != std::string::npos; ++at) ++layers;
  CHECK(boxes == layers);
  CHECK(layers == 9);
}
