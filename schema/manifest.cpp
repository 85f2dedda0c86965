#include "schema/manifest.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <unordered_set>

#include "extract/error.h"

namespace schema {

namespace {

[[noreturn]] void fail(const CsvTable& table, std::size_t row, const std::string& message) {
  throw extract::Error(extract::ErrorCode::bad_argument, table.place(),
                       "line " + std::to_string(table.line(row)) + ": " + message);
}

std::string municipality_of(const CsvTable& table, std::size_t row, const Catalogue& catalogue) {
  const std::string& code = table.field(row, "municipality_code");
  const std::string& name = table.field(row, "municipality");
  if (!code.empty() && catalogue.municipality(code) == nullptr) {
    std::string message = "no municipality has the code " + code;
    if (code.size() == 3) message += " (codes have four digits: 0" + code + "?)";
    fail(table, row, message);
  }
  if (name.empty()) return code;
  const Municipality* by_name = catalogue.find_municipality(name);
  if (by_name == nullptr) fail(table, row, "no municipality is named " + name);
  if (!code.empty() && by_name->code != code) {
    fail(table, row, "the code " + code + " is not " + name + "'s, which is " + by_name->code);
  }
  return by_name->code;
}

// Paths compare by their parts; "./" and doubled slashes say nothing.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  std::size_t at = 0;
  while (at <= path.size()) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    if (!part.empty() && part != ".") parts.push_back(part);
    at = end + 1;
  }
  return parts;
}

std::string file_name(const std::vector<std::string_view>& parts) {
  return parts.empty() ? "" : std::string(parts.back());
}

}  // namespace

parsers::ReportHints ManifestEntry::hints() const { return {board, period, title}; }

std::string ManifestEntry::fingerprint() const {
  const std::string period_text = period ? period->text : "";
  if (municipality_code.empty() && board.empty() && period_text.empty() && title.empty() &&
      source_url.empty()) {
    return "";
  }
  std::string text = csv_row({municipality_code, board, period_text, title, source_url});
  text.pop_back();
  return text;
}

Manifest Manifest::read(const std::string& file, const Catalogue& catalogue) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream) {
    throw extract::Error(extract::ErrorCode::file_access, file, "the manifest cannot be read");
  }
  return parse(text, file, catalogue);
}

Manifest Manifest::parse(std::string_view csv, const std::string& place,
                         const Catalogue& catalogue) {
  return parse(CsvTable::parse(csv, place), catalogue);
}

Manifest Manifest::parse(const CsvTable& table, const Catalogue& catalogue) {
  if (!table.has_column("path")) {
    throw extract::Error(extract::ErrorCode::bad_argument, table.place(),
                         "line 1: a manifest needs the column \"path\"");
  }
  std::vector<ManifestEntry> entries;
  std::unordered_set<std::string> paths;
  for (std::size_t row = 0; row < table.size(); ++row) {
    ManifestEntry entry;
    entry.path = table.field(row, "path");
    if (entry.path.empty()) fail(table, row, "no path");
    if (!paths.insert(entry.path).second) fail(table, row, "a second line for " + entry.path);
    entry.municipality_code = municipality_of(table, row, catalogue);
    entry.board = table.field(row, "board");
    entry.title = table.field(row, "title");
    entry.source_url = table.field(row, "source_url");
    if (const std::string& period = table.field(row, "period"); !period.empty()) {
      entry.period = parsers::canonical_period(period);
      if (!entry.period) {
        fail(table, row,
             "not a period: " + period + " (2023, 2023-01, 2022-01/2022-03 or 2022-03-31)");
      }
    }
    entries.push_back(std::move(entry));
  }
  return Manifest(std::move(entries));
}

Manifest::Manifest(std::vector<ManifestEntry> entries) : entries_(std::move(entries)) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    by_path_.emplace(entries_[i].path, i);
    by_file_name_.emplace(file_name(parts_of(entries_[i].path)), i);
  }
}

const ManifestEntry* Manifest::find(std::string_view path) const {
  const auto exact = by_path_.find(std::string(path));
  if (exact != by_path_.end()) return &entries_[exact->second];
  const std::vector<std::string_view> wanted = parts_of(path);
  const ManifestEntry* best = nullptr;
  std::size_t best_length = 0;
  bool tie = false;
  const auto [first, last] = by_file_name_.equal_range(file_name(wanted));
  for (auto named = first; named != last; ++named) {
    const ManifestEntry& entry = entries_[named->second];
    const std::vector<std::string_view> parts = parts_of(entry.path);
    const auto [end, ignored] =
        std::mismatch(parts.rbegin(), parts.rend(), wanted.rbegin(), wanted.rend());
    const auto length = static_cast<std::size_t>(end - parts.rbegin());
    // One of the two must be the other's tail: "a/x.pdf" is not "b/x.pdf".
    if (length == 0 || length < std::min(parts.size(), wanted.size())) continue;
    tie = length == best_length;
    if (length > best_length) {
      best = &entry;
      best_length = length;
    }
  }
  return tie ? nullptr : best;
}

}  // namespace schema
