#pragma once
// ReportLinks: where a figure's page can be opened. The report's address where the manifest gives
// one, else its file; only http, https and files, so that no link runs anything.

#include <map>
#include <string>
#include <string_view>

#include "schema/database.h"

namespace schema {

class ReportLinks {
 public:
  // Relative paths of files become relative to `links_from`; "" leaves them as they are.
  ReportLinks(Database& database, const std::string& links_from);
  bool any() const { return !links_.empty(); }
  // "https://…/rapport.pdf#page=6", or "external:reports/rapport.pdf#page=6" as libxlsxwriter
  // writes links to files; "" when the report has neither.
  std::string page_link(std::string_view report_sha256, std::string_view page) const;

 private:
  std::map<std::string, std::string, std::less<>> links_;  // by the report's digest
};

// The path with every byte but [A-Za-z0-9._~/-] as %HH.
std::string percent_encoded(std::string_view path);
// The address itself, with what may not stand in one encoded, when it is one of http or https; else
// "".
std::string web_address(std::string_view text);

}  // namespace schema
