#pragma once
// Which municipality a report is of. The manifest says it, else the document does: its running text
// ("Linköpings kommun"), page headers and addresses, web and mail domains, metadata; else nobody
// does. Never from a person's name and never from a place in prose.
//
//   Identity identity = identify_municipality(report, Catalogue::builtin(), diagnostics);
//   identity.municipality_code;  // "1461", or "" with the diagnostic "municipality-unknown"
//   identity.evidence;           // "www.mellerud.se (p. 1)"

#include <string>

#include "extract/diagnostics.h"
#include "parsers/report.h"
#include "schema/catalogue.h"

namespace schema {

enum class IdentitySource { unknown, document, manifest };
const char* name(IdentitySource source);

struct Identity {
  std::string municipality_code;  // "" unknown
  IdentitySource source = IdentitySource::unknown;
  std::string evidence;  // what decided, in words; "" unknown
};

// From the document alone. Unknown, with a diagnostic that says why, when nothing is said or when
// two municipalities have equal weight.
Identity identify_municipality(const parsers::Report& report, const Catalogue& catalogue,
                               extract::Diagnostics& diagnostics);

}  // namespace schema
