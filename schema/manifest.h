#pragma once
// The manifest: what an archivist knows of the files, as CSV with any of the columns path,
// municipality_code, municipality, board, period, title, source_url (path is required).

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parsers/report.h"
#include "schema/catalogue.h"
#include "schema/csv.h"

namespace schema {

struct ManifestEntry {
  std::string path;               // as written
  std::string municipality_code;  // "" not said
  std::string board;
  std::optional<parsers::Period> period;
  std::string title;
  std::string source_url;

  // What the parsers want to know of it.
  parsers::ReportHints hints() const;
  // All that it says in one line; "" says nothing. Reports are read again when it changes.
  std::string fingerprint() const;
};

class Manifest {
 public:
  Manifest() = default;
  // REQUIRES: no two entries of one path.
  explicit Manifest(std::vector<ManifestEntry> entries);
  // Throws extract::Error(file_access) when it cannot be read, extract::Error(bad_argument) naming
  // file and line for an unknown municipality code or name, a code and a name that disagree, a
  // period that is none, a missing path column, two lines for one path.
  static Manifest read(const std::string& file, const Catalogue& catalogue);
  static Manifest parse(std::string_view csv, const std::string& place, const Catalogue& catalogue);
  static Manifest parse(const CsvTable& table, const Catalogue& catalogue);

  // The entry for a file given to ingest: its path as written, relative to the manifest's folder,
  // or the entry with the longest common tail ("rebuilt/a.pdf" for "/archive/rebuilt/a.pdf");
  // nullptr when there is none or two are equally near.
  const ManifestEntry* find(std::string_view path) const;
  const std::vector<ManifestEntry>& entries() const { return entries_; }

 private:
  std::vector<ManifestEntry> entries_;
  std::unordered_map<std::string, std::size_t> by_path_;
  std::unordered_multimap<std::string, std::size_t> by_file_name_;  // the path's last part
};

}  // namespace schema
