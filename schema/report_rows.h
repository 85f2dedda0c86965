#pragma once
// The rows that one report gives the database, as plain values: made where the report is read,
// stored where the database is written (load.h), and passed between the two processes in between.
//
//   ReportRows rows(Catalogue::builtin(), [&](Row row) { load.add(row); });
//   rows.add(report);
//   rows.finish(diagnostics.all());

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "extract/diagnostics.h"
#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/identify.h"

namespace schema {

// The tables of rows, in an order in which each refers to those before it only.
enum class RowTable : std::uint8_t {
  place,
  observation,
  observation_check,
  sign_convention,
  identity,
  identity_term,
  diagnostic,
  page,
};
inline constexpr std::size_t kRowTables = 8;

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

// The columns of its table in the order of schema.sql without those that are the report's
// (report_id, municipality_code), chosen by the database or kept by corrections.
struct Row {
  RowTable table = RowTable::place;
  std::vector<Value> values;
  bool operator==(const Row&) const = default;
};

// What a report says of itself as a whole.
struct ReportHead {
  std::string sha256;  // lower-case hex of the file's bytes
  Identity identity;   // of the municipality, from the document alone
  std::string board;   // as printed; "" unknown
  std::string title;
  std::optional<parsers::Period> period;
  std::string creation_date;  // ISO date or ""
  std::string producer;
  bool tagged = false;
  int pages = 0;
};

ReportHead report_head(const parsers::Report& report, const Identity& identity);

class ReportRows {
 public:
  using Sink = std::function<void(Row)>;
  ReportRows(const Catalogue& catalogue, Sink sink);

  // The figures, identities and texts of a report, or of the next part of a long one: its pages
  // come after those of the parts before.
  void add(const parsers::Report& part);
  // Once, after the last part.
  void finish(std::span<const extract::Diagnostic> diagnostics);

 private:
  void row(RowTable table, std::vector<Value> values);
  std::vector<std::int64_t> add_places(const parsers::Report& part);
  void add_observations(const parsers::Report& part, const std::vector<std::int64_t>& places);
  void add_signs(const parsers::Report& part, const std::vector<std::int64_t>& places);
  void add_identities(const parsers::Report& part);
  void add_pages(const parsers::Report& part);

  const Catalogue& catalogue_;
  Sink sink_;
  // The places so far: section, table title and kind, numbered in the order of their first figure.
  std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> places_;
  std::int64_t readings_ = 0;    // of the parts before
  std::int64_t identities_ = 0;  // so far
};

}  // namespace schema
