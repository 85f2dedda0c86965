#pragma once
// ReportTexts: what many figures' reports say of themselves, kept close together, since a
// comparison asks for tens of thousands of them in no order of theirs.
//
//   const ReportTexts reports(database, {id, …});
//   out << reports.of(id).document;

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace schema {

class ReportTexts {
 public:
  struct Texts {
    std::string_view board, document, sha256;  // of this object
  };

  // Reads these reports; ids may be there twice. All reports are read one after another where that
  // is faster than finding each.
  ReportTexts(Database& database, std::vector<std::int64_t> ids);
  // REQUIRES: `id` is one of the ids.
  Texts of(std::int64_t id) const;

 private:
  struct Place {
    std::size_t board = 0, document = 0, sha256 = 0, end = 0;  // in texts_
  };
  void add(const Statement& report, std::size_t index);

  std::vector<std::int64_t> ids_;  // in order
  std::vector<Place> places_;      // of each id
  std::string texts_;
};

}  // namespace schema
