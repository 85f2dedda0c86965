#include "schema/plan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <tuple>
#include <unordered_map>

#include "extract/error.h"
#include "schema/csv.h"

namespace schema {

namespace {

constexpr std::array kColumns = {"shard", "pages",  "sha256", "path",       "municipality_code",
                                 "board", "period", "title",  "source_url", "tool_version"};

// A damaged file may claim any number of pages, and would get a shard of its own.
constexpr int kMostPages = 10'000;

[[noreturn]] void fail(const CsvTable& table, const CsvRow& row, const std::string& message) {
  throw extract::Error(extract::ErrorCode::bad_argument, table.place(),
                       "line " + std::to_string(row.line) + ": " + message);
}

void check_columns(const CsvTable& table) {
  for (const char* column : kColumns) {
    if (table.has_column(column)) continue;
    throw extract::Error(extract::ErrorCode::bad_argument, table.place(),
                         "line 1: a plan needs the column \"" + std::string(column) +
                             "\"; make one with: namndata plan PATH… --shards N -o plan.csv");
  }
}

// A whole number from 1; 0 when the text is none.
int whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// "3/12"
struct ShardOf {
  int shard = 0, shards = 0;
};

ShardOf shard_field(const CsvTable& table, const CsvRow& row) {
  const std::string_view text = table.field(row, "shard");
  const std::size_t slash = std::min(text.find('/'), text.size());
  const ShardOf result{whole_number(text.substr(0, slash)),
                       whole_number(text.substr(std::min(slash + 1, text.size())))};
  if (result.shard == 0 || result.shard > result.shards) {
    fail(table, row, "\"" + std::string(text) + "\" is no shard such as 3/12");
  }
  return result;
}

PlannedFile planned_file(const CsvTable& table, const CsvRow& row, const ManifestEntry& entry) {
  PlannedFile file{table.field(row, "sha256"), whole_number(table.field(row, "pages")), entry,
                   shard_field(table, row).shard};
  if (file.pages == 0) {
    fail(table, row, "\"" + table.field(row, "pages") + "\" is no number of pages");
  }
  if (!file.sha256.empty() && !is_digest(file.sha256)) {
    fail(table, row, "sha256 must be 64 hexadecimal digits, or empty");
  }
  return file;
}

}  // namespace

Plan make_plan(std::vector<PlannedFile> files, int shards, std::string tool_version) {
  std::sort(files.begin(), files.end(), [](const PlannedFile& a, const PlannedFile& b) {
    return std::tie(a.sha256, a.entry.path) < std::tie(b.sha256, b.entry.path);
  });
  // Of what can be read, a copy costs nothing: it is not read again.
  const auto copy_of = [&](std::size_t i) {
    return i > 0 && !files[i].sha256.empty() && files[i].sha256 == files[i - 1].sha256;
  };
  const auto pages = [&](std::size_t i) {
    return std::int64_t{std::clamp(files[i].pages, 1, kMostPages)};
  };
  std::int64_t total = 0;
  for (std::size_t i = 0; i < files.size(); ++i) total += copy_of(i) ? 0 : pages(i);
  std::int64_t before = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (copy_of(i)) {
      files[i].shard = files[i - 1].shard;
      continue;
    }
    // Where the middle of the file's pages falls.
    files[i].shard = static_cast<int>((2 * before + pages(i)) * shards / (2 * total)) + 1;
    before += pages(i);
  }
  return {shards, std::move(tool_version), std::move(files)};
}

std::string plan_csv(const Plan& plan) {
  std::string text = csv_row({kColumns.begin(), kColumns.end()});
  for (const PlannedFile& file : plan.files) {
    const ManifestEntry& entry = file.entry;
    text += csv_row({std::to_string(file.shard) + '/' + std::to_string(plan.shards),
                     std::to_string(file.pages), file.sha256, entry.path, entry.municipality_code,
                     entry.board, entry.period ? entry.period->text : "", entry.title,
                     entry.source_url, plan.tool_version});
  }
  return text;
}

Plan parse_plan(std::string_view csv, const std::string& place, const Catalogue& catalogue,
                const ShardChoice& choose) {
  Plan plan;
  int line = 0, wanted = 0;  // the first row; the shard whose files are kept
  const CsvTable table = CsvTable::parse(csv, place, [&](const CsvTable& head, const CsvRow& row) {
    if (line == 0) check_columns(head);
    const ShardOf shard = shard_field(head, row);
    const std::string& tool_version = head.field(row, "tool_version");
    if (line == 0) {
      line = row.line;
      plan.shards = shard.shards;
      plan.tool_version = tool_version;
      if (choose) wanted = choose(plan.shards);
    }
    const std::string than = " than line " + std::to_string(line);
    if (shard.shards != plan.shards) fail(head, row, "another number of shards" + than);
    if (tool_version != plan.tool_version) fail(head, row, "another tool_version" + than);
    return wanted == 0 || shard.shard == wanted;
  });
  check_columns(table);
  if (line == 0) {
    throw extract::Error(extract::ErrorCode::bad_argument, place, "line 1: the plan has no files");
  }
  const Manifest manifest = Manifest::parse(table, catalogue);
  std::unordered_map<std::string, std::size_t> first_row;  // of each content
  for (std::size_t i = 0; i < table.size(); ++i) {
    plan.files.push_back(planned_file(table, table.row(i), manifest.entries()[i]));
    const PlannedFile& file = plan.files.back();
    if (file.sha256.empty()) continue;
    const auto [first, is_new] = first_row.emplace(file.sha256, i);
    if (!is_new && plan.files[first->second].shard != file.shard) {
      fail(
          table, table.row(i),
          "the content of line " + std::to_string(table.line(first->second)) + " in another shard");
    }
  }
  return plan;
}

}  // namespace schema
