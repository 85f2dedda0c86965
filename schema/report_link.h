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
  // "https://…/rapport.pdf#page=6", "reports/rapport.pdf#page=6" or "file:///…/rapport.pdf#page=6";
  // "" when the report has neither address nor file.
  std::string page_link(std::string_view report_sha256, std::string_view page) const;

 private:
  std::map<std::string, std::string, std::less<>> links_;  // by the report's digest
};

// A file's path as a link of a workbook: "rapporter/Nämnd #1.pdf" is
// "rapporter/Nämnd%20%231.pdf".
// Letters beyond ASCII stand as they are, as Excel writes them (Windows takes %HH in the name of a
// file for bytes of its code page); every other byte but [A-Za-z0-9._~/-] is %HH. An absolute path
// gets "file://" in front.
std::string file_address(std::string_view path);
// The address itself, with what may not stand in one encoded, when it is one of http or https; else
// "".
std::string web_address(std::string_view text);

}  // namespace schema
