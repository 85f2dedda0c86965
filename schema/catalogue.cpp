#include "schema/catalogue.h"

#include <charconv>
#include <unordered_map>

#include "extract/error.h"
#include "schema/csv.h"
#include "schema/embedded.h"
#include "schema/label_key.h"
#include "schema/label_matcher.h"

namespace schema {

namespace {

[[noreturn]] void fail(const CsvTable& table, std::size_t row, const std::string& message) {
  throw extract::Error(extract::ErrorCode::bad_argument, table.place(),
                       "line " + std::to_string(table.line(row)) + ": " + message);
}

template <typename Integer>
Integer number(const CsvTable& table, std::size_t row, std::string_view column) {
  const std::string& text = table.field(row, column);
  Integer result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc{} || end != text.data() + text.size()) {
    fail(table, row, "not a number: " + text);
  }
  return result;
}

std::vector<Municipality> read_municipalities(const CsvTable& table) {
  std::vector<Municipality> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    rows.push_back({table.field(i, "code"), table.field(i, "name"), table.field(i, "official_name"),
                    table.field(i, "county_code"), table.field(i, "county"),
                    table.field(i, "region"), table.field(i, "domain"),
                    table.field(i, "common_word") == "1"});
  }
  return rows;
}

std::vector<Population> read_population(const CsvTable& table) {
  std::vector<Population> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    rows.push_back({table.field(i, "code"), number<int>(table, i, "year"),
                    number<std::int64_t>(table, i, "population")});
  }
  return rows;
}

std::vector<RsCode> read_rs_codes(const CsvTable& table) {
  std::vector<RsCode> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    rows.push_back(
        {table.field(i, "code"), table.field(i, "name"), table.field(i, "total") == "1"});
  }
  return rows;
}

std::vector<Area> read_areas(const CsvTable& table) {
  std::vector<Area> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    rows.push_back({table.field(i, "id"), table.field(i, "name"), table.field(i, "headings")});
  }
  return rows;
}

Aggregation read_aggregation(const CsvTable& table, std::size_t row) {
  const std::string& text = table.field(row, "aggregation");
  if (text == "flow") return Aggregation::flow;
  if (text == "stock") return Aggregation::stock;
  fail(table, row, "aggregation is flow or stock, not \"" + text + "\"");
}

std::vector<Indicator> read_indicators(const CsvTable& table) {
  std::vector<Indicator> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.field(i, "id").empty()) fail(table, i, "an indicator without id");
    rows.push_back({table.field(i, "id"), table.field(i, "name"), table.field(i, "definition"),
                    table.field(i, "unit"), read_aggregation(table, i), table.field(i, "area"),
                    table.field(i, "not_to_confuse_with"), table.field(i, "rs_code"),
                    table.field(i, "kolada_id")});
  }
  return rows;
}

std::vector<Alias> read_aliases(const CsvTable& table) {
  std::vector<Alias> rows;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table.field(i, "label").empty()) fail(table, i, "an alias without label");
    rows.push_back({table.field(i, "indicator"), table.field(i, "label"),
                    table.field(i, "required"), table.field(i, "excluded"), table.field(i, "board"),
                    table.field(i, "unit"), table.field(i, "kind")});
  }
  return rows;
}

// "Linköpings" of "Linköping"; names that end in s, x or z stay: "Borås", "Kalix".
std::string genitive(const std::string& name) {
  const char last = name.back();
  return last == 's' || last == 'x' || last == 'z' ? name : name + 's';
}

