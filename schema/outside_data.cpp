#include "schema/outside_data.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <utility>

#include "extract/error.h"
#include "extract/text_reader.h"
#include "schema/csv.h"
#include "schema/label_key.h"

namespace schema {

namespace {

constexpr std::size_t kCodeDigits = 4;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

[[noreturn]] void fail(const std::string& place, const std::string& message) {
  throw extract::Error(extract::ErrorCode::bad_argument, place, message);
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::string digits(text);
  std::erase(digits, ' ');
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (!all_digits(digits) || error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return value;
}

// The year at the end of a heading: "2023", "Folkmängd 2023".
std::optional<int> year_of(std::string_view text) {
  if (text.size() < 4 || !all_digits(text.substr(text.size() - 4))) return std::nullopt;
  if (text.size() > 4 && text[text.size() - 5] != ' ') return std::nullopt;
  const auto year = static_cast<int>(*whole_number(text.substr(text.size() - 4)));
  return year < kFirstYear || year > kLastYear ? std::nullopt : std::optional(year);
}

std::set<std::string> municipality_codes(Database& database) {
  std::set<std::string> codes;
  Statement select = database.prepare("SELECT code FROM municipality");
  while (select.step()) codes.emplace(select.text(0));
  return codes;
}

bool is_region(const std::string& heading) {
  const std::string key = label_key(heading);
  return key == "region" || key == "kommun" || key == "regionkod" || key == "kommunkod" ||
         key == "kod";
}

struct PopulationTable {
  std::vector<CsvRow> rows;
  std::size_t header = 0;
  std::optional<std::size_t> year;  // column of the year, then `values` is one column
  std::vector<std::size_t> values;
};

// The separator is the one that finds a header.
std::optional<PopulationTable> find_table(std::string_view text, const std::string& place,
                                          char separator) {
  PopulationTable table;
  table.rows = parse_csv(text, place, separator);
  const auto header = std::find_if(table.rows.begin(), table.rows.end(), [](const CsvRow& row) {
    return row.fields.size() > 1 && is_region(row.fields[0]);
  });
  if (header == table.rows.end()) return std::nullopt;
  table.header = static_cast<std::size_t>(header - table.rows.begin());
  std::size_t last = 0;
  for (std::size_t i = 1; i < header->fields.size(); ++i) {
    const std::string key = label_key(header->fields[i]);
    if (key == "år" || key == "tid" || key == "year") {
      table.year = i;
    } else if (year_of(header->fields[i])) {
      table.values.push_back(i);
    } else {
      last = i;
    }
  }
  if (table.year) table.values.assign(1, last);
  if (table.values.empty() || table.values[0] == 0) return std::nullopt;
  return table;
}

PopulationTable read_table(std::string_view text, const std::string& place) {
  for (const char separator : {';', '\t', ','}) {
    try {
      if (auto table = find_table(text, place, separator)) return *std::move(table);
    } catch (const extract::Error&) {
      if (separator == ',') throw;
    }
  }
  fail(place, "has no header with a region (or its code), and years in a column år or as headings");
}

void store_population(Database& database,
                      const std::map<std::pair<std::string, int>, std::int64_t>& persons,
                      const std::string& source) {
  Transaction transaction(database);
  Statement insert = database.prepare("INSERT OR REPLACE INTO population VALUES (?1, ?2, ?3, ?4)");
  for (const auto& [key, number] : persons) {
    insert.bind(1, key.first).bind(2, key.second).bind(3, number).bind(4, source).run();
  }
  transaction.commit();
}

}  // namespace

ImportedData import_population(Database& database, std::string_view bytes,
                               const std::string& source) {
  const std::optional<std::string> text = extract::decode_text(bytes);
  if (!text) fail(source, "is no text");
  const PopulationTable table = read_table(*text, source);
  const std::vector<std::string>& heads = table.rows[table.header].fields;
  const std::set<std::string> known = municipality_codes(database);
  ImportedData result;
  std::map<std::pair<std::string, int>, std::int64_t> persons;
  for (std::size_t i = table.header + 1; i < table.rows.size(); ++i) {
    const CsvRow& row = table.rows[i];
    const std::string code = row.fields[0].substr(0, row.fields[0].find(' '));
    if (row.fields.size() < heads.size() || !all_digits(code)) continue;  // a footnote
    if (code.size() < kCodeDigits) {
      result.skipped += table.values.size();
      continue;
    }
    if (!known.contains(code)) {
      result.faults.push_back({row.line, "no municipality has the code " + code});
      continue;
    }
    for (const std::size_t column : table.values) {
      const std::string& field = row.fields[column];
      const std::optional<int> year = year_of(table.year ? row.fields[*table.year] : heads[column]);
      const std::optional<std::int64_t> number = whole_number(field);
      if (field == ".." || field == "." || field.empty()) {
        ++result.skipped;
      } else if (!year || !number) {
        result.faults.push_back({row.line, "\"" + field + "\" is no number of persons in a year"});
      } else if (!persons.emplace(std::pair{code, *year}, *number).second) {
        fail(source, "line " + std::to_string(row.line) + ": a second value of " + code + " for " +
                         std::to_string(*year) +
                         "; download totals only, of both sexes and all ages");
      }
    }
  }
  store_population(database, persons, source);
  result.stored = persons.size();
  return result;
}

namespace {

using Json = nlohmann::json;

// The total of both sexes, as decimal text; "" when it is missing.
std::string total(const Json& entry) {
  for (const Json& value : entry.at("values")) {
    if (value.at("gender") != "T" || value.value("isdeleted", false)) continue;
    const auto number = value.find("value");
    if (number == value.end() || !number->is_number()) return "";
    std::string text = number->dump();
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
  }
  return "";
}

int period_year(const Json& period) {
  if (period.is_number_integer()) return period.get<int>();
  return static_cast<int>(whole_number(period.get<std::string>()).value_or(0));
}

}  // namespace

ImportedData import_kolada(Database& database, std::string_view text, const std::string& source) {
  const std::set<std::string> known = municipality_codes(database);
  ImportedData result;
  Transaction transaction(database);
  Statement insert = database.prepare("INSERT OR REPLACE INTO kolada VALUES (?1, ?2, ?3, ?4, ?5)");
  try {
    const Json file = Json::parse(text);
    const Json pages = file.is_array() ? file : Json::array({file});
    for (const Json& page : pages) {
      for (const Json& entry : page.at("values")) {
        const std::string kpi = entry.at("kpi"), code = entry.at("municipality");
        const int year = period_year(entry.at("period"));
        const std::string value = total(entry);
        if (value.empty() || code.starts_with("00")) {
          ++result.skipped;
        } else if (!known.contains(code) || year < kFirstYear || year > kLastYear) {
          result.faults.push_back({0, "no municipality or year: " + code + ", " + kpi});
        } else {
          insert.bind(1, kpi).bind(2, code).bind(3, year).bind(4, value).bind(5, source).run();
          ++result.stored;
        }
      }
    }
  } catch (const Json::exception& error) {
    fail(source, std::string("is not what Kolada gives out: ") + error.what());
  }
  transaction.commit();
  return result;
}

void set_outside_factor(Database& database, double factor) {
  database.prepare("INSERT OR REPLACE INTO setting VALUES ('outside_factor', printf('%.15g', ?1))")
      .bind(1, factor)
      .run();
}

}  // namespace schema
