#pragma once
// The formats of `namndata tables`. docs/cli.md tells the JSON.

#include <string>
#include <vector>

#include "parsers/table.h"

namespace app {

// One line: {"document": …, "tables": […]}.
std::string tables_json(const std::string& document, const std::vector<parsers::Table>& tables);
// Each table as its grid, a text in the upper left position of its cell; an empty line between
// tables.
std::string tables_csv(const std::vector<parsers::Table>& tables);
// Each table under a line with page, title, kind and method.
std::string tables_text(const std::string& document, const std::vector<parsers::Table>& tables);
// A section of an HTML page: <table>s with th, scope, rowspan and colspan.
std::string tables_html(const std::string& document, const std::vector<parsers::Table>& tables);

}  // namespace app
