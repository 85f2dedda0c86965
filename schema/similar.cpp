#include "schema/similar.h"

#include "extract/error.h"

namespace schema {

std::vector<std::string> similar_municipalities(Database& database, const std::string& code,
                                                std::size_t count) {
  Statement own = database.prepare(
      "SELECT year, persons FROM population WHERE municipality_code = ?1 ORDER BY year DESC LIMIT "
      "1");
  own.bind(1, code);
  if (!own.step()) {
    throw extract::Error(extract::ErrorCode::bad_argument, code, "its population is not known");
  }
  const std::int64_t year = own.integer(0);
  const std::int64_t persons = own.integer(1);
  Statement near = database.prepare(
      "SELECT p.municipality_code FROM population AS p WHERE p.year = ?1 AND p.municipality_code "
      "<> ?2 "
      "AND EXISTS (SELECT 1 FROM report AS r WHERE r.municipality_code = p.municipality_code) "
      "ORDER BY abs(p.persons - ?3), p.municipality_code LIMIT ?4");
  near.bind(1, year).bind(2, code).bind(3, persons).bind(4, static_cast<std::int64_t>(count));
  std::vector<std::string> codes = {code};
  while (near.step()) codes.emplace_back(near.text(0));
  return codes;
}

}  // namespace schema
