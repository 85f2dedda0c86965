#include "schema/cube.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "extract/error.h"

namespace schema {

namespace {

constexpr std::string_view kUnknownMeasure = "okänt mått";

// Money in kronor and with its sign set right; else exactly as printed.
constexpr std::string_view kFigures =
    "SELECT c.indicator, c.base_unit, c.municipality_code, ifnull(c.board, ''), c.period, "
    "c.measure, "
    "CASE WHEN c.base_value IS NULL OR (c.base_value = c.value AND c.base_unit = c.unit) "
    "THEN c.value_text ELSE printf('%.15g', c.base_value) END, c.status, c.municipality, "
    "ifnull(i.name, c.indicator), ifnull(i.definition, '') "
    "FROM comparison AS c LEFT JOIN indicator AS i ON i.id = c.indicator";

// A key of each dimension, which sorts as its categories do.
using IndicatorKey = std::pair<std::string, std::string>;     // id, unit
using MunicipalityKey = std::pair<std::string, std::string>;  // code, board ("" all)

struct Texts {
  std::string name, note;
};

struct Figure {
  std::map<IndicatorKey, Texts>::const_iterator indicator;
  std::set<MunicipalityKey>::const_iterator municipality;
  std::set<std::string>::const_iterator period, measure;
  std::string value, status;
};

struct Figures {
  std::map<IndicatorKey, Texts> indicators;
  std::set<MunicipalityKey> municipalities;
  std::set<std::string> periods, measures;   // periods as codes
  std::map<std::string, std::string> names;  // of municipalities
  std::vector<Figure> all;
  std::int64_t other_granularities = 0;
};

Granularity commonest(Database& database) {
  std::array<std::int64_t, 5> counts{};
  Statement select = database.prepare("SELECT period, count(*) FROM comparison GROUP BY period");
  while (select.step()) {
    counts[static_cast<std::size_t>(granularity_of(select.text(0)))] += select.integer(1);
  }
  return static_cast<Granularity>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

Figures read_figures(Database& database, Granularity granularity) {
  Figures figures;
  Statement select = database.prepare(kFigures);
  while (select.step()) {
    if (granularity_of(select.text(4)) != granularity) {
      ++figures.other_granularities;
      continue;
    }
    Figure figure;
    const auto text = [&](int column) { return std::string(select.text(column)); };
    figure.indicator =
        figures.indicators.try_emplace({text(0), text(1)}, Texts{text(9), text(10)}).first;
    figure.municipality = figures.municipalities.emplace(text(2), text(3)).first;
    figures.names.try_emplace(text(2), text(8));
    figure.period = figures.periods.insert(period_code(select.text(4))).first;
    const std::string measure = text(5);
    figure.measure =
        figures.measures.insert(measure.empty() ? std::string(kUnknownMeasure) : measure).first;
    figure.value = text(6);
    figure.status = text(7);
    figures.all.push_back(std::move(figure));
  }
  return figures;
}

// Municipalities of which two boards give a figure for the same cell.
std::set<std::string> reported_by_several(const Figures& figures) {
  std::map<std::tuple<const void*, std::string_view, const void*, const void*>, const void*> boards;
  std::set<std::string> several;
  for (const Figure& figure : figures.all) {
    const auto [at, added] = boards.try_emplace(
        {&*figure.indicator, figure.municipality->first, &*figure.period, &*figure.measure},
        &*figure.municipality);
    if (!added && at->second != &*figure.municipality) several.insert(figure.municipality->first);
  }
  return several;
}

int decimals(std::string_view value) {
  const std::size_t point = value.find('.');
  return point == std::string_view::npos ? 0 : static_cast<int>(value.size() - point - 1);
}

// Names that stand twice get their code behind them: PX tells categories apart by name.
void make_labels_unique(std::vector<CubeCategory>& categories) {
  std::map<std::string, int> seen;
  for (const CubeCategory& category : categories) ++seen[category.label];
  for (CubeCategory& category : categories) {
    if (seen[category.label] > 1) category.label += " (" + category.code + ")";
  }
}

std::vector<CubeCategory> indicator_categories(const std::map<IndicatorKey, Texts>& indicators) {
  std::map<std::string, int> units;
  for (const auto& [key, texts] : indicators) ++units[key.first];
  std::vector<CubeCategory> categories;
  for (const auto& [key, texts] : indicators) {
    CubeCategory category{key.first, texts.name, key.second, texts.note, 0};
    if (units[key.first] > 1) {
      category.code += " [" + key.second + "]";
      category.label += " [" + key.second + "]";
    }
    categories.push_back(category);
  }
  make_labels_unique(categories);
  return categories;
}

template <typename Container, typename Key>
std::uint64_t place_of(const Container& sorted, const Key& key) {
  return static_cast<std::uint64_t>(
      std::distance(sorted.begin(), std::lower_bound(sorted.begin(), sorted.end(), key)));
}

}  // namespace

Granularity granularity_of(std::string_view period) {
  if (period.size() == 4) return Granularity::year;
  if (period.size() == 7) return Granularity::month;
  if (period.size() == 10) return Granularity::day;
  // 2022-01/2022-03
  if (period.size() == 15 && period.substr(0, 4) == period.substr(8, 4)) {
    const int first = (period[5] - '0') * 10 + period[6] - '0';
    const int last = (period[13] - '0') * 10 + period[14] - '0';
    if (first % 3 == 1 && last == first + 2) return Granularity::quarter;
  }
  return Granularity::range;
}

std::string period_code(std::string_view period) {
  const std::string year(period.substr(0, 4));
  switch (granularity_of(period)) {
    case Granularity::quarter:
      return year + "K" + std::to_string(((period[5] - '0') * 10 + period[6] - '0' + 2) / 3);
    case Granularity::month:
      return year + "M" + std::string(period.substr(5));
    case Granularity::year:
    case Granularity::day:
    case Granularity::range:
      break;
  }
  return std::string(period);
}

std::uint64_t Cube::size() const {
  std::uint64_t size = 1;
  for (const CubeDimension& dimension : dimensions) size *= dimension.categories.size();
  return size;
}

std::array<const CubeCategory*, 4> Cube::categories(std::uint64_t index) const {
  std::array<const CubeCategory*, 4> result{};
  for (std::size_t i = dimensions.size(); i-- > 0;) {
    const auto& categories = dimensions[i].categories;
    result[i] = &categories[index % categories.size()];
    index /= categories.size();
  }
  return result;
}

Cube build_cube(Database& database, std::optional<Granularity> granularity) {
  Cube cube;
  cube.granularity = granularity ? *granularity : commonest(database);
  const Figures figures = read_figures(database, cube.granularity);
  cube.other_granularities = figures.other_granularities;
  const std::set<std::string> several = reported_by_several(figures);

  std::vector<IndicatorKey> indicators;
  for (const auto& [key, texts] : figures.indicators) indicators.push_back(key);
  std::set<MunicipalityKey> kept;
  for (const auto& [code, board] : figures.municipalities) {
    kept.emplace(code, several.count(code) > 0 ? board : "");
  }
  const std::vector<MunicipalityKey> municipalities(kept.begin(), kept.end());
  const std::vector<std::string> periods(figures.periods.begin(), figures.periods.end());
  const std::vector<std::string> measures(figures.measures.begin(), figures.measures.end());

  cube.dimensions = {
      CubeDimension{"indicator", "indikator", indicator_categories(figures.indicators)},
      CubeDimension{"municipality", "kommun", {}}, CubeDimension{"period", "period", {}},
      CubeDimension{"measure", "mått", {}}};
  for (const auto& [code, board] : municipalities) {
    const std::string& name = figures.names.at(code);
    cube.dimensions[1].categories.push_back(
        board.empty() ? CubeCategory{code, name, "", "", 0}
                      : CubeCategory{code + " " + board, name + ", " + board, "", "", 0});
  }
  make_labels_unique(cube.dimensions[1].categories);
  for (const std::string& period : periods) {
    cube.dimensions[2].categories.push_back({period, period, "", "", 0});
  }
  for (const std::string& measure : measures) {
    cube.dimensions[3].categories.push_back({measure, measure, "", "", 0});
  }
  if (cube.size() > kMostCubeCells) {
    throw extract::Error(extract::ErrorCode::bad_argument, "--granularity",
                         "the cube would have " + std::to_string(cube.size()) +
                             " cells; choose longer periods, or export the view comparison");
  }

  for (const Figure& figure : figures.all) {
    const auto& [code, board] = *figure.municipality;
    const std::uint64_t indicator = place_of(indicators, figure.indicator->first);
    const std::uint64_t municipality =
        place_of(municipalities, MunicipalityKey(code, several.count(code) > 0 ? board : ""));
    std::uint64_t index = indicator;
    index = index * municipalities.size() + municipality;
    index = index * periods.size() + place_of(periods, *figure.period);
    index = index * measures.size() + place_of(measures, *figure.measure);
    CubeCategory& category = cube.dimensions[0].categories[indicator];
    category.decimals = std::max(category.decimals, decimals(figure.value));
    cube.cells.push_back({index, figure.value, figure.status});
  }
  const auto by_index = [](const CubeCell& a, const CubeCell& b) { return a.index < b.index; };
  std::sort(cube.cells.begin(), cube.cells.end(), by_index);
  std::vector<CubeCell> single;
  for (auto at = cube.cells.begin(); at != cube.cells.end();) {
    const auto end = std::upper_bound(at, cube.cells.end(), *at, by_index);
    if (end - at == 1) {
      single.push_back(std::move(*at));
    } else {
      cube.ambiguous += end - at;
    }
    at = end;
  }
  cube.cells = std::move(single);
  return cube;
}

}  // namespace schema
