#pragma once
// The database as a Frictionless data package (https://specs.frictionlessdata.io/data-package/): a
// CSV file per view, the catalogue's indicators, and datapackage.json with the fields of each.

#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace schema {

constexpr std::string_view kDataPackageFile = "datapackage.json";

// The tables of the package, each in a file of its name with ".csv".
std::vector<std::string> data_package_tables();
// The text of datapackage.json.
std::string data_package_json(Database& database);

}  // namespace schema
