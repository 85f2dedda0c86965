#include "extract/drawn_paths.h"

#include <catch2/catch.hpp>
#include <limits>
#include <vector>

namespace {

using extract::Page;
using extract::Paint;
using extract::Subpath;

constexpr extract::Rect kAll{0, 0, 400, 300};

Page page_400_by_300() {
  Page page;
  page.width = 400;
  page.height = 300;
  return page;
}

Subpath lines(const std::vector<std::pair<double, double>>& points, bool closed = false) {
  Subpath subpath;
  for (const auto& [x, y] : points) subpath.points.push_back({x, y, false});
  subpath.closed = closed;
  return subpath;
}

Subpath box(double x0, double y0, double x1, double y1) {
  return lines({{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}}, true);
}

Page stroked(const Subpath& path, const Paint& paint = {kAll, {}, 1, false}) {
  Page page = page_400_by_300();
  extract::PathSorter(page).stroke({path}, paint);
  return page;
}

Page filled(const std::vector<Subpath>& path, const Paint& paint = {kAll, {}, 0, false}) {
  Page page = page_400_by_300();
  extract::PathSorter(page).fill(path, paint);
  return page;
}

}  // namespace

TEST_CASE("strokes: how many rulings and paths they make") {
  struct Case {
    const char* what;
    Subpath path;
    std::size_t rulings, paths;
  };
  const std::vector<Case> cases = {
      {"level", lines({{10, 10}, {100, 10}}), 1, 0},
      {"a little off level", lines({{10, 10}, {100, 10.4}}), 1, 0},
      {"slanting", lines({{10, 10}, {100, 12}}), 0, 1},
      {"a point", lines({{10, 10}, {10, 10}}), 0, 0},
      {"too short", lines({{10, 10}, {10.5, 10}}), 0, 0},
      {"box", box(10, 10, 50, 50), 4, 0},
      {"three sides, closed", lines({{10, 10}, {50, 10}, {50, 50}, {10, 50}}, true), 4, 0},
      {"three sides, open", lines({{10, 10}, {50, 10}, {50, 50}, {10, 50}}), 3, 0},
      {"triangle", lines({{10, 10}, {50, 10}, {30, 50}}, true), 1, 1},
      {"off the page", lines({{10, 310}, {100, 310}}), 0, 0},
  };
  for (const Case& one : cases) {
    INFO(one.what);
    const Page page = stroked(one.path);
    CHECK(page.rulings.size() == one.rulings);
    CHECK(page.paths.size() == one.paths);
    CHECK(page.fills.empty());
  }
}

TEST_CASE("a stroked curve is a path") {
  Subpath path;
  path.points = {{10, 10, false}, {20, 40, true}, {30, 40, true}, {40, 10, false}, {80, 10, false}};
  const Page page = stroked(path);
  REQUIRE(page.paths.size() == 1);
  CHECK(page.paths[0].curves == 1);
  CHECK(page.rulings.size() == 1);
}

TEST_CASE("fills: thin ones are rulings, the page's size is background") {
  struct Case {
    const char* what;
    std::vector<Subpath> path;
    std::size_t rulings, fills, paths;
  };
  const std::vector<Case> cases = {
      {"thin", {box(10, 10, 100, 10.5)}, 1, 0, 0},
      {"2.4 high", {box(10, 10, 100, 12.4)}, 1, 0, 0},
      {"2.6 high", {box(10, 10, 100, 12.6)}, 0, 1, 0},
      {"no height at all", {box(10, 10, 100, 10)}, 1, 0, 0},
      {"a corner square", {box(10, 10, 10.5, 10.5)}, 0, 0, 0},
      {"two lines in one path", {box(10, 10, 100, 10.5), box(10, 20, 100, 20.5)}, 2, 0, 0},
      {"a band", {box(10, 10, 100, 30)}, 0, 1, 0},
      {"the page", {box(0, 0, 400, 300)}, 0, 0, 0},
      {"more than the page", {box(-10, -10, 500, 400)}, 0, 0, 0},
      {"triangle", {lines({{10, 10}, {50, 10}, {30, 50}}, true)}, 0, 0, 1},
      {"a frame", {box(10, 10, 100, 30), box(11, 11, 99, 29)}, 4, 0, 0},
      {"a frame, inside first", {box(11, 11, 99, 29), box(10, 10, 100, 30)}, 4, 0, 0},
      {"a frame without a top", {box(10, 10, 100, 30), box(11, 10, 99, 29)}, 3, 0, 0},
      {"a box in a box", {box(10, 10, 100, 90), box(40, 40, 60, 60)}, 0, 2, 0},
      {"outside", {box(410, 10, 500, 100)}, 0, 0, 0},
  };
  for (const Case& one : cases) {
    INFO(one.what);
    const Page page = filled(one.path);
    CHECK(page.rulings.size() == one.rulings);
    CHECK(page.fills.size() == one.fills);
    CHECK(page.paths.size() == one.paths);
  }
}

TEST_CASE("what the clip hides is cut") {
  const Paint narrow{{50, 0, 60, 300}, {}, 1, false};
  const Page page = stroked(lines({{10, 10}, {100, 10}}), narrow);
  REQUIRE(page.rulings.size() == 1);
  CHECK(page.rulings[0].from == 50);
  CHECK(page.rulings[0].to == 60);
  CHECK(stroked(lines({{10, 10}, {10, 100}}), narrow).rulings.empty());
  const Page band = filled({box(0, 10, 400, 40)}, narrow);
  REQUIRE(band.fills.size() == 1);
  CHECK(band.fills[0].box == extract::Rect{50, 10, 60, 40});
  // A band of which a hair is seen is a line.
  const Page hair = filled({box(0, 10, 400, 40)}, {{50, 10, 200, 11}, {}, 0, false});
  CHECK(hair.fills.empty());
  REQUIRE(hair.rulings.size() == 1);
  CHECK(hair.rulings[0].thickness == 1);
}

TEST_CASE("a fill drawn twice in a row counts once") {
  Page page = page_400_by_300();
  extract::PathSorter sorter(page);
  const Paint blue{kAll, {0, 0, 255}, 0, false};
  const Paint white{kAll, {255, 255, 255}, 0, false};
  sorter.fill({box(10, 10, 100, 30)}, blue);
  sorter.fill({box(10, 10, 100, 30)}, blue);
  sorter.fill({box(10, 10, 100, 30)}, white);
  CHECK(page.fills.size() == 2);
}

TEST_CASE("a line as thick as a band is a band") {
  const Page page = stroked(lines({{10, 50}, {100, 50}}), {kAll, {200, 200, 200}, 20, false});
  CHECK(page.rulings.empty());
  REQUIRE(page.fills.size() == 1);
  CHECK(page.fills[0].box == extract::Rect{10, 40, 100, 60});
}

TEST_CASE("coordinates that are no numbers draw nothing") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const double endless = std::numeric_limits<double>::infinity();
  for (const double bad : {none, endless, -endless}) {
    CHECK(stroked(lines({{10, bad}, {100, bad}})).rulings.empty());
    CHECK(stroked(lines({{bad, bad}, {bad, bad}})).rulings.empty());
    CHECK(filled({box(bad, bad, bad, bad)}).fills.empty());
  }
}
