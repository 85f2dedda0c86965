#pragma once
// Where a report names municipalities, and how: the evidence that identify.h weighs.
//
//   "Melleruds kommun" alone on the first page     letterhead
//   "Linköpings kommuns reglemente"                genitive
//   "i samverkan med Åmåls kommun"                 neighbour
//   "socialnamnd@mellerud.se"                      domain
//   "464 80 MELLERUD"                              address
// A name counts only with a capital and as a whole word; persons' names are bare names at most.

#include <string>
#include <vector>

#include "parsers/report.h"
#include "schema/catalogue.h"

namespace schema {

struct Mention {
  enum class Kind { letterhead, domain, metadata, address, genitive, prose, neighbour, bare_name };
  Kind kind = Kind::bare_name;
  const Municipality* municipality = nullptr;
  std::string text;  // as printed
  int page = 0;      // 0: metadata
};

// In reading order, metadata last.
std::vector<Mention> find_mentions(const parsers::Report& report, const Catalogue& catalogue);

}  // namespace schema