template <typename T>
void append(std::vector<T>& all, std::vector<T> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

const char* name(Aggregation aggregation) {
  return aggregation == Aggregation::flow ? "flow" : "stock";
}

struct Catalogue::Index {
  using Map = std::unordered_map<std::string, std::size_t>;
  Map municipality_codes, municipality_names, indicator_ids, indicator_names, rs_codes;
  std::unordered_map<std::string, std::string> boards;
};

Catalogue::Catalogue() : index_(std::make_unique<Index>()) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

const Catalogue& Catalogue::builtin() {
  static const Catalogue catalogue = with_additions("", "");
  return catalogue;
}

Catalogue Catalogue::with_additions(std::string_view more_indicators,
                                    std::string_view more_aliases) {
  using namespace embedded;
  Catalogue result;
  result.municipalities_ =
      read_municipalities(CsvTable::parse(municipalities_csv, "municipalities.csv"));
  result.population_ = read_population(CsvTable::parse(population_csv, "population.csv"));
  result.rs_codes_ = read_rs_codes(CsvTable::parse(rs_codes_csv, "rs_codes.csv"));
  result.areas_ = read_areas(CsvTable::parse(areas_csv, "areas.csv"));
  result.indicators_ = read_indicators(CsvTable::parse(indicators_csv, "indicators.csv"));
  result.aliases_ = read_aliases(CsvTable::parse(aliases_csv, "aliases.csv"));
  append(result.indicators_,
         read_indicators(CsvTable::parse(more_indicators, "the added indicators")));
  append(result.aliases_, read_aliases(CsvTable::parse(more_aliases, "the added aliases")));

  Index& index = *result.index_;
  for (std::size_t i = 0; i < result.municipalities_.size(); ++i) {
    const Municipality& m = result.municipalities_[i];
    index.municipality_codes.emplace(m.code, i);
    for (const std::string& stem : {m.name, genitive(m.name)}) {
      index.municipality_names.emplace(label_key(stem), i);
      index.municipality_names.emplace(label_key(stem + " kommun"), i);
      index.municipality_names.emplace(label_key(stem + " stad"), i);
    }
    index.municipality_names.emplace(label_key(m.official_name), i);
  }
  for (std::size_t i = 0; i < result.indicators_.size(); ++i) {
    if (!index.indicator_ids.emplace(result.indicators_[i].id, i).second) {
      throw extract::Error(extract::ErrorCode::bad_argument, "indicators.csv",
                           "two indicators are named " + result.indicators_[i].id);
    }
    index.indicator_names.emplace(label_key(result.indicators_[i].name), i);
  }
  for (std::size_t i = 0; i < result.rs_codes_.size(); ++i) {
    index.rs_codes.emplace(result.rs_codes_[i].code, i);
  }
  const CsvTable boards = CsvTable::parse(boards_csv, "boards.csv");
  for (std::size_t i = 0; i < boards.size(); ++i) {
    index.boards.emplace(label_key(boards.field(i, "alias")), boards.field(i, "name"));
    index.boards.emplace(label_key(boards.field(i, "name")), boards.field(i, "name"));
  }
  result.labels_ =
      std::make_unique<LabelMatcher>(result.indicators_, result.areas_, result.aliases_);
  std::string texts;
  for (const std::string_view text :
       {municipalities_csv, population_csv, rs_codes_csv, areas_csv, indicators_csv, aliases_csv,
        boards_csv, more_indicators, more_aliases}) {
    texts += std::to_string(stable_hash(text)) + ' ';
  }
  result.fingerprint_ = std::to_string(stable_hash(texts));
  return result;
}

const Municipality* Catalogue::municipality(std::string_view code) const {
  const auto found = index_->municipality_codes.find(std::string(code));
  return found == index_->municipality_codes.end() ? nullptr : &municipalities_[found->second];
}

const Municipality* Catalogue::find_municipality(std::string_view text) const {
  if (const Municipality* by_code = municipality(text)) return by_code;
  const auto found = index_->municipality_names.find(label_key(text));
  return found == index_->municipality_names.end() ? nullptr : &municipalities_[found->second];
}

const Indicator* Catalogue::indicator(std::string_view id) const {
  const auto found = index_->indicator_ids.find(std::string(id));
  return found == index_->indicator_ids.end() ? nullptr : &indicators_[found->second];
}

const Indicator* Catalogue::find_indicator(std::string_view text) const {
  if (const Indicator* by_id = indicator(text)) return by_id;
  const auto found = index_->indicator_names.find(label_key(text));
  return found == index_->indicator_names.end() ? nullptr : &indicators_[found->second];
}

const RsCode* Catalogue::rs_code(std::string_view code) const {
  const auto found = index_->rs_codes.find(std::string(code));
  return found == index_->rs_codes.end() ? nullptr : &rs_codes_[found->second];
}

std::string Catalogue::board_name(std::string_view printed) const {
  const auto found = index_->boards.find(label_key(printed));
  return found == index_->boards.end() ? std::string(printed) : found->second;
}

}  // namespace schema
