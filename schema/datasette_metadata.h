#pragma once
// metadata.json for Datasette (https://docs.datasette.io/en/stable/metadata.html): titles,
// descriptions, facets and sort orders of the views; the tables below them are hidden.

#include <string>

#include "schema/database.h"

namespace schema {

// `name` is what Datasette calls the database: its file's name without extension.
std::string datasette_metadata(Database& database, const std::string& name);

}  // namespace schema
